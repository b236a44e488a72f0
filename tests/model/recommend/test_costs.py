from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations

import pytest

from tests.model.priced import with_prices
from wizard.model.ec2.image import Image
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.prices.spot import SpotList, SpotOffer
from wizard.model.recommend.advise import advise
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.needs import Needs, Range

DAY = datetime.date(2026, 11, 1)


def listed(region: str, operation: str, **hourly: str) -> PriceList:
    amounts = {name.replace("_", "."): Decimal(usd) for name, usd in hourly.items()}
    return PriceList(region, operation, DAY, "a test", "https://example.com/", amounts)


PRICES = Prices.of(
    [
        listed("us-east-1", LINUX, m5_large="0.096", m5_xlarge="0.192", c5_large="0.085"),
        listed("eu-west-1", LINUX, m5_large="0.107"),
        listed("us-east-1", "RunInstances:0002", m5_large="0.188"),
    ]
)


def needs(knowledge: Knowledge, family: str = "ubuntu", **changes: object) -> Needs:
    return replace(Needs(os=knowledge.os_catalog.resolve(family, None)), **changes)  # type: ignore[arg-type]  # of their fields' types


@pytest.mark.parametrize(
    ("family", "region", "hourly", "where"),
    [
        ("ubuntu", "us-east-1", "0.096", "us-east-1"),
        ("ubuntu", "eu-west-1", "0.107", "eu-west-1"),
        ("ubuntu", None, "0.096", "us-east-1"),
        ("windows", "us-east-1", "0.188", "us-east-1"),
        ("windows", "eu-west-1", None, None),
        ("ubuntu", "eu-west-2", None, None),
        ("macos", "us-east-1", None, None),
    ],
)
def test_a_price_is_that_of_the_system_in_the_region(
    knowledge: Knowledge, family: str, region: str | None, hourly: str | None, where: str | None
) -> None:
    price = Costs.of(PRICES, needs(knowledge, family, region=region)).price("m5.large")
    assert (str(price.hourly_usd), price.region) == (hourly, where) if price else hourly is None


def test_an_image_that_is_kept_costs_what_it_is_billed_as(knowledge: Knowledge) -> None:
    image = Image(usage_operation="RunInstances:0002")
    costs = Costs.of(PRICES, needs(knowledge, image=image, region="us-east-1"))
    price = costs.price("m5.large")
    assert price is not None
    assert price.operation == "RunInstances:0002"


def test_elsewhere_linux_in_the_region_of_reference_orders_and_is_not_shown(knowledge: Knowledge) -> None:
    costs = Costs.of(PRICES, needs(knowledge, region="eu-west-2"))
    assert costs.price("c5.large") is None
    assert costs.order("c5.large") == Decimal("0.085")
    assert costs.order("m99.large") is None
    assert Costs.of(Prices(), needs(knowledge)).order("c5.large") is None


def test_a_limit_leaves_only_types_whose_price_is_known_and_low_enough(knowledge: Knowledge) -> None:
    priced = with_prices(knowledge, PRICES)
    asked = needs(priced, max_price=Decimal("0.1"), region="us-east-1")
    found = advise(priced, asked)
    assert {entry.instance_type.name for entry in found.ranked} == {"m5.large", "c5.large"}
    assert all(entry.price and entry.price.hourly_usd <= Decimal("0.1") for entry in found.ranked)
    assert "max-price" in {group.answer for group in found.excluded}
    nothing = advise(priced, replace(asked, max_price=Decimal("0.01")))
    assert nothing.decision is None
    assert "max-price" in {way.answer for way in nothing.relax}


def test_among_equals_the_cheaper_comes_first(knowledge: Knowledge) -> None:
    """m6i and m6a, m7i and m7a: of one size and one generation."""
    dear, cheap = (
        Prices.of([listed("us-east-1", LINUX, m7i_large=intel, m7a_large=amd)])
        for intel, amd in (("0.2", "0.1"), ("0.1", "0.2"))
    )
    asked = needs(knowledge, vcpus=Range(2, 2), memory_gib=Range(8, 8), families=("m7i", "m7a"))
    orders = [
        [e.instance_type.name for e in advise(with_prices(knowledge, p), asked).ranked] for p in (dear, cheap)
    ]
    assert orders == [["m7a.large", "m7i.large"], ["m7i.large", "m7a.large"]]


def test_prices_that_were_found_are_found_again_and_few_are_kept() -> None:
    prices = Prices()
    kept = Costs.of(prices, Needs(region="eu-central-1"))
    assert Costs.of(prices, Needs(region="eu-central-1", vcpus=Range(4))) is kept
    for number in range(100):
        other = Costs.of(prices, Needs(region=f"eu-north-{number}"))
        assert other.region == f"eu-north-{number}"
        assert other.price("m5.large") is None
    again = Costs.of(Prices(), Needs(region="eu-central-1"))
    assert again is not kept


@pytest.mark.parametrize(
    ("family", "region", "said"),
    [
        (
            "ubuntu",
            "eu-central-1",
            "for Linux/UNIX (RunInstances) in eu-central-1: ami-wizard prices fetch --region eu-central-1",
        ),
        (
            "rhel",
            None,
            "for Red Hat Enterprise Linux (RunInstances:0010): ami-wizard prices fetch --region NAME",
        ),
        ("macos", None, "No price is known for macOS, which its Dedicated Host pays for"),
    ],
)
def test_where_no_price_is_known_the_way_to_them_is_said(
    knowledge: Knowledge, family: str, region: str | None, said: str
) -> None:
    found = advise(knowledge, needs(knowledge, family, region=region, max_price=Decimal(1)))
    # No limit is held against what is not known: the first sentence says so, and the advice goes on.
    assert found.decision is not None
    first = found.headline.notices[0].render(NullTranslations())
    assert said in first
    assert first.endswith("your limit of 1.00 USD an hour, and this is the advice without it.")
    assert "max-price" not in {group.answer for group in found.excluded}
    without = advise(knowledge, needs(knowledge, family, region=region))
    assert (found.ranked, found.headline.notices[1:]) == (without.ranked, without.headline.notices)


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Launch(tenancy=Tenancy.DEDICATED), "No price is known for dedicated hardware"),
        (Launch(tenancy=Tenancy.HOST), "No price is known for dedicated hardware"),
        (Launch(zone="us-east-1-bos-1a"), "No price is known for Local and Wavelength Zones"),
        (Launch(zone="us-east-1-wl1-bos-wlz-1"), "No price is known for Local and Wavelength Zones"),
    ],
)
def test_what_is_paid_otherwise_has_no_price_of_shared_hardware(
    knowledge: Knowledge, request_: Launch, said: str
) -> None:
    costs = Costs.of(PRICES, needs(knowledge, region="us-east-1", request=request_))
    assert costs.price("m5.large") is None
    assert costs.spot("m5.large") is None
    assert costs.note(DAY).render(NullTranslations()).startswith(said)


def test_a_region_that_the_catalogue_lacks_has_not_the_prices_of_others(knowledge: Knowledge) -> None:
    costs = Costs.of(PRICES, needs(knowledge, request=Launch(other_region="mx-central-1")))
    assert costs.price("m5.large") is None
    assert "mx-central-1" in costs.note(DAY).render(NullTranslations())


@pytest.mark.parametrize(
    ("prices", "region", "said"),
    [
        (PRICES, "eu-west-1", "Prices of Linux/UNIX (RunInstances) in eu-west-1, as of 2026-11-01 (a test)."),
        (
            PRICES,
            None,
            "Prices of Linux/UNIX (RunInstances), the lowest of us-east-1, eu-west-1, as of 2026-11-01 (a test).",
        ),
        (
            PRICES,
            "eu-west-2",
            (
                "No price is known for Linux/UNIX (RunInstances) in eu-west-2: ami-wizard prices fetch --region eu-west-2. "
                "Of equals, that comes first which was cheaper for Linux in us-east-1 on 2026-11-01."
            ),
        ),
        (
            Prices(),
            None,
            "No price is known for Linux/UNIX (RunInstances): ami-wizard prices fetch --region NAME.",
        ),
    ],
)
def test_beside_prices_stands_what_they_are_of(
    knowledge: Knowledge, prices: Prices, region: str | None, said: str
) -> None:
    assert Costs.of(prices, needs(knowledge, region=region)).note(DAY).render(NullTranslations()) == said


def test_prices_of_more_than_a_year_ago_are_said_to_be_old(knowledge: Knowledge) -> None:
    costs = Costs.of(PRICES, needs(knowledge, region="eu-west-1"))
    later = costs.note(datetime.date(2028, 1, 1)).render(NullTranslations())
    assert "The prices of eu-west-1 are of 2026-11-01, more than a year old" in later


def test_lists_of_several_days_say_the_first_and_the_last(knowledge: Knowledge) -> None:
    older = replace(listed("eu-west-2", LINUX, m5_large="0.1"), as_of=datetime.date(2026, 1, 1))
    costs = Costs.of(PRICES.updated(Prices.of([older])), needs(knowledge))
    assert "as of 2026-01-01 to 2026-11-01" in costs.note(DAY).render(NullTranslations())


def test_spot_is_known_apart_from_on_demand(knowledge: Knowledge) -> None:
    at = datetime.datetime(2026, 11, 29, 14, tzinfo=datetime.UTC)
    spot = [
        SpotList(region, LINUX, at, {"m5.large": SpotOffer(Decimal(usd), f"{region}a", 3)})
        for region, usd in (("us-east-1", "0.04"), ("eu-west-1", "0.03"))
    ]
    prices = PRICES.updated(Prices.of((), spot))
    here = Costs.of(prices, needs(knowledge, region="us-east-1")).spot("m5.large")
    anywhere = Costs.of(prices, needs(knowledge)).spot("m5.large")
    assert here is not None
    assert anywhere is not None
    assert (here.region, anywhere.region) == ("us-east-1", "eu-west-1")
    assert Costs.of(prices, needs(knowledge, region="eu-west-2")).spot("m5.large") is None


def test_who_names_a_price_and_no_size_gets_the_largest_that_it_buys(knowledge: Knowledge) -> None:
    found = advise(knowledge, needs(knowledge, max_price=Decimal("0.20"), region="us-east-1"))
    first = found.ranked[0]
    assert (first.instance_type.vcpus, first.instance_type.memory_gib) == (4, 16)
    assert found.summary.render(NullTranslations()).endswith(
        "For at most 0.20 USD an hour: m7i-flex.xlarge (4 vCPUs, 16 GiB), at 0.19152 in us-east-1."
    )
    little = advise(knowledge, needs(knowledge, max_price=Decimal("0.01"), region="us-east-1"))
    assert little.ranked[0].price is not None
    assert little.ranked[0].price.hourly_usd <= Decimal("0.01")


def test_without_a_system_the_prices_of_linux_count_and_that_is_said(knowledge: Knowledge) -> None:
    costs = Costs.of(PRICES, Needs(region="us-east-1"))
    price = costs.price("m5.large")
    assert price is not None
    assert price.operation == LINUX
    assert costs.note(DAY).render(NullTranslations()) == (
        "Prices of Linux/UNIX (RunInstances) in us-east-1, as of 2026-11-01 (a test). "
        "No system is named; one with a licence in it costs more."
    )
    # Of an image that does not say what it is billed as, nothing is known.
    unsaid = Costs.of(PRICES, Needs(region="us-east-1", image=Image()))
    assert unsaid.price("m5.large") is None
    assert (
        unsaid.note(DAY)
        .render(NullTranslations())
        .startswith("No price is known without a system. Of equals")
    )
    found = advise(knowledge, Needs(max_price=Decimal("0.20")))
    assert found.ranked[0].price is not None
