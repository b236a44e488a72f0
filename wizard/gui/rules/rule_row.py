"""How a row of the list of rules is painted: sign, id, and a title that wraps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, Qt
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.gui import color
from wizard.gui.icons import Icons
from wizard.gui.padded_row import SIGN_ROLE

ID_ROLE = SIGN_ROLE + 1
TITLE_ROLE = SIGN_ROLE + 2
_PADDING = 10
_ABOVE = 5
_GAP = 6
_WRAP = int(Qt.TextFlag.TextWordWrap)


class RuleRow(QStyledItemDelegate):
    """A row without an id is a heading. Titles begin under each other."""

    def __init__(self, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        text = self._text(index, QRect(0, 0, width, 10_000), option.font)
        above = 2 * _ABOVE if index.data(ID_ROLE) or not index.row() else 4 * _ABOVE
        return QSize(width, text.height() + above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        text = self._text(index, option.rect, option.font)
        text.moveBottom(option.rect.bottom() - _ABOVE)
        painter.save()
        painter.setPen(self._ink(option, heading=not index.data(ID_ROLE)))
        painter.setFont(self._font(index, option.font))
        painter.drawText(text, _WRAP, index.data(TITLE_ROLE))
        if id := index.data(ID_ROLE):
            side = QFontMetrics(option.font).ascent()
            place = QRectF(option.rect.left() + _PADDING, text.top() + 1, side, side)
            self._icons.draw(painter, place, index.data(SIGN_ROLE), painter.pen().color())
            painter.drawText(int(place.right()) + _GAP, text.top() + side, id)
        painter.restore()

    def _text(self, index: QModelIndex | QPersistentModelIndex, row: QRect, font: QFont) -> QRect:
        """Where the title stands in the row: at its top, and as tall as it is."""
        metrics = QFontMetrics(self._font(index, font))
        left = _PADDING
        if index.data(ID_ROLE):
            left += metrics.ascent() + 2 * _GAP + metrics.horizontalAdvance("F12a")
        room = row.adjusted(left, 0, -_PADDING, 0)
        height = metrics.boundingRect(room, _WRAP, index.data(TITLE_ROLE)).height()
        return QRect(room.left(), room.top(), room.width(), height)

    @staticmethod
    def _ink(option: QStyleOptionViewItem, *, heading: bool) -> QColor:
        group = QPalette.ColorGroup.Active
        if heading:
            text, ground = (
                option.palette.color(group, role)
                for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
            )
            return color.quiet(text, ground)
        chosen = option.state & QStyle.StateFlag.State_Selected
        return option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)

    @staticmethod
    def _font(index: QModelIndex | QPersistentModelIndex, font: QFont) -> QFont:
        if index.data(ID_ROLE):
            return font
        bold = QFont(font)
        bold.setBold(True)
        return bold
