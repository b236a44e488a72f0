from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report import table_text

TABLES = st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=5)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_tab_separated() -> None:
    text = table_text.tab_separated(["Type", "vCPUs"], [["m5.large", "2"], ["a\tb\nc", "1"]])
    assert text == "Type\tvCPUs\nm5.large\t2\na b c\t1\n"


def test_markdown_escapes_markup() -> None:
    text = table_text.markdown(["Type", "Why"], [["x86_64", "a|b <b>*c*</b>"]])
    assert text.splitlines() == ["| Type | Why |", "|---|---|", r"| x86_64 | a\|b \<b\>\*c\*\</b\> |"]


def test_comma_separated_begins_with_the_mark_that_excel_needs() -> None:
    data = table_text.comma_separated(["Type"], [["ü, “x”"]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [["Type"], ["ü, “x”"]]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\r=1",
        "\tx",
        " =1",
        "\u00a0 =1",
        "\n=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert read_csv(table_text.comma_separated(["a"], [[cell]]))[1] == [f"'{cell}"]
    assert table_text.tab_separated(["a"], [[cell]]).splitlines()[1].startswith("'")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("web;=HYPERLINK(A1)", "web;'=HYPERLINK(A1)"),
        ("web\t+1; -2", "web\t'+1;' -2"),
        ("a;b", "a;b"),
    ],
)
def test_no_cell_becomes_one_where_semicolons_divide(cell: str, safe: str) -> None:
    assert read_csv(table_text.comma_separated(["a"], [[cell]]))[1] == [safe]


@given(TABLES)
def test_csv_keeps_every_harmless_cell(rows: list[list[str]]) -> None:
    back = read_csv(table_text.comma_separated(["a", "b"], rows))[1:]
    for row, read in zip(rows, back, strict=True):
        for cell, got in zip(row, read, strict=True):
            assert got.replace("'", "") == cell.replace("'", "")
            assert not got.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


@pytest.mark.parametrize("cell", ["", "a=1", "1-2", "–", "'=1", "(1)"])
def test_every_other_cell_stays_as_it_is(cell: str) -> None:
    assert table_text.harmless(cell) == cell


@given(TABLES)
def test_one_line_for_each_row(rows: list[list[str]]) -> None:
    assert table_text.tab_separated(["a", "b"], rows).count("\n") == len(rows) + 1
    assert len(table_text.markdown(["a", "b"], rows).splitlines()) == len(rows) + 2
