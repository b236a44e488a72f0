"""A page of the report on the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.theme import colors as color


class Sheet(QWidget):
    """A page image, one image pixel on one screen pixel, with a thin edge.

    The pixels are unpacked when the page is painted, and let go of by `drop`: a page is 4 MiB of them, and 100 KiB as
    a PNG.
    """

    def __init__(self, png: bytes, ratio: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._png = png
        self._ratio = ratio
        self._picture: QPixmap | None = None
        self._size = QSize(size_of(png) / ratio) + QSize(2, 2)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def unpacked(self) -> bool:
        """Whether its pixels are in memory."""
        return self._picture is not None

    def drop(self) -> None:
        """Let go of the pixels; they come back when the page is painted."""
        self._picture = None

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = QPixmap()
            self._picture.loadFromData(self._png, "PNG")
            self._picture.setDevicePixelRatio(self._ratio)
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._picture)
        palette = self.palette()
        painter.setPen(QPen(color.hairline(palette, palette.color(self.backgroundRole())), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


def size_of(png: bytes) -> QSize:
    """How large a picture is, without unpacking it."""
    reader, _buffer = _reader(png)
    return reader.size()


def small(png: bytes, width: int, ratio: float) -> QPixmap:
    """The picture as wide as this on the screen."""
    reader, _buffer = _reader(png)
    size = reader.size()
    wanted = round(width * ratio)
    reader.setScaledSize(QSize(wanted, max(1, round(size.height() * wanted / max(1, size.width())))))
    image: QImage = reader.read()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def _reader(png: bytes) -> tuple[QImageReader, QBuffer]:
    """The buffer has to live as long as its reader."""
    buffer = QBuffer()
    buffer.setData(QByteArray(png))
    return QImageReader(buffer, QByteArray(b"png")), buffer
