"""The frame around a card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from wizard.gui.theme import colors as color

_RADIUS = 6.0


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


def paint_frame(painter: QPainter, widget: QWidget, *, chosen: bool, pointed: bool, focused: bool) -> None:
    """The card's ground and border: accent where chosen, a stronger border where focused."""
    palette = widget.palette()
    ground = palette.color(widget.backgroundRole())
    accent = color.accent(palette, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2.0 if focused else 1.25 if chosen else 1.0
    border = accent if chosen or focused else color.hairline(palette, ground)
    painter.setPen(QPen(border, width))
    fill = color.tint(palette, ground, 0.10 if chosen else 0.05) if chosen or pointed else ground
    painter.setBrush(fill)
    inset = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
