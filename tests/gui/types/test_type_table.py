from __future__ import annotations

from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.gui.session import Session
from wizard.gui.types.table import TypeTable
from wizard.model.recommend.ranked import Ranked


def name_of(row: Ranked | None) -> str | None:
    return row.instance_type.name if row else None


def test_the_selected_type_stays_selected(table: TypeTable, session: Session) -> None:
    name = table.shown[5].instance_type.name
    table.selectRow(5)
    table.arrange((0, True))
    assert name_of(table.current()) == name
    table.narrow(name)
    assert name_of(table.current()) == name
    table.narrow("")
    table.arrange(None)
    table.fill(session.recommendation.ranked[3:])
    assert name_of(table.current()) == name
    table.fill(session.recommendation.ranked[:3])
    assert table.current() is table.shown[0]


def test_an_empty_table_has_no_current_row(table: TypeTable) -> None:
    table.narrow("no such type")
    assert table.current() is None
    assert table.selected == []


def test_a_header_asks_to_sort_and_shows_the_order(qtbot: QtBot, table: TypeTable) -> None:
    with qtbot.waitSignal(table.asked_to_sort) as asked:
        table.horizontalHeader().sectionClicked.emit(2)
    assert asked.args == [2]
    table.arrange((2, True))
    header = table.horizontalHeader()
    assert header.isSortIndicatorShown()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, Qt.SortOrder.DescendingOrder)
    table.arrange(None)
    assert not header.isSortIndicatorShown()


def test_several_rows_are_selected_and_copied_by_key(qtbot: QtBot, table: TypeTable) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected == table.shown[:2]
    # Qt remembers a held key between tests; this one lets go of it.
    qtbot.keyClick(table, Qt.Key.Key_F7)
    with qtbot.waitSignal(table.asked_to_copy):
        next(
            a for a in table.actions() if a.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
        ).trigger()
    assert table.texts(table.selected)[0][0] == table.shown[0].instance_type.name


def test_larger_text_makes_room(qtbot: QtBot, table: TypeTable, qapp: QApplication) -> None:
    width, height = table.columnWidth(0), table.verticalHeader().defaultSectionSize()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: table.columnWidth(0) > width)
    assert table.verticalHeader().defaultSectionSize() > height
