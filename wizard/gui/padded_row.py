"""Rows with air: how the cells of tables and lists are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui.icons import Icons

SIGN_ROLE = Qt.ItemDataRole.UserRole
_ABOVE = 6
_GAP = 6
# A space as wide as the font makes it, for a title in a header.
AIR = "\u00a0"


def padding(metrics: QFontMetrics) -> int:
    """The room left and right of a cell's text: as much as a header leaves that has AIR around its title."""
    margin = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
    return metrics.horizontalAdvance(AIR) + margin


class PaddedRow(QStyledItemDelegate):
    """One line of text with room around it, and a sign before it where the model names one in SIGN_ROLE."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(option.font)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        width = metrics.horizontalAdvance(text) + 2 * padding(metrics) + 2
        if index.data(SIGN_ROLE):
            width += metrics.ascent() + _GAP
        return QSize(width, metrics.height() + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        style = option.widget.style()
        # The platform's own ground: selection, pointer, focus.
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role))
        metrics = QFontMetrics(option.font)
        room = padding(metrics)
        rect: QRect = option.rect.adjusted(room, 0, -room, 0)
        if sign := index.data(SIGN_ROLE):
            side = metrics.ascent()
            place = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
            self._icons.draw(painter, place, sign, option.palette.color(role))
            rect.setLeft(rect.left() + side + _GAP)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = (
            int(align)
            if align is not None
            else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        )
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | int(Qt.TextFlag.TextSingleLine), shown)
        painter.restore()
