from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.priced import with_prices
from wizard.model.assessment.bill import Bill
from wizard.model.ec2.image import Image
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.prices.spot import SpotList, SpotOffer
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.as_json.to_json import recommendation_json
from wizard.report.document import Paragraph
from wizard.report.prices.price_blocks import beside, price_blocks, price_lines
from wizard.report.prices.price_json import bill_json, prices_json
from wizard.report.report_writer import ReportWriter

DAY = datetime.date(2026, 11, 1)
WINDOWS = "RunInstances:0002"
AT = datetime.datetime(2026, 11, 29, 14, 5, tzinfo=datetime.UTC)


def listed(operation: str, **hourly: str) -> PriceList:
    amounts = {name.replace("_", "."): Decimal(usd) for name, usd in hourly.items()}
    return PriceList("us-east-1", operation, DAY, "a test", "https://example.com/", amounts)


PRICES = Prices.of(
    [
        listed(LINUX, m8i_large="0.2", m8g_large="0.15", m4_large="0.2"),
        listed(WINDOWS, m8i_large="0.3", m4_large="0.4"),
    ],
    [SpotList("us-east-1", LINUX, AT, {"m8i.large": SpotOffer(Decimal("0.07"), "us-east-1b", 4)})],
)


def found(knowledge: Knowledge, family: str = "ubuntu", **changes: Any) -> Recommendation:
    needs = Needs(
        os=knowledge.os_catalog.resolve(family, None),
        region="us-east-1",
        vcpus=Range(2, 2),
        memory_gib=Range(8, 8),
        **changes,
    )
    return advise(with_prices(knowledge, PRICES), needs)


def lines(recommendation: Recommendation) -> list[str]:
    return [each.render(NullTranslations()) for each in price_lines(recommendation, DAY)]


def test_a_type_has_its_price_its_licence_and_its_spot_price_with_the_time(knowledge: Knowledge) -> None:
    linux = recommendation_json(found(knowledge), knowledge, {}, NullTranslations())
    first = linux["types"]["ranked"][0]
    assert first["price"] == {
        "hourly_usd": "0.2",
        "licence_hourly_usd": None,
        "region": "us-east-1",
        "operation": "RunInstances",
        "as_of": "2026-11-01",
        "source": "a test",
    }
    assert (first["spot"]["hourly_usd"], first["spot"]["zones"]) == ("0.07", 4)
    assert first["spot"]["at"] == "2026-11-29T14:05:00+00:00"
    assert "may take Spot capacity back" in first["spot"]["text"]
    assert linux["types"]["ranked"][1]["price"] is None
    assert linux["prices"]["lists"][0]["as_of"] == "2026-11-01"
    assert [each["percent"] for each in linux["prices"]["cheaper"]] == [25]
    windows = recommendation_json(found(knowledge, "windows"), knowledge, {}, NullTranslations())
    assert windows["types"]["ranked"][0]["price"]["licence_hourly_usd"] == "0.1"
    assert windows["types"]["ranked"][0]["spot"] is None


@pytest.mark.parametrize(("family", "monthly"), [("ubuntu", "0"), ("windows", "73")])
def test_what_a_move_saves_a_month(knowledge: Knowledge, family: str, monthly: str) -> None:
    saving = prices_json(found(knowledge, family, current_type="m4.large"), DAY, NullTranslations())["saving"]
    assert saving["monthly_usd"] == monthly
    assert saving["here"]["hourly_usd"] == ("0.4" if family == "windows" else "0.2")


def test_a_first_type_without_a_price_is_told_before_what_the_prices_are_of(knowledge: Knowledge) -> None:
    recommendation = found(knowledge, families=("m7i", "m4"))
    said = "No price is known for m7i.large."
    told = lines(recommendation)
    assert told[0] == said
    assert "Not in it: EBS volumes" in told[-1]
    assert prices_json(recommendation, DAY, NullTranslations())["unpriced"] == said
    assert prices_json(found(knowledge), DAY, NullTranslations())["unpriced"] is None


def test_the_saving_comes_first_and_what_is_not_in_a_price_once(knowledge: Knowledge) -> None:
    told = lines(found(knowledge, "windows", current_type="m4.large"))
    assert told[0].startswith(
        "In us-east-1 m4.large costs 0.40 USD an hour and m8i.large 0.30: 73.00 USD a month less"
    )
    assert told[-1] == (
        "Prices of Windows (RunInstances:0002) in us-east-1, as of 2026-11-01 (a test). Of m8i.large: Of it 0.10 is for "
        "the licence in the image: Windows (RunInstances:0002). On-Demand, shared tenancy, USD an hour. Not in it: EBS "
        "volumes, public IPv4 addresses, traffic, Dedicated Hosts, Savings Plans, and what a Marketplace seller charges."
    )
    assert "Spot" not in " ".join(lines(found(knowledge)))


def test_a_sellers_image_names_the_page_of_its_charge(knowledge: Knowledge) -> None:
    image = Image(usage_operation=LINUX, marketplace=True, product_code="abc")
    recommendation = found(knowledge, image=image)
    assert lines(recommendation)[-1].endswith("https://aws.amazon.com/marketplace/pp?sku=abc")
    seller = prices_json(recommendation, DAY, NullTranslations())["seller"]
    assert "which is not known here" in seller


def test_nothing_that_fits_has_no_price(knowledge: Knowledge) -> None:
    assert lines(found(knowledge, max_price=Decimal("0.01"))) == [
        "Prices of Linux/UNIX (RunInstances) in us-east-1, as of 2026-11-01 (a test)."
    ]


def test_what_images_in_use_cost(knowledge: Knowledge) -> None:
    assert bill_json(None, NullTranslations()) is None
    said = bill_json(
        Bill(2, Decimal("0.5"), None, other=1, oldest=datetime.date(2026, 11, 1)), NullTranslations()
    )
    assert said is not None
    assert (said["running"], said["hourly_usd"], said["monthly_usd"]) == (3, "0.5", "365")
    assert (said["licences_hourly_usd"], said["as_of"]) == (None, "2026-11-01")
    nothing = bill_json(Bill(), NullTranslations())
    assert nothing is not None
    assert (nothing["hourly_usd"], nothing["licences_hourly_usd"], nothing["as_of"]) == ("0", "0", None)


def test_beside_a_table_stands_what_its_prices_are_of_and_what_they_lack(knowledge: Knowledge) -> None:
    known = beside(found(knowledge).costs, DAY).render(NullTranslations())
    assert known.startswith(
        "Prices of Linux/UNIX (RunInstances) in us-east-1, as of 2026-11-01 (a test). On-Demand"
    )
    none = beside(found(knowledge, "rhel").costs, DAY).render(NullTranslations())
    assert none.startswith("No price is known for Red Hat Enterprise Linux")
    assert "Not in it" not in none


def test_the_report_says_it_in_paragraphs(knowledge: Knowledge, writer: ReportWriter) -> None:
    blocks = list(price_blocks(found(knowledge), DAY, writer))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == lines(found(knowledge))
