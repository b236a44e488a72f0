"""The frame around a card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QPlainTextEdit, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.rectangle import draw_rect

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
    if not widget.isRightToLeft():
        return rect
    return rect.translated(widget.width() - rect.left() - rect.right(), 0)


def set_margins(layout: QLayout | QWidget, start: int, top: int, end: int, bottom: int) -> None:
    """Its margins in the reader's direction: Qt leaves left and right as they are said."""
    left, right = (end, start) if QApplication.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, top, right, bottom)


def follow_direction(text: QPlainTextEdit) -> None:
    """Sentences begin where the reader's language does; by itself the field begins at the left."""
    option = text.document().defaultTextOption()
    option.setTextDirection(QApplication.layoutDirection())
    text.document().setDefaultTextOption(option)


def paint_frame(painter: QPainter, widget: QWidget, *, chosen: bool, pointed: bool, focused: bool) -> None:
    """The card's ground and border: accent and filled where chosen; where focused a second ring inside, so that
    what has the focus does not look chosen.
    """
    palette = widget.palette()
    ground = palette.color(widget.backgroundRole())
    accent = color.accent(palette, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 1.5 if chosen else 1.0
    edge = accent if chosen else color.hairline(palette, ground)
    fill = color.tint(palette, ground, 0.10 if chosen else 0.05) if chosen or pointed else ground
    inset = width / 2
    outer = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    draw_rect(painter, outer, _RADIUS, fill=fill, edge=edge, width=width)
    if focused:
        inset = width + _GAP + _RING / 2
        inner = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
        ink = palette.color(widget.foregroundRole())
        draw_rect(painter, inner, _RADIUS - _GAP, edge=ink, width=_RING)
