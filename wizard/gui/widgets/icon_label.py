"""A small drawing beside a text, in the text's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.label import line_width

_DIRECTED = frozenset({"next"})
"""What points to where the reader goes on."""


class IconLabel(QWidget):
    """It repeats what the words beside it say, so it has no name of its own.

    accented: drawn in the accent colour. lines: as tall as so many lines of text.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, accented: bool = False, lines: int = 1
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._accented = accented
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def become(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side(), self._side() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ink = palette.color(self.foregroundRole())
        if self._accented:
            ink = color.accent(palette, palette.color(self.backgroundRole()))
        side = self._side()
        if self._name in _DIRECTED and self.isRightToLeft():
            painter.translate(side, 0)
            painter.scale(-1, 1)
        draw_icon(painter, QRectF(0, 1, side, side), self._name, ink)
        painter.end()

    def _side(self) -> int:
        return max(16, round(line_width(1) * 2.2)) * self._lines
