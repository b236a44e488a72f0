"""The heads of a table's columns, with a field under each that narrows the rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView

_ROOM = 2

MakeField = Callable[[int], QLineEdit]
"""A field for a column."""


class FilterHeader(QHeaderView):
    """A field is made when its column is first shown, and forgets what was typed when the column goes.

    narrowed: something else stands in the fields than before. make: with its name, its hint and its tip.
    """

    narrowed = Signal()

    def __init__(self, make: MakeField, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._make = make
        self._fields: dict[int, QLineEdit] = {}
        self.sectionResized.connect(lambda *_: self._place_fields())
        self.sectionMoved.connect(lambda *_: self._place_fields())
        self.geometriesChanged.connect(self._place_fields)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self._place_fields())

    @property
    def limits(self) -> dict[int, str]:
        """What stands in the fields, by column."""
        return {section: field.text() for section, field in self._fields.items() if field.text()}

    def fields(self) -> list[QLineEdit]:
        """Those that are shown, from left to right as the columns stand."""
        return [self._field(section) for section in self._shown()]

    def clear(self) -> None:
        """Empty all fields."""
        for field in self._fields.values():
            field.clear()

    def follow_columns(self) -> None:
        """Show a field under each column that is shown; what was typed for another counts no longer."""
        shown = set(self._shown())
        for section in shown:
            self._field(section)
        for section, field in self._fields.items():
            field.setVisible(section in shown)
            if section not in shown:
                field.clear()
        self._place_fields()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._tall())

    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, self._tall())
        super().updateGeometries()
        self._place_fields()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._bring_into_sight(watched)
        return super().eventFilter(watched, event)

    def _shown(self) -> list[int]:
        sections = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in sections if not self.isSectionHidden(section)]

    def _field(self, section: int) -> QLineEdit:
        if section not in self._fields:
            field = self._fields[section] = self._make(section)
            field.setParent(self)
            field.installEventFilter(self)
            field.textChanged.connect(lambda _: self.narrowed.emit())
            field.show()
        return self._fields[section]

    def _tall(self) -> int:
        field = next(iter(self._fields.values()), None)
        return field.sizeHint().height() + 2 * _ROOM if field else 0

    def _place_fields(self) -> None:
        top = self.viewport().geometry().bottom() + 1 + _ROOM
        tall = self._tall() - 2 * _ROOM
        for section, field in self._fields.items():
            left = self.viewport().x() + self.sectionViewportPosition(section)
            field.setGeometry(left + 1, top, self.sectionSize(section) - 2, tall)

    def _bring_into_sight(self, field: QObject) -> None:
        """Scroll sideways to a field that the Tab key came to."""
        section = next((section for section, each in self._fields.items() if each is field), None)
        table = self.parent()
        if section is None or not isinstance(table, QTableView):
            return
        left, width = self.sectionViewportPosition(section), self.sectionSize(section)
        bar, room = table.horizontalScrollBar(), self.viewport().width()
        beyond = left + width - room if left + width > room else min(0, left)
        bar.setValue(bar.value() + (-beyond if self.isRightToLeft() else beyond))
