from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication, Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.results.type_details import TypeDetails
from wizard.gui.results.types_tab import TypesTab
from wizard.gui.results.types_table import TypeTable
from wizard.gui.session import Session


@pytest.fixture
def tab(qtbot: QtBot, session: Session, world: World) -> TypesTab:
    window = QWidget()
    qtbot.addWidget(window)
    session.answer("family", ["m5", "m5d"])
    tab = TypesTab(session, FileDialogs(window, world.services()))
    qtbot.addWidget(tab)
    tab.resize(900, 500)
    tab.show()
    tab.refresh()
    wait_until_quiet(qtbot, tab)
    return tab


def copying(tab: TypesTab) -> dict[str, QAction]:
    menu = tab.findChildren(QMenu)[0]
    return {action.text().replace("&", ""): action for action in menu.actions()}


def clipboard() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_the_findings_follow_the_selected_row(qtbot: QtBot, tab: TypesTab) -> None:
    table, details = tab.findChildren(TypeTable)[0], tab.findChildren(TypeDetails)[0]
    table.selectRow(2)
    name = table.shown[2].instance_type.name
    qtbot.waitUntil(lambda: f"{name} fits" in [label.text() for label in details.findChildren(QLabel)])


def test_exactly_what_is_shown_is_copied(tab: TypesTab) -> None:
    table = tab.findChildren(TypeTable)[0]
    tab.narrow("m5d")
    copying(tab)["All shown rows, tab-separated"].trigger()
    rows = [line.split("\t") for line in clipboard()]
    assert rows[0] == list(table.header)
    assert [row[0] for row in rows[1:]] == [ranked.instance_type.name for ranked in table.shown]
    assert all(row[0].startswith("m5d.") for row in rows[1:])
    copying(tab)["All shown rows as Markdown"].trigger()
    assert len(clipboard()) == len(table.shown) + 2
    table.selectRow(1)
    copying(tab)["Selected rows, tab-separated"].trigger()
    assert [line.split("\t")[0] for line in clipboard()] == [
        "Instance type",
        table.shown[1].instance_type.name,
    ]
    copying(tab)["Selected rows as Markdown"].trigger()
    assert clipboard()[2].startswith(f"| {table.shown[1].instance_type.name} |")
    table.selectRow(0)
    table.asked_to_copy.emit()
    assert clipboard()[1].startswith(table.shown[0].instance_type.name)


def test_exactly_what_is_shown_is_exported(
    tab: TypesTab, world: World, chosen_file: Callable[[Path], None]
) -> None:
    table = tab.findChildren(TypeTable)[0]
    table.asked_to_sort.emit(0)
    table.asked_to_sort.emit(0)
    tab.narrow("xlarge")
    chosen_file(Path("/x/types.csv"))
    next(b for b in tab.findChildren(QPushButton) if "CSV" in b.text()).click()
    read = list(csv.reader(io.StringIO(world.files[Path("/x/types.csv")].decode("utf-8-sig"))))
    assert read[0] == [*table.header, "Price as of", "Source of the price"]
    assert [row[:-2] for row in read[1:]] == [list(row) for row in table.texts(table.shown)]
    # Of what day and from whom a price is stands with it; without a price it is empty.
    source = "AWS price list, as shipped by the cloudwright-ai package 1.10.0"
    assert {tuple(row[-2:]) for row in read[1:]} <= {("2026-02-27", source), ("", "")}
    tab._session.answer("region", "eu-central-1")
    tab.refresh()
    header, _ = table.exported(table.shown)
    assert header == table.header


def test_a_filter_without_a_match_is_an_empty_state_and_no_dead_end(qtbot: QtBot, tab: TypesTab) -> None:
    tab.narrow("zzz")
    hint = "No type matches the filter. Clear it to see them all."
    qtbot.waitUntil(lambda: hint in [label.text() for label in tab.findChildren(QLabel)])
    total = len(tab.findChildren(TypeTable)[0]._model.rows._all)
    assert f"0 of {total}" in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    tab.narrow("")
    assert tab.findChildren(TypeTable)[0].shown


def test_short_findings_leave_the_table_the_room(tab: TypesTab, qtbot: QtBot) -> None:
    splitter = tab.findChildren(QSplitter)[0]
    table, details = splitter.sizes()
    assert table > details
    tab.resize(900, 900)
    assert splitter.sizes()[0] - table > splitter.sizes()[1] - details


def test_who_moves_the_handle_keeps_it_there(tab: TypesTab, session: Session, qtbot: QtBot) -> None:
    splitter = tab.findChildren(QSplitter)[0]
    splitter.moveSplitter(160, 1)
    splitter.splitterMoved.emit(160, 1)
    sizes = splitter.sizes()
    session.answer("family", ["c5"])
    tab.refresh()
    wait_until_quiet(qtbot, tab)
    assert splitter.sizes() == sizes


def test_other_answers_show_other_types(tab: TypesTab, session: Session) -> None:
    session.answer("family", ["c5"])
    tab.refresh()
    assert {row.instance_type.family for row in tab.findChildren(TypeTable)[0].shown} == {"c5"}
    assert tab.first_control().accessibleName() == "Filter the types"


def test_the_filters_example_finds_something(tab: TypesTab) -> None:
    example = tab._filter.placeholderText().partition(": ")[2]
    tab.narrow(example)
    assert tab._table.shown


def test_escape_clears_the_filter(tab: TypesTab, qtbot: QtBot) -> None:
    tab.narrow("m7i")
    few = len(tab._table.shown)
    qtbot.keyClick(tab.first_control(), Qt.Key.Key_Escape)
    assert len(tab._table.shown) > few
