from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.prices.amount import PriceError
from wizard.model.prices.billing import BILLING_CODES, operation_of
from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.prices.price_text import read_prices, write_prices

TODAY = datetime.date(2026, 11, 28)


def some(usd: str = "0.1", day: datetime.date = TODAY, region: str = "eu-west-1") -> PriceList:
    return PriceList(region, LINUX, day, "a test", "https://example.com/", {"m5.large": Decimal(usd)})


def cost(prices: Prices) -> Decimal | None:
    found = prices.price("m5.large", "eu-west-1", LINUX)
    return found.hourly_usd if found else None


def test_the_newer_list_counts_whichever_comes_first() -> None:
    old, new = some("0.2", datetime.date(2025, 1, 1)), some("0.1")
    assert cost(Prices.of([old, new])) == cost(Prices.of([new, old])) == Decimal("0.1")
    assert cost(Prices.of([old]).updated(Prices.of([new]))) == Decimal("0.1")
    assert cost(Prices.of([new]).updated(Prices.of([old]))) == Decimal("0.1")
    # Asked twice on one day, the second answer counts.
    assert cost(Prices.of([some("0.3")]).updated(Prices.of([some("0.4")]))) == Decimal("0.4")


def listing(types: int, day: datetime.date = TODAY) -> Prices:
    table = {f"m5.{number}xlarge": Decimal(1) for number in range(types)}
    return Prices.of([PriceList("eu-west-1", LINUX, day, "a test", "https://example.com/", table)])


@pytest.mark.parametrize(
    ("before", "now", "is_cut"),
    [(20, 18, False), (20, 17, True), (1, 1, False), (0, 5, False), (20, 40, False)],
)
def test_a_list_that_lost_more_than_a_tenth_of_its_types_is_cut(before: int, now: int, is_cut: bool) -> None:
    known, newer = listing(before), listing(now)
    assert bool(known.cut(newer)) is is_cut
    assert (newer.without(known.cut(newer)) == newer) is not is_cut
    # One that is older would not count anyway, and one that nothing is known of cannot be compared.
    assert not known.cut(listing(now, datetime.date(2025, 1, 1)))
    assert not Prices().cut(newer)


def test_other_types_in_the_place_of_those_known_are_no_whole_list() -> None:
    other = replace(
        listing(0).lists["eu-west-1", LINUX], hourly_usd={f"c5.{n}xlarge": Decimal(1) for n in range(30)}
    )
    assert listing(20).cut(Prices.of([other])) == [other]


def test_what_is_not_in_a_list_is_not_known() -> None:
    prices = Prices.of([some()])
    assert prices.price("m5.xlarge", "eu-west-1", LINUX) is None
    assert prices.price("m5.large", "eu-west-1", "RunInstances:0002") is None
    assert Prices().licence("m5.large", "eu-west-1", LINUX) is None


def test_a_list_of_more_than_a_year_is_old() -> None:
    # The longest year: with a 29 February in it.
    today = datetime.date(2024, 11, 28)
    assert not some(day=datetime.date(2023, 11, 28)).is_old(today)
    assert some(day=datetime.date(2023, 11, 27)).is_old(today)


@given(
    st.dictionaries(
        st.text(min_size=1), st.decimals(min_value="0.0001", max_value="9999", places=10), min_size=1
    )
)
def test_written_prices_are_read_exactly(table: dict[str, Decimal]) -> None:
    prices = Prices.of([PriceList("eu-west-1", LINUX, TODAY, "a test", "https://example.com/", table)])
    assert read_prices(write_prices(prices), "prices.json") == prices
    assert write_prices(read_prices(write_prices(prices), "prices.json")) == write_prices(prices)


GOOD = json.loads(write_prices(Prices.of([some()])))


def changed(**keys: object) -> str:
    return json.dumps(GOOD | {"lists": [GOOD["lists"][0] | keys]})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"schema": ' + "1" * 5000 + "}", "not JSON"),
        ("[]", "schema: expected 1"),
        (json.dumps(GOOD | {"schema": 2}), "schema: expected 1"),
        (json.dumps(GOOD | {"currency": "CNY"}), "currency: expected USD"),
        (json.dumps(GOOD | {"lists": {}}), "lists: expected a list"),
        (json.dumps(GOOD | {"lists": [{}]}), "lists[0]: 'region': expected, but missing"),
        (json.dumps(GOOD | {"lists": [1]}), "lists[0]: "),
        (changed(hourly_usd={"m5.large": "0"}), "lists[0]: 0 is not above zero"),
        (changed(hourly_usd={"m5.large": "-1"}), "lists[0]: -1 is not above zero"),
        (changed(hourly_usd={"m5.large": "sNaN"}), "lists[0]: sNaN is not above zero"),
        (changed(hourly_usd={"m5.large": "1e999999999"}), "lists[0]: 1e999999999 is no amount of money"),
        (changed(hourly_usd={"m5.large": "1e-999999999"}), "lists[0]: 1e-999999999 is no amount of money"),
        (changed(hourly_usd={"m5.large": "1000000000"}), "lists[0]: 1000000000 is no amount of money"),
        (changed(hourly_usd=["m5.large"]), "lists[0]: "),
        (changed(as_of="yesterday"), "lists[0]: "),
    ],
)
def test_a_damaged_file_is_said_in_one_line(text: str, said: str) -> None:
    with pytest.raises(PriceError) as caught:
        read_prices(text, "prices.json")
    assert str(caught.value).startswith(f"prices.json: {said}")


def test_the_smallest_and_the_largest_amount_that_is_money() -> None:
    for usd in ("1e-9", "999999999.99"):
        assert read_prices(changed(hourly_usd={"m5.large": usd}), "f").lists


def test_the_built_in_prices_are_those_of_linux_in_virginia(knowledge: Knowledge) -> None:
    ((key, only),) = knowledge.prices.lists.items()
    assert key == ("us-east-1", LINUX)
    assert only.as_of == datetime.date(2026, 2, 27)
    # Literal figures of AWS's price pages, as read in several places.
    for name, usd in {"m5.large": "0.096", "t3.micro": "0.0104", "r6g.xlarge": "0.2016"}.items():
        assert only.hourly_usd[name] == Decimal(usd)
    names = {each.name for each in knowledge.catalog.types}
    assert only.hourly_usd.keys() <= names
    assert len(only.hourly_usd) == 1147


@pytest.mark.parametrize(
    ("family", "operation"),
    [
        ("ubuntu", "RunInstances"),
        ("amazon-linux", "RunInstances"),
        ("freebsd", "RunInstances"),
        ("rhel", "RunInstances:0010"),
        ("sles", "RunInstances:000g"),
        ("windows", "RunInstances:0002"),
        ("macos", None),
    ],
)
def test_what_a_systems_own_images_are_billed_as(
    knowledge: Knowledge, family: str, operation: str | None
) -> None:
    assert operation_of(knowledge.os_catalog.resolve(family, None)) == operation
    assert operation is None or operation in BILLING_CODES


def test_nobody_said_which_system() -> None:
    assert operation_of(OperatingSystem()) is None
