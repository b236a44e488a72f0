"""By which column a table is sorted, and in which direction: what a click on a header does, for the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from wizard.gui.texts import gettext
from wizard.gui.types.rows import ColumnOrder
from wizard.gui.widgets.combo_box import ComboBox


class SortBox(QWidget):
    """usual: the name of the order that no column makes. changed: the new order as a column and whether it runs
    downwards, or None for the usual order.
    """

    changed = Signal(object)

    def __init__(self, columns: Sequence[str], usual: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = ComboBox()
        self._box.addItems([usual, *columns])
        self._box.setAccessibleName(gettext("Sort by"))
        self._box.activated.connect(self._tell)
        self._downwards = QToolButton()
        self._downwards.setCheckable(True)
        self._downwards.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._downwards.toggled.connect(self._tell)
        label = QLabel(gettext("S&ort by"))
        label.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (label, self._box, self._downwards):
            row.addWidget(widget)
        self._show_direction()

    @property
    def order(self) -> ColumnOrder | None:
        """The column and whether it runs downwards; None for the usual order."""
        column = self._box.currentIndex() - 1
        return (column, self._downwards.isChecked()) if column >= 0 else None

    def take(self, column: int) -> None:
        """Sort by this column; the other way round if it is sorted by it already."""
        if self._box.currentIndex() == column + 1:
            self._downwards.toggle()
        else:
            self._box.setCurrentIndex(column + 1)
            self._tell()

    def _tell(self) -> None:
        self._show_direction()
        self.changed.emit(self.order)

    def _show_direction(self) -> None:
        downwards = self._downwards.isChecked()
        self._downwards.setEnabled(self._box.currentIndex() > 0)
        self._downwards.setArrowType(Qt.ArrowType.DownArrow if downwards else Qt.ArrowType.UpArrow)
        text = gettext("Descending order") if downwards else gettext("Ascending order")
        self._downwards.setToolTip(text)
        self._downwards.setAccessibleName(text)
