from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from tests.aws.records import image
from tests.gui.fake_cloud import rows as made
from wizard.gui.images.export import FORMATS, as_markdown, as_tabs
from wizard.gui.images.image_rows import ImageRows
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.model.message import Translations
from wizard.report.account_mask import AccountMask, unmasked

WRITE = {kind.suffix: kind.write for kind in FORMATS}
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture
def rows(english: Translations, judge: Callable[..., list[JudgedImage]]) -> ImageRows:
    rows = ImageRows(english)
    strange = RowReader().read(
        image(99, Name=FORMULA, Description="of 123456789012 | \u202e<b>\nx"), "dev", "eu-west-1", ""
    )
    rows.fill(judge([*made(4), strange]))
    rows.choose(["name", "owner_id", "description"])
    return rows


def test_csv_is_what_is_shown_and_no_formula_runs(rows: ImageRows) -> None:
    data = WRITE[".csv"](rows, rows.shown[1:], unmasked)
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert read[0] == ["Name", "Owner", "Description"]
    assert [row[0] for row in read[1:-1]] == [image.row.name for image in rows.shown[1:-1]]
    assert read[-1] == ["'" + FORMULA, "123456789012", "of 123456789012 | U+202E<b>U+000Ax"]


def test_json_names_the_columns_by_their_ids(rows: ImageRows) -> None:
    read = json.loads(WRITE[".json"](rows, rows.shown, unmasked))
    assert read["schema"] == 1
    assert [tuple(found) for found in read["images"]] == [("name", "owner_id", "description")] * 5
    assert read["images"][-1]["name"] == FORMULA


def test_markdown_is_a_table_in_which_nothing_is_markup(rows: ImageRows) -> None:
    lines = WRITE[".md"](rows, rows.shown, unmasked).decode().splitlines()
    assert lines[:2] == ["| Name | Owner | Description |", "|---|---|---|"]
    assert len(lines) == 7
    assert lines[-1].endswith(r"of 123456789012 \| U+202E\<b\>U+000Ax |")
    assert "\n".join(lines) + "\n" == as_markdown(rows, rows.shown, unmasked)


def test_tabs_make_a_line_of_each_image(rows: ImageRows) -> None:
    lines = as_tabs(rows, rows.shown, unmasked).splitlines()
    assert [line.count("\t") for line in lines] == [2] * 6
    assert lines[-1].startswith("'" + FORMULA)


@pytest.mark.parametrize("suffix", list(WRITE))
def test_no_account_number_is_left_where_they_are_to_be_kept_out(rows: ImageRows, suffix: str) -> None:
    assert b"123456789012" in WRITE[suffix](rows, rows.shown, unmasked)
    masked = WRITE[suffix](rows, rows.shown, AccountMask())
    assert b"123456789012" not in masked
    assert masked.count(b"account-1") == 6
    assert b"123456789012" not in as_tabs(rows, rows.shown, AccountMask()).encode()


@pytest.mark.parametrize("suffix", list(WRITE))
def test_nothing_shown_is_a_file_all_the_same(rows: ImageRows, suffix: str) -> None:
    data = WRITE[suffix](rows, [], unmasked)
    assert FORMULA.encode() not in data
    assert b"Name" in data or json.loads(data)["images"] == []
