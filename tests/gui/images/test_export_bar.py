from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.aws.records import image
from tests.gui.conftest import World
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, clipboard, entries, names
from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.images.export_bar import FORMATS, ExportBar, as_markdown, as_tabs
from wizard.gui.images.rows import ImageRows, Narrowing
from wizard.gui.images.table import ImageTable
from wizard.gui.user_error import UserError
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.report.account_mask import AccountMask, Mask, unmasked

WRITE = {kind.suffix: kind.write for kind in FORMATS}
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture
def rows(judge: Callable[..., list[JudgedImage]]) -> ImageRows:
    rows = ImageRows()
    strange = RowReader().read(
        image(99, Name=FORMULA, Description="of 123456789012 | \u202e<b>\nx"), "dev", "eu-west-1", ""
    )
    rows.fill(judge([*made(4), strange]))
    rows.choose(["name", "owner_id", "description"])
    rows.sort(("name", True))
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
    masked = WRITE[suffix](rows, rows.shown, AccountMask(()))
    assert b"123456789012" not in masked
    assert masked.count(b"account-1") == 6
    assert b"123456789012" not in as_tabs(rows, rows.shown, AccountMask(())).encode()


@pytest.mark.parametrize("suffix", list(WRITE))
def test_nothing_shown_is_a_file_all_the_same(rows: ImageRows, suffix: str) -> None:
    data = WRITE[suffix](rows, [], unmasked)
    assert FORMULA.encode() not in data
    assert b"Name" in data or json.loads(data)["images"] == []


@pytest.fixture
def table(show: Callable[..., None], judge: Callable[..., list[JudgedImage]]) -> ImageTable:
    table = ImageTable()
    show(table)
    table.fill(judge(made(12)))
    return table


@pytest.fixture
def masks() -> list[Mask]:
    return [unmasked]


@pytest.fixture
def bar(table: ImageTable, masks: list[Mask], world: World, show: Callable[..., None]) -> ExportBar:
    bar = ExportBar(table, lambda: masks[0], FileDialogs(table, world.services()))
    bar.chosen.connect(table.choose)
    show(bar, 500, 40)
    return bar


def choices(bar: ExportBar, text: str) -> dict[str, QAction]:
    opener = button(bar, text)
    assert isinstance(opener, QPushButton)
    return entries(opener.menu())


def test_exactly_what_is_shown_is_copied(
    qtbot: QtBot, bar: ExportBar, table: ImageTable, world: World
) -> None:
    table.narrow(Narrowing("arm"))
    table.arrange(("name", True))
    with qtbot.waitSignal(feedback.bridge.told) as told:
        choices(bar, "Copy")["All shown rows, tab-separated"].trigger()
    assert told.args == ["2 rows are on the clipboard."]
    assert clipboard()[0] == list(table.rows.header)
    assert [row[0] for row in clipboard()[1:]] == names(table.rows)
    choices(bar, "Copy")["All shown rows as Markdown"].trigger()
    assert len(clipboard()) == 4


def test_the_selected_rows_are_copied_by_menu_and_by_key(
    qtbot: QtBot, bar: ExportBar, table: ImageTable, world: World
) -> None:
    table.point_at(table.rows.shown[3])
    for copy in (bar.copy_selected, choices(bar, "Copy")["Selected rows, tab-separated"].trigger):
        with qtbot.waitSignal(feedback.bridge.told) as told:
            copy()
        assert told.args == ["1 row is on the clipboard."]
        assert [row[0] for row in clipboard()] == ["Name", names(table.rows)[3]]
    choices(bar, "Copy")["Selected rows as Markdown"].trigger()
    assert len(clipboard()) == 3


def test_exactly_what_is_shown_is_exported_for_nobody_else_to_read(
    bar: ExportBar, table: ImageTable, world: World, chosen_file: Callable[[Path], None]
) -> None:
    table.narrow(Narrowing("arm"))
    table.arrange(("name", True))
    table.choose(["name", "region"])
    for text, suffix in (("CSV…", ".csv"), ("JSON…", ".json"), ("Markdown…", ".md")):
        chosen_file(Path(f"/x/images{suffix}"))
        choices(bar, "Export")[text].trigger()
    assert not world.files
    written = {path.suffix: data.decode("utf-8-sig") for path, data in world.private.items()}
    shown = [[name, "eu-west-1"] for name in names(table.rows)]
    assert list(csv.reader(io.StringIO(written[".csv"])))[1:] == shown
    assert [list(found.values()) for found in json.loads(written[".json"])["images"]] == shown
    assert len(written[".md"].splitlines()) == 2 + len(shown)


def test_account_numbers_stay_behind_where_that_is_asked_for(
    bar: ExportBar, table: ImageTable, masks: list[Mask], world: World, chosen_file: Callable[[Path], None]
) -> None:
    table.choose(["name", "owner_id"])
    choices(bar, "Copy")["All shown rows, tab-separated"].trigger()
    assert clipboard()[1][1] == "123456789012"
    masks[0] = AccountMask(())
    choices(bar, "Copy")["All shown rows, tab-separated"].trigger()
    assert {row[1] for row in clipboard()[1:]} == {"account-1"}
    chosen_file(Path("/x/images.csv"))
    choices(bar, "Export")["CSV…"].trigger()
    assert b"123456789012" not in world.private[Path("/x/images.csv")]


def test_who_thinks_better_of_it_exports_nothing_and_a_full_disk_is_a_dialog(
    bar: ExportBar, world: World, chosen_file: Callable[[Path | None], None], problems: list[UserError]
) -> None:
    chosen_file(None)
    choices(bar, "Export")["CSV…"].trigger()
    assert (world.private, problems) == ({}, [])
    chosen_file(Path("/x/images.csv"))
    world.problem = UserError("Unable to save.", "The disk is full.", "Make room.")
    choices(bar, "Export")["CSV…"].trigger()
    assert problems == [world.problem]


def test_the_last_column_cannot_be_taken_away(bar: ExportBar, table: ImageTable) -> None:
    chooser = bar.findChildren(CheckMenuButton)[0]
    assert chooser.text() == "Columns"
    bar.show_columns(["region", "name"])
    assert table.rows.header == ("Name", "Region")
    ticks = chooser.findChildren(QListWidget)[0]
    assert ticks.count() > 20
    bar.show_columns(["region"])
    bar.show_columns([])
    assert list(table.rows.header) == ["Region"]
    assert chooser.chosen == ("region",)
