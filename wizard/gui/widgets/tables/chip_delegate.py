"""Cells of a table that show a few words as chips in place of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.label import Style, font_of
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE, ItemDelegate, draw_ground, mirrored_in, padding

CHIPS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Words, a line each; a cell that has none of them shows its text."""
_GAP = 5
_INSIDE = 7
_Index = QModelIndex | QPersistentModelIndex


class ChipDelegate(ItemDelegate):
    """The words of CHIPS_ROLE, each with a line around it. What does not fit is told by its number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = _words(index)
        if not words:
            return super().sizeHint(option, index)
        metrics = QFontMetrics(option.font)
        width = sum(self._width(word) + _GAP for word in words) + metrics.ascent() + _GAP
        # As tall as the rows of text beside it.
        return QSize(width + 2 * padding(metrics), metrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        words = _words(index)
        if not words:
            super().paint(painter, option, index)
            return
        ink, ground = draw_ground(painter, option)
        metrics = QFontMetrics(option.font)
        room = padding(metrics)
        left, side = option.rect.left() + room, metrics.ascent()
        middle = option.rect.center().y() + 0.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if sign := index.data(SIGN_ROLE):
            place = QRectF(left, middle - side / 2, side, side)
            draw_icon(painter, mirrored_in(option, place), sign, ink)
            left += side + _GAP
        painter.setFont(self._font())
        height = QFontMetrics(self._font()).height() + 4
        for word in self._fitting(words, option.rect.right() - room - left):
            chip = mirrored_in(option, QRectF(left + 0.5, middle - height / 2, self._width(word), height))
            painter.setPen(QPen(color.mixed(ground, ink, 0.55), 1))
            painter.setBrush(color.mixed(ground, ink, 0.06))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(ink)
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), word)
            left += self._width(word) + _GAP
        painter.restore()

    def _fitting(self, words: Sequence[str], room: int) -> Sequence[str]:
        """As many as there is room for, then how many are left."""
        for count in range(len(words), 0, -1):
            shown = [*words[:count], f"+{len(words) - count}"] if count < len(words) else words
            if sum(self._width(word) + _GAP for word in shown) - _GAP <= room:
                return shown
        return [f"+{len(words)}"]

    @staticmethod
    def _font() -> QFont:
        return font_of(Style.SMALL)

    def _width(self, word: str) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(word) + 2 * _INSIDE


def _words(index: _Index) -> list[str]:
    return str(index.data(CHIPS_ROLE) or "").splitlines()
