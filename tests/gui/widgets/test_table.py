from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel, Qt
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE, ItemDelegate
from wizard.gui.widgets.tables.table import RowModel, RowTable


def test_a_sign_needs_room_and_is_painted_in_the_rows_colour(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel()
    for sign in ("", "works"):
        item = QStandardItem("the same words")
        item.setData(sign, SIGN_ROLE)
        model.appendRow(item)
    view.setModel(model)
    row = ItemDelegate(view)
    view.setItemDelegate(row)
    option = QStyleOptionViewItem()
    option.font = view.font()
    plain, signed = (row.sizeHint(option, model.index(at, 0)) for at in (0, 1))
    assert isinstance(plain, QSize)
    assert signed.width() > plain.width()
    view.show()
    looks = [view.grab().toImage()]
    view.setCurrentIndex(model.index(1, 0))
    looks.append(view.grab().toImage())
    model.item(0).setTextAlignment(Qt.AlignmentFlag.AlignRight)
    looks.append(view.grab().toImage())
    assert looks[0] != looks[1] != looks[2]


class _Places(RowModel):
    """Five rows of two columns that say where they are."""

    def rowCount(self, _parent: object = None) -> int:  # noqa: N802  # Qt's name
        return 5

    def columnCount(self, _parent: object = None) -> int:  # noqa: N802  # Qt's name
        return 2

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        return f"{index.row()}, {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    def title(self, section: int) -> str:
        return str(section)


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    model = _Places()
    table = RowTable(model, "Things")
    model.setParent(table)
    qtbot.addWidget(table)
    table.show()
    return table


def test_whole_rows_are_selected_and_copied_by_key(qtbot: QtBot, table: RowTable) -> None:
    assert table.accessibleName() == "Things"
    table.go_to(3)
    assert table.selected_places() == [3]
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_places() == [2, 3]
    qtbot.keyClick(table, Qt.Key.Key_F7)
    keys = QKeySequence(QKeySequence.StandardKey.Copy)
    with qtbot.waitSignal(table.asked_to_copy):
        next(action for action in table.actions() if action.shortcut() == keys).trigger()


def test_the_order_is_marked_at_its_column(table: RowTable) -> None:
    header = table.horizontalHeader()
    table.show_sort(1, downwards=True)
    assert header.isSortIndicatorShown()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    table.show_sort(None, downwards=False)
    assert not header.isSortIndicatorShown()


def test_once_fitted_it_grows_with_the_font(qtbot: QtBot, table: RowTable, qapp: QApplication) -> None:
    assert not table.fitted
    table.fit()
    width, height = table.columnWidth(0), table.verticalHeader().defaultSectionSize()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: table.columnWidth(0) > width)
    assert table.verticalHeader().defaultSectionSize() > height
