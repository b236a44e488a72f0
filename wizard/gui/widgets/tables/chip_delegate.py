"""Cells of a table that show a few words as chips in place of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.label import Style, font_of
from wizard.gui.widgets.tables.item_delegate import (
    SIGN_ROLE,
    CellFont,
    ItemDelegate,
    draw_ground,
    mirrored_in,
)

CHIPS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Words, a line each; a cell that has none of them shows its text."""
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_GAP = 5
_INSIDE = 7
_Index = QModelIndex | QPersistentModelIndex


class ChipDelegate(ItemDelegate):
    """The words of CHIPS_ROLE, each with a line around it. What does not fit is told by its number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._small: CellFont | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = _words(index)
        if not words:
            return super().sizeHint(option, index)
        font = self.measured(option)
        small = self._chip_font()
        width = sum(_width(small, word) + _GAP for word in words) + font.metrics.ascent() + _GAP
        # As tall as the rows of text beside it.
        return QSize(width + 2 * font.padding, font.metrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        words = _words(index)
        if not words:
            super().paint(painter, option, index)
            return
        ink, ground = draw_ground(painter, option)
        font, small = self.measured(option), self._chip_font()
        room = font.padding
        left, side = option.rect.left() + room, font.metrics.ascent()
        middle = option.rect.center().y() + 0.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if sign := index.data(SIGN_ROLE):
            place = QRectF(left, middle - side / 2, side, side)
            draw_icon(painter, mirrored_in(option, place), sign, ink)
            left += side + _GAP
        painter.setFont(small.font)
        height = small.metrics.height() + 4
        line, inside = QPen(color.mixed(ground, ink, 0.55), 1), color.mixed(ground, ink, 0.06)
        for word in _fitting(small, words, option.rect.right() - room - left):
            chip = mirrored_in(option, QRectF(left + 0.5, middle - height / 2, _width(small, word), height))
            painter.setPen(line)
            painter.setBrush(inside)
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(ink)
            painter.drawText(chip, _CENTER, word)
            left += _width(small, word) + _GAP
        painter.restore()

    def _chip_font(self) -> CellFont:
        font = font_of(Style.SMALL)
        if self._small is None or self._small.font != font:
            self._small = CellFont(font)
        return self._small


def _fitting(small: CellFont, words: Sequence[str], room: int) -> Sequence[str]:
    """As many as there is room for, then how many are left."""
    for count in range(len(words), 0, -1):
        shown = [*words[:count], f"+{len(words) - count}"] if count < len(words) else words
        if sum(_width(small, word) + _GAP for word in shown) - _GAP <= room:
            return shown
    return [f"+{len(words)}"]


def _width(small: CellFont, word: str) -> int:
    return small.width(word) + 2 * _INSIDE


def _words(index: _Index) -> list[str]:
    return str(index.data(CHIPS_ROLE) or "").splitlines()
