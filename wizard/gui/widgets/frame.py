"""The frame around a card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QFrame, QWidget

from wizard.gui.theme import colors as color

_RADIUS = 6.0
_GAP = 2.0
_RING = 1.5


class Framed(QFrame):
    """A card that only shows: a frame around what is laid out in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=False, pointed=False, focused=False)
        painter.end()


class Noted(QFrame):
    """A frame in the accent's colour around what must not be overlooked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=True, pointed=False, focused=False)
        painter.end()


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """Where a part stands in the reader's direction: given from left to right, the other way round from right to left."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return rect
    return rect.translated(widget.width() - rect.left() - rect.right(), 0)


def paint_frame(painter: QPainter, widget: QWidget, *, chosen: bool, pointed: bool, focused: bool) -> None:
    """The card's ground and border: accent and filled where chosen; where focused a second ring inside, so that
    what has the focus does not look chosen.
    """
    palette = widget.palette()
    ground = palette.color(widget.backgroundRole())
    accent = color.accent(palette, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 1.5 if chosen else 1.0
    painter.setPen(QPen(accent if chosen else color.hairline(palette, ground), width))
    fill = color.tint(palette, ground, 0.10 if chosen else 0.05) if chosen or pointed else ground
    painter.setBrush(fill)
    inset = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
    if focused:
        painter.setPen(QPen(palette.color(widget.foregroundRole()), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width + _GAP + _RING / 2
        inner = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, _RADIUS - _GAP, _RADIUS - _GAP)
