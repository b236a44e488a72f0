from __future__ import annotations

from random import Random

import pytest

from tests.formats.templates.places import short
from tests.formats.workbooks import of_excel, of_libre_office, of_rows, packed
from wizard.formats.table_text import rows_of
from wizard.formats.text_encoding import NotText, text_of
from wizard.formats.workbook import NotAWorkbook, workbook_text

ONE, TWO = "ami-0123456789abcdef0", "ami-1a2b3c4d"
HEAD = ("Server", "AMI", "Type")


def test_a_sheet_is_a_table_below_its_title_with_the_lines_of_its_rows() -> None:
    sheet = of_rows([("Servers of the shop",), HEAD, ("web", ONE, "m5.large")], 2)
    assert [(line, row["image_id"]) for line, row in rows_of(text_of(of_excel(sheet)))] == [(4, ONE)]


def test_each_sheet_counts() -> None:
    sheets = [
        of_rows([HEAD, ("web", ONE, "m5.large")]),
        of_rows([("AMI", "Instance type"), (TWO, "t2.micro")]),
    ]
    assert [(image, kind) for _, image, kind in short(text_of(of_excel(*sheets)))] == [
        (ONE, "m5.large"),
        (TWO, "t2.micro"),
    ]


def test_cells_say_shared_texts_numbers_and_yes_and_no_and_some_are_left_out() -> None:
    row = '<row r="1"><c r="B1" t="s"><v>1</v></c><c r="D1"><f>1+1</f><v>2</v></c><c r="E1" t="b"><v>1</v></c><c t="s"><v>9</v></c></row>'
    assert workbook_text(of_excel(row, texts=["unused", "ami text"])) == "\tami text\t\t2\ttrue\t\n"


def test_a_sheet_of_libre_office_repeats_what_it_does_not_write_twice() -> None:
    cell = "<table:table-cell><text:p>{0}</text:p></table:table-cell>"
    many = '<table:table-cell table:number-columns-repeated="16000"/>'
    table = (
        f"<table:table-row>{cell.format('AMI')}{cell.format('Type')}{many}</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{cell.format(ONE)}{cell.format('m5.large')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    assert workbook_text(of_libre_office(table)) == f"AMI\tType\n\n\n{ONE}\tm5.large\n"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 xl/ damaged",
        packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}),
        of_excel("<row>"),
        of_excel('<row r="99999999"/>'),
        packed({"xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'}),
        packed({"xl/worksheets/sheet1.xml": '<?xml version="1.0" encoding="U9F-8"?><a/>'}),
        packed({"xl/worksheets/sheet1.xml": " " * (64 * 2**20 + 1)}),
    ],
    ids=["damaged", "document", "cut off", "rows without end", "entities", "encoding", "too large"],
)
def test_what_is_damaged_or_grows_is_no_workbook_and_said_so(data: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        workbook_text(data)
    if b"xl/" in data or b"[Content" in data:
        with pytest.raises(NotText) as told:
            text_of(data)
        assert "saved as CSV" in told.value.message.template


def test_a_workbook_of_an_older_excel_is_called_that() -> None:
    with pytest.raises(NotText) as told:
        text_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert "an older Excel" in told.value.message.template


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_damaged_in_a_workbook_is_said_or_read(seed: int) -> None:
    random = Random(seed)
    good = of_excel(of_rows([HEAD, ("web", ONE, "m5.large")]), texts=["one", "two"])
    for _ in range(50):
        data = bytearray(good)
        for _ in range(random.randint(1, 12)):
            data[random.randrange(len(data))] = random.randrange(256)
        try:
            workbook_text(bytes(data[: random.randint(1, len(data))] if random.random() < 0.3 else data))
        except NotAWorkbook:
            continue
