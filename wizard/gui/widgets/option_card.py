"""A choice as a card: a radio button or a check box, its label, and a line of help under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.widgets.frame import mirrored, paint_frame
from wizard.gui.widgets.label import Style, font_of
from wizard.gui.widgets.pointed import Pointed

_PADDING_X = 12
_PADDING_Y = 10
_GAP = 10
# As much of a help text on one line as lets two cards stand beside each other on a page.
_ENOUGH = 210
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


_Inks = tuple[QColor, QColor, QColor]


def inks_of(widget: QWidget) -> _Inks:
    """Ground, outline and accent, each outline at least 3 to 1 against the ground."""
    palette = widget.palette()
    ground = palette.color(widget.backgroundRole())
    return ground, color.outline(palette, ground), color.accent(palette, ground)


def paint_radio(painter: QPainter, rect: QRectF, inks: _Inks, *, chosen: bool) -> None:
    """The circle of a radio button: Qt's own can hardly be seen on a dark ground."""
    ground, outline, accent = inks
    painter.setBrush(ground)
    painter.setPen(QPen(accent if chosen else outline, 1.5))
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    if chosen:
        inset = rect.width() * 0.3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Card(Pointed, _Button):
    """What the two kinds of card share. Mixed into a Qt button, which keeps role and keys."""

    _label: str
    _help: str
    _heights: dict[int, int]
    _hint: QSize | None

    def _dress(self, label: str, help_text: str) -> None:
        self._label, self._help = label, help_text
        self._heights, self._hint = {}, None
        self.setText(label.replace("&", "&&"))
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        self.setAccessibleName(label)
        self.setAccessibleDescription(help_text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def relabel(self, label: str, name: str = "") -> None:
        """Say something else. name: all of it, where the label is short."""
        self.setAccessibleName(name or label)
        if label != self._label:
            self._label, self._hint = label, None
            self._heights.clear()
            self.setText(label.replace("&", "&&"))
            self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._heights.clear()
            self._hint = None

    def _height(self, width: int) -> int:
        inner = max(1, width - self._text_left() - _PADDING_X)
        height = self._text_height(self._label_metrics(), self._label, inner)
        if self._help:
            height += 2 + self._text_height(self._help_metrics(), self._help, inner)
        return max(height, self._indicator_size()) + 2 * _PADDING_Y

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._size()
        return self._hint

    def _size(self) -> QSize:
        text = self._label_metrics().horizontalAdvance(self._label)
        if self._help:
            text = max(text, min(self._help_metrics().horizontalAdvance(self._help), _ENOUGH))
        width = self._text_left() + text + _PADDING_X + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max(
            (self._label_metrics().horizontalAdvance(word) for word in self._label.split()), default=0
        )
        width = self._text_left() + words + _PADDING_X + 2
        return QSize(width, self._label_metrics().height() + 2 * _PADDING_Y)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        enabled = self.isEnabled()
        paint_frame(
            painter, self, chosen=self.isChecked(), pointed=self.pointed and enabled, focused=self.hasFocus()
        )
        size = self._indicator_size()
        top = _PADDING_Y + (self._label_metrics().height() - size) / 2
        self._paint_indicator(painter, mirrored(self, QRectF(_PADDING_X, top, size, size)))
        self._paint_text(painter)
        painter.end()

    def _paint_indicator(self, painter: QPainter, rect: QRectF) -> None:
        """The kind's own shape, hollow or filled."""
        raise NotImplementedError

    def _inks(self) -> _Inks:
        return inks_of(self)

    def _paint_text(self, painter: QPainter) -> None:
        palette = self.palette()
        ink = palette.color(self.foregroundRole())
        left = self._text_left()
        inner = self.width() - left - _PADDING_X
        painter.setFont(font_of(Style.BODY))
        painter.setPen(ink)
        height = self._text_height(self._label_metrics(), self._label, inner)
        painter.drawText(mirrored(self, QRectF(left, _PADDING_Y, inner, height)), _WRAP, self._label)
        if self._help:
            painter.setFont(font_of(Style.SMALL))
            painter.setPen(self._help_ink(palette, ink))
            below = QRectF(left, _PADDING_Y + height + 2, inner, self.height() - height - _PADDING_Y)
            painter.drawText(mirrored(self, below), _WRAP, self._help)

    def _help_ink(self, palette: QPalette, ink: QColor) -> QColor:
        ground = palette.color(self.backgroundRole())
        return color.quiet(ink, color.tint(palette, ground) if self.isChecked() else ground)

    def _indicator_size(self) -> int:
        return max(15, round(self._label_metrics().height() * 0.95))

    def _text_left(self) -> int:
        return _PADDING_X + self._indicator_size() + _GAP

    def _label_metrics(self) -> QFontMetrics:
        return QFontMetrics(font_of(Style.BODY))

    def _help_metrics(self) -> QFontMetrics:
        return QFontMetrics(font_of(Style.SMALL))

    @staticmethod
    def _text_height(metrics: QFontMetrics, text: str, width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


class RadioCard(_Card, QRadioButton):
    """One of several; arrow keys move the choice, as in any group of radio buttons."""

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, parent)
        self._dress(label, help_text)

    def _paint_indicator(self, painter: QPainter, rect: QRectF) -> None:
        paint_radio(painter, rect, self._inks(), chosen=self.isChecked())


class CheckCard(_Card, QCheckBox):
    """One of any number."""

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, parent)
        self._dress(label, help_text)

    def _paint_indicator(self, painter: QPainter, rect: QRectF) -> None:
        ground, outline, accent = self._inks()
        chosen = self.isChecked()
        painter.setBrush(accent if chosen else ground)
        painter.setPen(QPen(accent if chosen else outline, 1.5))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
        if chosen:
            left, top, size = rect.x(), rect.y(), rect.width()
            corners = ((0.28, 0.53), (0.44, 0.69), (0.73, 0.34))
            painter.setPen(
                QPen(ground, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline([QPointF(left + x * size, top + y * size) for x, y in corners])
