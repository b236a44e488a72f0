"""One item of a list: its bullet or its number, and the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui.widgets.label import Label, Style, line_width

BULLET = "•"


class ListItem(QWidget):
    """The lines of the text stand under each other, not under the mark; more can be put below them."""

    def __init__(self, mark: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._column.addWidget(Label(text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_Mark(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def put(self, widget: QWidget) -> None:
        """Put something under the text."""
        self._column.addWidget(widget)


class _Mark(Label):
    """A number has room for two figures and a dot, so that the texts of a list begin in one line."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Style.BODY, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(line_width(2 if self.text() == BULLET else 4), super().sizeHint().height())
