from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.session import Session
from wizard.gui.types.browser import TypesBrowser
from wizard.gui.types.columns import BY_ID, COLUMNS
from wizard.gui.types.comparison import ComparisonDialog
from wizard.gui.types.details import TypeDetails
from wizard.gui.types.elsewhere_row import ElsewhereRow
from wizard.gui.types.listing import Listing
from wizard.gui.types.table import TypeTable
from wizard.gui.widgets.disclosure import Disclosure
from wizard.gui.widgets.page import tab_chain
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.gui.widgets.tables.filter_header import FilterHeader

FITTING = Listing(
    "Instance types that fit",
    "Recommended order",
    lambda session: session.recommendation.ranked,
    "type_columns",
    "type_layout",
)


@pytest.fixture
def tab(qtbot: QtBot, session: Session, world: World) -> TypesBrowser:
    window = QWidget()
    qtbot.addWidget(window)
    session.answer("family", ["m5", "m5d"])
    tab = TypesBrowser(session, FileDialogs(window, world.services()), FITTING)
    qtbot.addWidget(tab)
    tab.resize(900, 500)
    tab.show()
    tab.refresh()
    wait_until_quiet(qtbot, tab)
    return tab


def copying(tab: TypesBrowser) -> dict[str, QAction]:
    menu = next(b for b in tab.findChildren(QPushButton) if b.accessibleName() == "Copy").menu()
    return {action.text().replace("&", ""): action for action in menu.actions()}


def clipboard() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_the_findings_follow_the_selected_row(qtbot: QtBot, tab: TypesBrowser) -> None:
    table, head = tab.findChildren(TypeTable)[0], tab.findChildren(Disclosure)[0]
    table.selectRow(2)
    name = table.shown[2].instance_type.name
    qtbot.waitUntil(lambda: head.accessibleName().startswith(f"{name} fits"))
    # Folded it is one line, and the table has the room; unfolded it is all there.
    tab.resize(900, 330)
    details = tab.findChildren(TypeDetails)[0]
    assert details.isHidden()
    rows = table.height()
    head.click()
    assert any("USD an hour" in label.text() for label in details.findChildren(QLabel))
    assert table.height() < rows


def test_exactly_what_is_shown_is_copied(tab: TypesBrowser) -> None:
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
    tab: TypesBrowser, world: World, chosen_file: Callable[[Path], None]
) -> None:
    table = tab.findChildren(TypeTable)[0]
    table.asked_to_sort.emit(0)
    table.asked_to_sort.emit(0)
    tab.narrow("xlarge")
    chosen_file(Path("/x/types.csv"))
    next(b for b in tab.findChildren(QPushButton) if "CSV" in b.accessibleName()).click()
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


def test_a_filter_without_a_match_is_an_empty_state_and_no_dead_end(qtbot: QtBot, tab: TypesBrowser) -> None:
    tab.narrow("zzz")
    hint = "No type matches the filter. Clear it to see them all."
    qtbot.waitUntil(lambda: hint in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()])
    assert not tab.findChildren(Disclosure)[0].isVisible(), "there is nothing to unfold"
    total = len(tab.findChildren(TypeTable)[0]._model.rows._all)
    assert f"0 of {total}" in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    tab.narrow("")
    assert tab.findChildren(TypeTable)[0].shown
    qtbot.waitUntil(tab.findChildren(Disclosure)[0].isVisible)


def test_short_findings_leave_the_table_the_room(tab: TypesBrowser, qtbot: QtBot) -> None:
    splitter = tab.findChildren(QSplitter)[0]
    table, details = splitter.sizes()
    assert table > details
    tab.resize(900, 900)
    assert splitter.sizes()[0] - table > splitter.sizes()[1] - details


def test_who_moves_the_handle_keeps_it_there(tab: TypesBrowser, session: Session, qtbot: QtBot) -> None:
    splitter = tab.findChildren(QSplitter)[0]
    splitter.moveSplitter(160, 1)
    splitter.splitterMoved.emit(160, 1)
    sizes = splitter.sizes()
    session.answer("family", ["c5"])
    tab.refresh()
    wait_until_quiet(qtbot, tab)
    assert splitter.sizes() == sizes


def test_other_answers_show_other_types(tab: TypesBrowser, session: Session) -> None:
    session.answer("family", ["c5"])
    tab.refresh()
    assert {row.instance_type.family for row in tab.findChildren(TypeTable)[0].shown} == {"c5"}
    assert tab.first_control().accessibleName() == "Filter the types"


def test_the_filters_example_finds_something(tab: TypesBrowser) -> None:
    example = tab._filter.placeholderText().partition(": ")[2]
    tab.narrow(example)
    assert tab._table.shown


def test_escape_clears_the_filter(tab: TypesBrowser, qtbot: QtBot) -> None:
    tab.narrow("m7i")
    few = len(tab._table.shown)
    qtbot.keyClick(tab.first_control(), Qt.Key.Key_Escape)
    assert len(tab._table.shown) > few


def test_columns_are_chosen_and_remembered(qtbot: QtBot, tab: TypesBrowser, world: World) -> None:
    table = tab.findChildren(TypeTable)[0]
    columns = tab.findChildren(CheckMenuButton)[0]
    assert columns.chosen == table.ids
    assert "boot" not in table.ids
    columns.choose(["type", "boot"])
    assert table.ids == ("type", "boot")
    assert table.header == ("Instance type", "Boot modes")
    assert world.preferences["type_columns"] == '["type", "boot"]'
    again = TypesBrowser(tab._session, FileDialogs(tab, world.services()), FITTING)
    qtbot.addWidget(again)
    again.refresh()
    assert again.findChildren(TypeTable)[0].ids == ("type", "boot")
    # Without any, those that tell the types apart come back.
    columns.choose([])
    assert {"type", "vcpus", "why"} <= set(table.ids)
    tips = [
        table.model().headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        for place in range(table.model().columnCount())
    ]
    assert "What it sustains and, behind the dash, the burst." in tips
    assert tips[0] is None


def test_what_one_looks_for_and_is_not_there_is_found_elsewhere(qtbot: QtBot, tab: TypesBrowser) -> None:
    row = tab.findChildren(ElsewhereRow)[0]
    buttons = {b.text().replace("&", ""): b for b in row.findChildren(QPushButton)}
    assert row.isHidden()
    tab.narrow("m7g.large")
    assert row.isVisible()
    assert "m7g.large matches and was left out. Not of the families m5, m5d" in [
        label.text() for label in row.findChildren(QLabel)
    ]
    with qtbot.waitSignal(row.listed) as listed:
        buttons["Show in all types"].click()
    assert listed.args == ["m7g.large"]
    tab.narrow("m5.large")
    assert row.isHidden()
    tab.narrow("zzz")
    assert row.isHidden()
    tab._session.answer("family", None)
    tab.refresh()
    tab.narrow("m7g.large")
    take = next(b for b in row.findChildren(QPushButton) if "arm64" in b.text())
    take.click()
    assert tab._session.walk.answers["arch"] == "arm64"
    tab.refresh()
    assert [r.instance_type.name for r in tab.findChildren(TypeTable)[0].shown] == ["m7g.large"]


def test_the_menu_of_a_row_copies_compares_and_says_why(
    qtbot: QtBot, tab: TypesBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, actions = tab.findChildren(TypeTable)[0], tab.actions_on_rows
    opened: list[str] = []
    monkeypatch.setattr(ComparisonDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    compare = actions.buttons[0]
    table.selectRow(0)
    assert (compare.text(), compare.isEnabled()) == ("Com&pare (0)", False)

    def choose(text: str) -> None:
        entries = {a.text().replace("&", ""): a for a in actions.menu().actions()}
        assert entries[text].isEnabled()
        entries[text].trigger()

    first, second = (row.instance_type.name for row in table.shown[:2])
    choose(f"Copy {first}")
    assert clipboard() == [first]
    choose("Copy selected rows")
    assert len(clipboard()) == 2
    choose("Properties…")
    table.doubleClicked.emit(table.model().index(0, 0))
    assert opened == [first, first]
    assert not next(a for a in actions.menu().actions() if "pare" in a.text()).isEnabled()
    table.selectAll()
    assert compare.text() == "Com&pare (4)"
    table.clearSelection()
    for place in (0, 1):
        table.selectionModel().select(
            table.model().index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    choose("Compare (2)")
    assert opened[2:] == [f"{first}, {second}"]
    with qtbot.waitSignal(actions.asked_why):
        choose("Why")
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    with qtbot.waitSignal(table.asked_for_menu):
        QApplication.sendEvent(
            table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        )
    tab.narrow("zzz")
    assert not any(action.isEnabled() for action in actions.menu().actions())


def fields(tab: TypesBrowser) -> dict[str, QLineEdit]:
    header = tab.findChildren(FilterHeader)[0]
    return {field.accessibleName(): field for field in header.fields()}


def test_the_fields_under_the_heads_narrow_the_rows_together(qtbot: QtBot, tab: TypesBrowser) -> None:
    table = tab.findChildren(TypeTable)[0]
    total = len(table.shown)
    fields(tab)["Filter vCPUs"].setText("4-8")
    fields(tab)["Filter Instance type"].setText("m5d")
    assert {row.instance_type.vcpus for row in table.shown} == {4, 8}
    assert all(row.instance_type.name.startswith("m5d.") for row in table.shown)
    assert f"{len(table.shown)} of {total}" in [label.text() for label in tab.findChildren(QLabel)]
    fields(tab)["Filter Price (USD/h)"].setText("<0.3")
    assert all(row.price and row.price.hourly_usd < Decimal("0.3") for row in table.shown)
    # A price by itself is the most that one pays; a word is looked for in what the cells say.
    fields(tab)["Filter Price (USD/h)"].setText("0.226")
    assert [row.instance_type.name for row in table.shown] == ["m5d.xlarge"]
    fields(tab)["Filter Price (USD/h)"].setText("–")
    assert not table.shown
    fields(tab)["Filter Price (USD/h)"].setText("")
    # What is typed for a column counts no longer once the column is gone.
    tab.findChildren(CheckMenuButton)[0].choose(["type", "memory"])
    assert list(fields(tab)) == ["Filter Instance type", "Filter Memory (GiB)"]
    assert {row.instance_type.vcpus for row in table.shown} > {4, 8}
    table.heads.clear()
    assert len(table.shown) == total


def test_the_tab_key_goes_from_the_filter_through_the_heads_to_the_rows(tab: TypesBrowser) -> None:
    chain = tab_chain(tab)
    table = tab.findChildren(TypeTable)[0]
    heads = [chain.index(field) for field in fields(tab).values()]
    assert heads == sorted(heads)
    assert chain.index(tab.first_control()) < heads[0]
    assert heads[-1] < chain.index(table)


def test_a_field_that_is_out_of_sight_is_scrolled_to(qtbot: QtBot, tab: TypesBrowser) -> None:
    tab.findChildren(CheckMenuButton)[0].choose([column.id for column in COLUMNS])
    wait_until_quiet(qtbot, tab)
    last, bar = list(fields(tab).values())[-1], tab.findChildren(TypeTable)[0].horizontalScrollBar()
    first = next(iter(fields(tab).values()))
    tab.window().activateWindow()
    last.setFocus()
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert last.x() < tab.findChildren(FilterHeader)[0].width()
    first.setFocus()
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_dragged_columns_are_as_wide_and_where_they_were_in_the_next_window(
    qtbot: QtBot, tab: TypesBrowser, world: World
) -> None:
    table = tab.findChildren(TypeTable)[0]
    header, place = table.horizontalHeader(), QPoint(5, 5)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    header.resizeSection(0, 240)
    header.moveSection(header.visualIndex(BY_ID["memory"]), 0)
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: "type_layout" in world.preferences)
    assert table.header[0] == "Memory (GiB)"
    assert table.texts(table.shown[:1])[0][0] == str(int(table.shown[0].instance_type.memory_gib))
    again = TypesBrowser(tab._session, FileDialogs(tab, world.services()), FITTING)
    qtbot.addWidget(again)
    again.refresh()
    other = again.findChildren(TypeTable)[0]
    assert other.header[0] == "Memory (GiB)"
    assert abs(other.columnWidth(0) - 240) < 8
