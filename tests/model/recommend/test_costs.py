from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from functools import partial
from gettext import NullTranslations

import pytest

from wizard.model.ec2.image import Image
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.recommend.advise import advise
from wizard.model.recommend.costs import Costs
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
    with_prices = replace(knowledge, load_prices=lambda: PRICES)
    asked = needs(with_prices, max_price=Decimal("0.1"), region="us-east-1")
    found = advise(with_prices, asked)
    assert {entry.instance_type.name for entry in found.ranked} == {"m5.large", "c5.large"}
    assert all(entry.price and entry.price.hourly_usd <= Decimal("0.1") for entry in found.ranked)
    assert "max-price" in {group.answer for group in found.excluded}
    nothing = advise(with_prices, replace(asked, max_price=Decimal("0.01")))
    assert nothing.decision is None
    assert "max-price" in {way.answer for way in nothing.relax}


def _same(prices: Prices) -> Prices:
    return prices


def test_among_equals_the_cheaper_comes_first(knowledge: Knowledge) -> None:
    """m6i and m6a, m7i and m7a: of one size and one generation."""
    dear, cheap = (
        Prices.of([listed("us-east-1", LINUX, m7i_large=intel, m7a_large=amd)])
        for intel, amd in (("0.2", "0.1"), ("0.1", "0.2"))
    )
    asked = needs(knowledge, vcpus=Range(2, 2), memory_gib=Range(8, 8), families=("m7i", "m7a"))
    orders = [
        [
            e.instance_type.name
            for e in advise(replace(knowledge, load_prices=partial(_same, p)), asked).ranked
        ]
        for p in (dear, cheap)
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
            "for RunInstances in eu-central-1: ami-wizard prices fetch --region eu-central-1",
        ),
        ("rhel", None, "for RunInstances:0010: ami-wizard prices fetch --region NAME"),
        ("macos", None, "nor for macOS"),
    ],
)
def test_where_no_price_is_known_the_way_to_them_is_said(
    knowledge: Knowledge, family: str, region: str | None, said: str
) -> None:
    found = advise(knowledge, needs(knowledge, family, region=region, max_price=Decimal(1)))
    assert found.decision is None
    texts = [group.text.render(NullTranslations()) for group in found.excluded]
    assert any(said in text for text in texts), texts
