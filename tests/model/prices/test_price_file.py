from __future__ import annotations

import contextlib
import datetime
import io
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.prices.price_files import HEADER, file, large, row
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import LINUX, Prices
from wizard.model.prices.price_file import PriceFile

KEY = ("eu-west-1", LINUX)


def read(data: bytes, reader: PriceFile | None = None) -> Prices:
    return (reader or PriceFile()).read(io.BytesIO(data), "index.csv")


def test_a_price_stands_under_its_region_and_billing_code() -> None:
    prices = read(file(row(), row("m5.large", "0.188", operation="RunInstances:0002")))
    price = prices.price("m5.large", "eu-west-1", LINUX)
    assert price is not None
    assert (price.hourly_usd, price.as_of) == (Decimal("0.096"), datetime.date(2026, 10, 12))
    assert price.source == "AWS price list"
    assert prices.licence("m5.large", "eu-west-1", "RunInstances:0002") == Decimal("0.092")
    assert prices.price("m5.large", "us-east-1", LINUX) is None
    assert prices.price("m5.large", None, LINUX) is None


@pytest.mark.parametrize(
    "other",
    [
        {"Tenancy": "Dedicated"},
        {"Tenancy": "Host"},
        {"CapacityStatus": "UnusedCapacityReservation"},
        {"CapacityStatus": "AllocatedCapacityReservation"},
        {"MarketOption": "CapacityBlock"},
        {"TermType": "Reserved"},
        {"Unit": "Quantity"},
        {"operation": "Hourly"},
        {"Region_Code": ""},
        {"Region_Code": "us-west-2-lax-1"},
    ],
)
def test_a_row_of_another_price_does_not_count(other: dict[str, str]) -> None:
    prices = read(file(row("m5.large", "9.99", **other), row()))
    assert prices.lists[KEY].hourly_usd == {"m5.large": Decimal("0.096")}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (row(usd="0.0000000000"), "index.csv: row 1: 0.0000000000 is not above zero; expected a price"),
        (row(usd="-0.1"), "index.csv: row 1: -0.1 is not above zero; expected a price"),
        (row(usd="Infinity"), "index.csv: row 1: Infinity is not above zero; expected a price"),
        (row(usd="n/a"), "index.csv: row 1: 'n/a' is no amount; expected a price"),
        (row(Currency="CNY"), "index.csv: row 1: the currency is CNY; expected USD"),
        (row(Currency=""), "index.csv: row 1: the currency is none; expected USD"),
    ],
)
def test_a_price_that_cannot_be_is_refused_by_its_row(bad: str, said: str) -> None:
    reader = PriceFile()
    prices = read(file(bad, row("m5.xlarge", "0.192")), reader)
    assert list(prices.lists[KEY].hourly_usd) == ["m5.xlarge"]
    assert [problem.render(NullTranslations()) for problem in reader.problems] == [said]
    assert reader.refused == 1


def test_two_prices_for_one_type_are_no_price_and_the_same_twice_is_one() -> None:
    reader = PriceFile()
    rows = [row(usd="0.1"), row(usd="0.2"), row("m5.xlarge", "0.5"), row("m5.xlarge", "0.50")]
    assert read(file(*rows), reader).lists[KEY].hourly_usd == {"m5.xlarge": Decimal("0.5")}
    said = "index.csv: row 2: m5.large costs 0.1 and 0.2; neither is taken"
    assert [problem.render(NullTranslations()) for problem in reader.problems] == [said]


def test_only_the_first_problems_are_told_and_all_are_counted() -> None:
    reader = PriceFile()
    read(file(*[row(f"m5.{n}xlarge", "0") for n in range(50)], row()), reader)
    assert (len(reader.problems), reader.refused) == (20, 50)


def test_only_the_billing_codes_that_were_asked_for() -> None:
    reader = PriceFile(["RunInstances:0010"])
    prices = read(file(row(), row("m5.large", "0.124", operation="RunInstances:0010")), reader)
    assert list(prices.lists) == [("eu-west-1", "RunInstances:0010")]


def test_only_the_region_that_was_asked_for() -> None:
    prices = read(file(row(), row(Region_Code="eu-west-2")), PriceFile(region="eu-west-1"))
    assert list(prices.lists) == [KEY]


def test_a_file_of_more_than_a_year_ago_is_refused() -> None:
    today = datetime.date(2026, 11, 29)
    with pytest.raises(PriceError, match="Publication Date: 2025-11-01; expected a file of the last year"):
        read(file(row(), day="2025-11-01"), PriceFile(today=today))
    assert read(file(row(), day="2025-12-01"), PriceFile(today=today)).lists


def test_a_file_in_another_currency_says_which() -> None:
    with pytest.raises(
        PriceError, match="its prices are in CNY, none; expected USD, and nothing is converted"
    ):
        read(file(row(Currency="CNY"), row(Currency="")))


def test_columns_may_come_in_another_order_and_with_others_and_without_a_market() -> None:
    order = [*reversed(HEADER), "New Column"]
    cells = dict(zip(HEADER, row().split(","), strict=True))
    line = ",".join(cells.get(title, '""') for title in order)
    assert read(file(line, header=order)).lists[KEY].hourly_usd == {"m5.large": Decimal("0.096")}
    without = [title for title in HEADER if title != "MarketOption"]
    line = ",".join(cells[title] for title in without)
    assert read(file(line, header=without)).lists[KEY].hourly_usd == {"m5.large": Decimal("0.096")}


@pytest.mark.parametrize(("more", "is_read"), [(14, True), (15, False)])
def test_the_header_is_looked_for_in_twenty_lines(more: int, is_read: bool) -> None:
    """AWS's files have it in the sixth; another file is not read to its end for one."""
    data = b'"Note","of AWS"\n' * more + file(row())
    with contextlib.nullcontext() if is_read else pytest.raises(PriceError, match="no header"):
        assert read(data).lists


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no header that begins with SKU"),
        (b"a,b\n" * 50, "no header that begins with SKU"),
        (file(row(), code="AmazonRDS"), "OfferCode: 'AmazonRDS'; expected AmazonEC2"),
        (file(row(), day="soon"), "Publication Date: expected a day"),
        (
            file(row(), header=[t for t in HEADER if t not in ("Tenancy", "operation")]),
            "columns: operation, Tenancy expected",
        ),
        (file(row(), row())[:-40], "cut off in row 2"),
        (file(row() + ',"more"'), "row 1: 24 values; expected 23"),
        (file(row().rpartition(",")[0]), "row 1: 22 values; expected 23"),
        (b"SKU\rTermType\n", "no header that begins with SKU"),
        (file("SKU\r" + row()), "row 1: 0 values; expected 23"),
        (file(), "no price of an instance in it"),
        (file(row(TermType="Reserved")), "no price of an instance in it"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(PriceError) as caught:
        read(data)
    assert str(caught.value).startswith("index.csv: ")
    assert said in str(caught.value)


class Stream(io.BytesIO):
    """What a network gives: once read, gone."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize("source", [io.BytesIO, Stream])
def test_a_row_far_down_is_named_by_its_number_whether_the_file_can_be_read_again_or_not(
    source: Callable[[bytes], io.BytesIO],
) -> None:
    reserved = [row(TermType="Reserved")] * 3000
    bad = row("m5.xlarge", "0")
    reader = PriceFile()
    rows = [*reserved, bad, *reserved, bad, row("m5.2xlarge", "0"), row(), *reserved]
    assert reader.read(source(file(*rows)), "index.csv").lists[KEY].hourly_usd == {
        "m5.large": Decimal("0.096")
    }
    said = [problem.render(NullTranslations()).split(":")[1] for problem in reader.problems]
    assert said == [" row 3001", " row 6002", " row 6003"]
    cut = file(*rows, row())[:-40]
    with pytest.raises(PriceError, match="cut off in row 9005; expected the whole file"):
        PriceFile().read(source(cut), "index.csv")


def test_values_with_quotes_commas_and_without_any_are_read_as_a_csv_reader_would() -> None:
    note = row(PriceDescription='Linux ""m5"", one hour,')
    bare = row("m5.xlarge", "0.2", Unit="Hrs").replace('"0.2"', "0.2")
    reserved = row("m5.2xlarge", PriceDescription='""Linux"",', TermType="Reserved")
    assert read(file(note, bare, reserved)).lists[KEY].hourly_usd == {
        "m5.large": Decimal("0.096"),
        "m5.xlarge": Decimal("0.2"),
    }


def test_what_never_ends_its_first_line_or_a_row_is_not_read_to_its_end() -> None:
    for endless, said in (
        (b'"' + b"a" * 3_000_000, "no header that begins with SKU"),
        (file(row()) + b'"a' * 3_000_000, "cut off in row 2"),
    ):
        source = io.BytesIO(endless)
        with pytest.raises(PriceError, match=said):
            PriceFile().read(source, "index.csv")
        assert source.tell() < 2_000_000


@pytest.mark.no_cover
def test_a_large_file_is_read_row_by_row_and_tells_how_far_it_is() -> None:
    told: list[int] = []
    source = io.BytesIO(b"".join(large(4_000_000)))
    tracemalloc.start()
    prices = PriceFile().read(source, "index.csv", told.append)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(prices.lists[KEY].hourly_usd) > 100
    assert told == sorted(told)
    assert len(told) > 1
    assert peak < 2_000_000  # far below the size of the file


@given(st.lists(st.binary(max_size=60), max_size=20), st.booleans())
def test_whatever_the_bytes_only_its_own_error(lines: list[bytes], begins_well: bool) -> None:
    data = (file(row()) if begins_well else b"") + b"\n".join(lines)
    try:
        prices = read(data)
    except PriceError:
        return
    assert all(price > 0 for each in prices.lists.values() for price in each.hourly_usd.values())
