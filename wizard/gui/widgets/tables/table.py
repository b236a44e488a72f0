"""A table whose rows are chosen as a whole, and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from wizard.gui.texts import gettext
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.tables.column_layout import ColumnLayout
from wizard.gui.widgets.tables.item_delegate import ItemDelegate
from wizard.model.frozen import replace

# Said here once: each cell asks for it whenever it is painted, and flags of Qt are put together slowly.
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def side(numeric: bool) -> int:
    """How a cell is set: figures flush right."""
    return _RIGHT if numeric else _LEFT


class RowModel(QAbstractTableModel):
    """What the models of such tables share. It shows what others computed; it neither filters nor sorts."""

    def title(self, section: int) -> str:
        """What stands over a column."""
        raise NotImplementedError

    def column_id(self, section: int) -> str:
        """As the column is remembered."""
        return str(section)

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


class RowTable(QTableView):
    """Whole rows are selected; the model filters and sorts. name: for a screen reader.

    pointed: another row became the current one. asked_to_copy: the person pressed the key for it.
    asked_for_menu (QPoint): a right click on a row, or the key for it; where on the screen. laid_out (str): the
    person made columns wider or narrower, or moved them; the layout, as a preference.
    """

    pointed = Signal()
    asked_to_copy = Signal()
    asked_for_menu = Signal(QPoint)
    laid_out = Signal(str)

    def __init__(self, model: RowModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = False
        self._layout = ColumnLayout()
        self._seen: dict[str, int] = {}
        self._columns = model
        header = self.make_header()
        self.setHorizontalHeader(header)
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
        header.setResizeContentsPrecision(40)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.viewport().installEventFilter(self)
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

    def make_header(self) -> QHeaderView:
        """The heads of the columns."""
        return QHeaderView(Qt.Orientation.Horizontal, self)

    def fit(self) -> None:
        """Give columns and rows the room that their texts need, now and after each change of the font."""
        self._fitted = True
        self.resizeColumnsToContents()
        if self.model().rowCount():
            self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0))
        self.widen()

    def widen(self) -> None:
        """Give each column the width that the person gave it."""
        for section in range(self.model().columnCount()):
            width = self._layout.widths.get(self._columns.column_id(section))
            if width is not None and not self.isColumnHidden(section):
                self.setColumnWidth(section, round(width * line_width(1)))

    def lay_out(self, kept: object) -> None:
        """Lay the columns out as they were kept, as a preference."""
        self._layout = ColumnLayout.read(kept)
        places = {self._columns.column_id(section): section for section in range(self.model().columnCount())}
        for place, id in enumerate(id for id in self._layout.order if id in places):
            header = self.horizontalHeader()
            header.moveSection(header.visualIndex(places[id]), place)
        if self._fitted:
            self.widen()

    def shown_sections(self) -> list[int]:
        """The columns that are shown, as they stand."""
        header = self.horizontalHeader()
        sections = (header.logicalIndex(place) for place in range(header.count()))
        return [section for section in sections if not header.isSectionHidden(section)]

    def take_order(self, ids: Sequence[str]) -> None:
        """The person moved a column. ids: all of them, as they stand now."""
        self._layout = replace(self._layout, order=tuple(ids))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.horizontalHeader().viewport():
            if event.type() is QEvent.Type.MouseButtonPress:
                self._seen = self._now()
            elif event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
                # Once the header has done what it does.
                QTimer.singleShot(0, self, self._notice)
        return super().eventFilter(watched, event)

    def _now(self) -> dict[str, int]:
        """The widths of what is shown, in its order; the last one takes what is left."""
        return {self._columns.column_id(each): self.columnWidth(each) for each in self.shown_sections()}

    def _notice(self) -> None:
        """Keep what the person changed."""
        now, seen = self._now(), self._seen
        if list(now.items()) == list(seen.items()) or not seen:
            return
        self._seen = now
        dragged = [id for id in list(now)[:-1] if now[id] != seen.get(id)]
        widths = {id: round(now[id] / line_width(1), 1) for id in dragged}
        self._layout = replace(self._layout, widths={**self._layout.widths, **widths})
        if list(now) != list(seen):
            header = self.horizontalHeader()
            order = (header.logicalIndex(place) for place in range(header.count()))
            self.take_order([self._columns.column_id(section) for section in order])
        self.laid_out.emit(self._layout.written())

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
