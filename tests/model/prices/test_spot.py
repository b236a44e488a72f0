from __future__ import annotations

import datetime
import json
from decimal import Decimal
from gettext import NullTranslations

import pytest

from tests.aws.prices.price_products import spot_record
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import LINUX, Prices
from wizard.model.prices.price_text import read_prices, write_prices
from wizard.model.prices.said import spot_list_said, spot_said
from wizard.model.prices.spot import SpotCollector, SpotList

AT = datetime.datetime(2026, 11, 29, 14, 5, tzinfo=datetime.UTC)


def some(usd: str = "0.04", at: datetime.datetime = AT, zones: str = "ab") -> SpotList:
    collector = SpotCollector("eu-west-1", LINUX)
    for zone in zones:
        collector.add(spot_record("m5.large", f"eu-west-1{zone}", usd))
    return collector.prices(at)


def test_the_newer_list_counts_and_what_is_in_none_is_not_known() -> None:
    old, new = some("0.05", AT - datetime.timedelta(hours=1)), some("0.04")
    for prices in (
        Prices.of((), [old, new]),
        Prices.of((), [new, old]),
        Prices.of((), [new]).updated(Prices.of((), [old])),
    ):
        found = prices.spot_price("m5.large", "eu-west-1", LINUX)
        assert found is not None
        assert found.hourly_usd == Decimal("0.04")
    assert prices.spot_price("m5.xlarge", "eu-west-1", LINUX) is None
    assert prices.spot_price("m5.large", "eu-west-2", LINUX) is None
    assert prices.spot_price("m5.large", None, LINUX) is None


def test_of_a_zone_the_newest_price_counts_and_local_zones_are_not_the_regions_own() -> None:
    collector = SpotCollector("eu-west-1", LINUX)
    for zone, usd, minutes in (
        ("eu-west-1a", "0.05", 0),
        ("eu-west-1a", "0.07", 2),
        ("eu-west-1a", "0.06", 1),
        ("eu-west-1-lhr-1a", "0.01", 0),
        ("eu-west-2a", "0.01", 0),
    ):
        record = spot_record("m5.large", zone, usd)
        collector.add({**record, "Timestamp": record["Timestamp"] + datetime.timedelta(minutes=minutes)})
    offer = collector.prices(AT).offers["m5.large"]
    assert (offer.hourly_usd, offer.zone, offer.zones) == (Decimal("0.07"), "eu-west-1a", 1)


def test_what_is_written_is_read_again() -> None:
    prices = Prices.of((), [some()])
    assert read_prices(write_prices(prices), "prices.json") == prices


@pytest.mark.parametrize(
    ("zones", "said"),
    [
        (
            "ab",
            "0.04 USD an hour as Spot in eu-west-1a, the lowest of 2 zones at 2026-11-29 14:05 UTC. EC2 may take",
        ),
        (
            "c",
            "0.04 USD an hour as Spot in eu-west-1c, the only zone that sells it, at 2026-11-29 14:05 UTC. EC2 may",
        ),
    ],
)
def test_a_spot_price_is_said_with_its_time_and_that_it_may_end(zones: str, said: str) -> None:
    price = Prices.of((), [some(zones=zones)]).spot_price("m5.large", "eu-west-1", LINUX)
    assert price is not None
    assert spot_said(price).render(NullTranslations()).startswith(said)


@pytest.mark.parametrize("record", [{}, {"InstanceType": "m5.large"}])
def test_a_record_of_another_shape_is_said(record: dict[str, object]) -> None:
    with pytest.raises(PriceError, match="a record of DescribeSpotPriceHistory"):
        SpotCollector("eu-west-1", LINUX).add(record)


GOOD = json.loads(write_prices(Prices.of((), [some()])))


@pytest.mark.parametrize(
    ("spot", "said"),
    [
        ({}, "spot: expected a list"),
        ([GOOD["spot"][0] | {"at": "2026-11-29T14:05:00"}], "spot[0]: at: expected a time with its zone"),
        (
            [GOOD["spot"][0] | {"offers": {"m5.large": ["0", "eu-west-1a", 1]}}],
            "spot[0]: 0 is not above zero",
        ),
        ([GOOD["spot"][0] | {"offers": {"m5.large": ["1"]}}], "spot[0]: not enough values"),
        ([{"at": AT.isoformat()}], "spot[0]: 'offers': expected, but missing"),
        # JSON as Python reads it knows infinity, and no day is before the first of the year 1.
        ([GOOD["spot"][0] | {"offers": {"m5.large": ["1", "a", float("inf")]}}], "spot[0]: "),
        ([GOOD["spot"][0] | {"at": "0001-01-01T00:00:00+14:00"}], "spot[0]: "),
    ],
)
def test_a_damaged_file_is_said_in_one_line(spot: object, said: str) -> None:
    with pytest.raises(PriceError) as caught:
        read_prices(json.dumps(GOOD | {"spot": spot}), "prices.json")
    assert str(caught.value).startswith(f"prices.json: {said}")


def test_a_list_is_said_with_how_much_it_holds_and_when_it_was_asked_for() -> None:
    said = spot_list_said(some()).render(NullTranslations())
    assert said.startswith("eu-west-1, ")
    assert ", Spot: 1 instance type, " in said
    assert said.endswith(" UTC")


def test_a_price_that_is_none_is_told_and_the_others_count() -> None:
    collector = SpotCollector("eu-west-1", LINUX)
    for zone, usd in (("eu-west-1a", "free"), ("eu-west-1b", "0.05")):
        collector.add(spot_record("m5.large", zone, usd))
    (problem,) = collector.problems
    assert problem.render(NullTranslations()).startswith("m5.large in eu-west-1a: ")
    assert Prices.of((), [collector.prices(AT)]).spot_price("m5.large", "eu-west-1", LINUX)
