"""A table whose rows are chosen as a whole: its padding and its keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics, QKeySequence, QPainter, QPalette, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from wizard.gui.texts import gettext
from wizard.gui.theme.icons import draw_icon

SIGN_ROLE = Qt.ItemDataRole.UserRole
_ABOVE = 6
_GAP = 6
# A space as wide as the font makes it, for a title in a header.
AIR = "\u00a0"


def padding(metrics: QFontMetrics) -> int:
    """The room left and right of a cell's text: as much as a header leaves that has AIR around its title."""
    margin = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
    return metrics.horizontalAdvance(AIR) + margin


def side(numeric: bool) -> int:
    """How a cell is set: figures flush right."""
    edge = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return int(edge | Qt.AlignmentFlag.AlignVCenter)


class RowModel(QAbstractTableModel):
    """What the models of such tables share. It shows what others computed; it neither filters nor sorts."""

    def title(self, section: int) -> str:
        """What stands over a column."""
        raise NotImplementedError

    def explained(self, section: int) -> str:
        """What a column means, for who points at its title."""
        return ""

    def is_numeric(self, section: int) -> bool:
        """Whether a column holds figures. section: its number."""
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(self.is_numeric(section))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.explained(section) or None
        return None


class ItemDelegate(QStyledItemDelegate):
    """One line of text with room around it, and a sign before it where the model names one in SIGN_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

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
            draw_icon(painter, place, sign, option.palette.color(role))
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


class RowTable(QTableView):
    """Whole rows are selected; the model filters and sorts. name: for a screen reader.

    pointed: another row became the current one. asked_to_copy: the person pressed the key for it.
    asked_for_menu (QPoint): a right click on a row, or the key for it; where on the screen.
    """

    pointed = Signal()
    asked_to_copy = Signal()
    asked_for_menu = Signal(QPoint)

    def __init__(self, model: QAbstractTableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = False
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(40)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        copy = QAction(gettext("Copy selected rows"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.asked_to_copy)
        self.addAction(copy)

    def selected_places(self) -> list[int]:
        """The selected rows, in the order in which they stand."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to(self, row: int) -> None:
        """Make this the current row, and select nothing else."""
        # Not selectRow, which minds the keys that happen to be held.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)

    def fit(self) -> None:
        """Give columns and rows the room that their texts need, now and after each change of the font."""
        self._fitted = True
        self.resizeColumnsToContents()
        if self.model().rowCount():
            self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0))

    @property
    def fitted(self) -> bool:
        """Whether the columns are as wide as what they show."""
        return self._fitted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._fitted:
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.asked_for_menu.emit(place)

    def show_sort(self, column: int | None, *, downwards: bool) -> None:
        """Mark the column that the rows are sorted by; None for no column."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)
