"""Cells of a table: a line of text with room around it, and what all that paint cells share."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui.theme.icons import draw_icon

SIGN_ROLE = Qt.ItemDataRole.UserRole
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ONE_LINE = int(Qt.TextFlag.TextSingleLine)
_ABOVE = 5
_GAP = 6
# A space as wide as the font makes it, for a title in a header.
AIR = "\u00a0"


class CellFont:
    """A font of cells with its measures, taken once for all the cells that are painted in it.

    padding: the room left and right of a cell's text: as much as a header leaves that has AIR around its title.
    """

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.metrics = QFontMetrics(font)
        margin = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
        self.padding = self.metrics.horizontalAdvance(AIR) + margin
        self._widths: dict[str, int] = {}

    def width(self, word: str) -> int:
        """How wide a word is, one of a few that stand in many cells."""
        known = self._widths.get(word)
        if known is None:
            known = self._widths[word] = self.metrics.horizontalAdvance(word)
        return known


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    """Draw the platform's own ground of a cell: selection, pointer, focus. The colours of ink and of ground."""
    style = option.widget.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
    role, palette = QPalette.ColorRole, option.palette
    if option.state & QStyle.StateFlag.State_Selected:
        return palette.color(role.HighlightedText), palette.color(role.Highlight)
    return palette.color(role.Text), palette.color(role.Base)


def mirrored_in(option: QStyleOptionViewItem, rect: QRectF) -> QRectF:
    """Where a part of a cell stands in the reader's direction: given from left to right."""
    if option.direction is not Qt.LayoutDirection.RightToLeft:
        return rect
    return rect.translated(option.rect.left() + option.rect.right() - rect.left() - rect.right(), 0)


class ItemDelegate(QStyledItemDelegate):
    """One line of text with room around it, and a sign before it where the model names one in SIGN_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measured: CellFont | None = None

    def measured(self, option: QStyleOptionViewItem) -> CellFont:
        """The font of a cell; all cells of a table have the same as a rule."""
        if self._measured is None or self._measured.font != option.font:
            self._measured = CellFont(option.font)
        return self._measured

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font = self.measured(option)
        metrics = font.metrics
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        width = metrics.horizontalAdvance(text) + 2 * font.padding + 2
        if index.data(SIGN_ROLE):
            width += metrics.ascent() + _GAP
        return QSize(width, metrics.height() + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ink, _ = draw_ground(painter, option)
        painter.save()
        font = self.measured(option)
        painter.setFont(font.font)
        painter.setPen(ink)
        metrics, room = font.metrics, font.padding
        rect: QRect = option.rect.adjusted(room, 0, -room, 0)
        if sign := index.data(SIGN_ROLE):
            side = metrics.ascent()
            place = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
            draw_icon(painter, mirrored_in(option, place), sign, ink)
            rect.setLeft(rect.left() + side + _GAP)
            rect = mirrored_in(option, QRectF(rect)).toRect()
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = _LEFT if align is None else int(align)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | _ONE_LINE, shown)
        painter.restore()
