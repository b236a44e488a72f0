"""A heading that unfolds what stands under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.frame import mirrored
from wizard.gui.widgets.label import Style, font_of
from wizard.gui.widgets.pointed import Pointed

_GAP = 8
_ROOM = 6


class Disclosure(Pointed, QCheckBox):
    """Checked while what belongs to it is shown; an arrow says which. It folds nothing by itself."""

    def __init__(self, text: str, style: Style = Style.HEADING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.say(text)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show another heading."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._text_rect(width).height() + 2 * _ROOM

    def sizeHint(self) -> QSize:
        width = self._left() + self._metrics().horizontalAdvance(self._text) + _ROOM
        return QSize(width, self._metrics().height() + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._metrics().height() + 2 * _ROOM)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        ground, ink = palette.color(self.backgroundRole()), palette.color(self.foregroundRole())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.pointed or self.hasFocus():
            painter.setPen(QPen(color.accent(palette, ground), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color.tint(palette, ground, 0.05))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        side = self._metrics().ascent()
        place = mirrored(self, QRectF(_ROOM, _ROOM, side, self._metrics().height()))
        closed = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else 180
        painter.save()
        painter.translate(place.center())
        painter.rotate(90 if self.isChecked() else closed)
        draw_icon(painter, QRectF(-side / 2, -side / 2, side, side), "next", color.accent(palette, ground))
        painter.restore()
        painter.setFont(font_of(self._style))
        painter.setPen(ink)
        text = mirrored(self, QRectF(self._text_rect(self.width())))
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap), self._text)
        painter.end()

    def _text_rect(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._left() - _ROOM), 10_000)
        height = self._metrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._text).height()
        return QRect(self._left(), _ROOM, room.width(), height)

    def _left(self) -> int:
        return _ROOM + self._metrics().ascent() + _GAP

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font_of(self._style))
