"""By which column a table is sorted, and in which direction: what a click on a head does, for the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from wizard.gui.texts import gettext
from wizard.gui.types.rows import ColumnOrder


class SortButton(QPushButton):
    """usual: the name of the order that no column makes. changed: the new order as a column and whether it runs
    downwards, or None for the usual order.
    """

    changed = Signal(object)

    def __init__(self, columns: Sequence[str], usual: str, parent: QWidget | None = None) -> None:
        super().__init__(gettext("S&ort"), parent)
        self.setAutoDefault(True)
        menu = QMenu(self)
        self._columns, self._directions = QActionGroup(self), QActionGroup(self)
        for text in (usual, *columns):
            self._add(menu, self._columns, text)
        menu.addSeparator()
        for text in (gettext("Ascending order"), gettext("Descending order")):
            self._add(menu, self._directions, text)
        self._columns.actions()[0].setChecked(True)
        self._directions.actions()[0].setChecked(True)
        self.setMenu(menu)
        self._say()

    @property
    def order(self) -> ColumnOrder | None:
        """The column and whether it runs downwards; None for the usual order."""
        column = self._columns.actions().index(self._columns.checkedAction()) - 1
        return (column, self._downwards.isChecked()) if column >= 0 else None

    def take(self, column: int) -> None:
        """Sort by this column; the other way round if it is sorted by it already."""
        action = self._columns.actions()[column + 1]
        if action.isChecked():
            up, down = self._directions.actions()
            (up if down.isChecked() else down).setChecked(True)
        action.setChecked(True)
        self._tell()

    @property
    def _downwards(self) -> QAction:
        return self._directions.actions()[1]

    def _add(self, menu: QMenu, group: QActionGroup, text: str) -> None:
        action = QAction(text.replace("&", "&&"), group)
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        menu.addAction(action)

    def _tell(self) -> None:
        self._say()
        self.changed.emit(self.order)

    def _say(self) -> None:
        """For who does not see the mark in the head of the column."""
        for action in self._directions.actions():
            action.setEnabled(self.order is not None)
        parts = [self._columns.checkedAction().text().replace("&&", "&")]
        if self.order is not None:
            parts.append(self._directions.checkedAction().text())
        text = gettext("Sorted by: {order}").replace("{order}", ", ".join(parts))
        self.setToolTip(text)
        self.setAccessibleName(text)
