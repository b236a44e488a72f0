"""The list of rules by topic."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QResizeEvent, Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wizard.gui.rules.index import Chapter
from wizard.gui.texts import gettext
from wizard.gui.theme import colors as color
from wizard.gui.theme.icons import draw_icon
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE, mirrored_in
from wizard.report.visible import visible

ID_ROLE = SIGN_ROLE + 1
TITLE_ROLE = SIGN_ROLE + 2
_PADDING = 10
_ABOVE = 5
_GAP = 6
_WRAP = int(Qt.TextFlag.TextWordWrap)


class RuleRow(QStyledItemDelegate):
    """A row without an id is a heading. Titles begin under each other."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
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
        painter.drawText(mirrored_in(option, QRectF(text)), _WRAP, index.data(TITLE_ROLE))
        if id := index.data(ID_ROLE):
            metrics = QFontMetrics(option.font)
            side = metrics.ascent()
            place = QRectF(option.rect.left() + _PADDING, text.top() + 1, side, side)
            draw_icon(painter, mirrored_in(option, place), index.data(SIGN_ROLE), painter.pen().color())
            if not option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(self._ink(option, heading=True))
            wide = metrics.horizontalAdvance(id) + 1
            code = QRectF(option.rect.right() - _PADDING - wide, text.top(), wide, metrics.height())
            painter.drawText(mirrored_in(option, code), 0, id)
        painter.restore()

    def _text(self, index: QModelIndex | QPersistentModelIndex, row: QRect, font: QFont) -> QRect:
        """Where the title stands in the row: at its top, and as tall as it is."""
        metrics = QFontMetrics(self._font(index, font))
        left, right = _PADDING, _PADDING
        if index.data(ID_ROLE):
            # Its code comes last.
            left += metrics.ascent() + _GAP
            right += metrics.horizontalAdvance("F12a") + _GAP
        room = row.adjusted(left, 0, -right, 0)
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


class RuleList(QListWidget):
    """Headings cannot be chosen. pointed: the id of the rule that became the current one."""

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Rules"))
        self.setItemDelegate(RuleRow(self))
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    @property
    def shown(self) -> list[str]:
        """The ids, in the order in which they stand."""
        return [id for row in range(self.count()) if (id := self.item(row).data(ID_ROLE))]

    def fill(self, chapters: Iterable[Chapter], wanted: str) -> None:
        """Show these. wanted: the id to stay at; if it is not among them the first one is chosen."""
        self.blockSignals(True)
        self.clear()
        for chapter in chapters:
            self._add(visible(chapter.title), "", "")
            for line in chapter.lines:
                self._add(visible(line.title), line.id, line.sign)
        self.blockSignals(False)
        # Rows get their height from the width, so the width must not depend on the rows.
        shown = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if self.count() else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(shown)
        if not self.choose(wanted) and self.count():
            self.setCurrentRow(1)

    def choose(self, id: str) -> bool:
        """Make a rule the current one; False if it is not in the list."""
        for row in range(self.count()):
            if id and self.item(row).data(ID_ROLE) == id:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row), self.ScrollHint.PositionAtCenter)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        # At once: what was reckoned for the width before would leave gaps where one is taken to a rule.
        super().resizeEvent(event)
        self.doItemsLayout()

    def _add(self, title: str, id: str, sign: str) -> None:
        item = QListWidgetItem(f"{title} {id}".strip())
        item.setData(TITLE_ROLE, title)
        if id:
            item.setData(ID_ROLE, id)
            item.setData(SIGN_ROLE, sign)
        else:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID_ROLE):
            self.pointed.emit(item.data(ID_ROLE))
