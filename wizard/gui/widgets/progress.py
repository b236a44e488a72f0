"""A thin bar: how much of the whole is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.theme import colors as color


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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = self.palette()
        ground = palette.color(self.backgroundRole())
        whole = QRectF(self.rect())
        painter.setBrush(color.hairline(palette, ground))
        painter.drawRoundedRect(whole, 2, 2)
        if self._share:
            painter.setBrush(color.accent(palette, ground))
            painter.drawRoundedRect(QRectF(0, 0, max(4.0, whole.width() * self._share), whole.height()), 2, 2)
        painter.end()
