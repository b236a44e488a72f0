"""A table of rows to walk through: what every such table of the window has alike."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, Signal
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wizard.gui.icons import Icons
from wizard.gui.padded_row import PaddedRow
from wizard.model.message import Translations


class RowTable(QTableView):
    """Whole rows are selected; the model filters and sorts. name: for a screen reader.

    pointed: another row became the current one. asked_to_copy: the person pressed the key for it.
    """

    pointed = Signal()
    asked_to_copy = Signal()

    def __init__(
        self,
        model: QAbstractTableModel,
        name: str,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fitted = False
        self.setModel(model)
        self.setItemDelegate(PaddedRow(icons, self))
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
        copy = QAction(translations.gettext("Copy selected rows"), self)
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
        return self._fitted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._fitted:
            self.fit()

    def show_sort(self, column: int | None, *, downwards: bool) -> None:
        """Mark the column that the rows are sorted by; None for no column."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)
