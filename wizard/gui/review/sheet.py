"""One page of the report, as it will print."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui import color


class Sheet(QWidget):
    """A page image, one image pixel on one screen pixel, with a thin edge."""

    def __init__(self, png: bytes, ratio: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._picture.loadFromData(png, "PNG")
        self._picture.setDevicePixelRatio(ratio)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._picture.deviceIndependentSize().toSize() + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._picture)
        palette = self.palette()
        painter.setPen(QPen(color.hairline(palette, palette.color(self.backgroundRole())), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
