"""A button with a sentence on it: what it does, and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.frame import mirrored, paint_frame
from wizard.gui.widgets.label import WRAPPED, Style, font_of
from wizard.gui.widgets.pointed import HandPointed

_PADDING = 14
_SIGN = 20
_LEFT = _PADDING + _SIGN + 12
_KEPT = 16
_NARROWEST = 195


class ActionCard(HandPointed, QPushButton):
    """Two lines that wrap beside a sign."""

    def __init__(self, text: str, result: str, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ((text, Style.STRONG), (result, Style.SMALL))
        self._sign = sign
        self._measured: dict[int, list[QRect]] = {}
        self.setAccessibleName(text)
        self.setAccessibleDescription(result)
        self.setAutoDefault(True)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(rect.height() for rect in self._rects(width)) + 2 + 2 * _PADDING

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(max(_NARROWEST, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        self._measured.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self, chosen=self.isDown(), pointed=self.pointed, focused=self.hasFocus())
        palette = self.palette()
        ground, ink = palette.color(self.backgroundRole()), palette.color(self.foregroundRole())
        sign = mirrored(self, QRectF(_PADDING, _PADDING, _SIGN, _SIGN))
        draw_icon(painter, sign, self._sign, color.accent(palette, ground))
        top = _PADDING
        for (text, style), rect in zip(self._lines, self._rects(self.width()), strict=True):
            painter.setFont(font_of(style))
            if style is Style.SMALL:
                painter.setOpacity(color.strength(ink, color.tint(palette, ground)))
            painter.drawText(mirrored(self, QRectF(rect.translated(_LEFT, top))), WRAPPED, text)
            top += rect.height() + 2
        painter.end()

    def _rects(self, width: int) -> list[QRect]:
        """Where the lines stand. Kept: a layout asks for the height of a width dozens of times."""
        if width not in self._measured:
            if len(self._measured) >= _KEPT:
                self._measured.clear()
            self._measured[width] = self._measure(max(1, width - _LEFT - _PADDING))
        return self._measured[width]

    def _measure(self, inner: int) -> list[QRect]:
        return [
            QRect(
                0,
                0,
                inner,
                QFontMetrics(font_of(style)).boundingRect(QRect(0, 0, inner, 10_000), WRAPPED, text).height(),
            )
            for text, style in self._lines
        ]
