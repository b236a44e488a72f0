"""A thin bar: how much of the whole is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.rectangle import draw_rect


class ProgressStrip(QWidget):
    """Repeats in length what the figure above it says; it has no name and takes no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """share: from 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        whole = QRectF(self.rect())
        draw_rect(painter, whole, 2, fill=color.hairline(palette, ground))
        if self._share:
            left = QRectF(0, 0, max(4.0, whole.width() * self._share), whole.height())
            draw_rect(painter, left, 2, fill=color.accent(palette, ground))
        painter.end()
