"""The table of types itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Signal
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wizard.gui.icons import Icons
from wizard.gui.padded_row import PaddedRow
from wizard.gui.results.type_model import TypeModel
from wizard.gui.results.type_rows import Order
from wizard.model.message import Translations
from wizard.model.recommendation import Ranked


class TypeTable(QTableView):
    """Keeps the selected type selected through filters and orders.

    pointed: another row became the current one. asked_to_sort: a column's header was clicked.
    asked_to_copy: the person pressed the key for it.
    """

    pointed = Signal()
    asked_to_sort = Signal(int)
    asked_to_copy = Signal()

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TypeModel(translations, self)
        self._fitted = False
        self.setModel(self._model)
        self.setItemDelegate(PaddedRow(icons, self))
        self.setAccessibleName(translations.gettext("Instance types that fit"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(120)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(40)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self.asked_to_sort)
        self.selectionModel().selectionChanged.connect(lambda *_: self.pointed.emit())
        copy = QAction(translations.gettext("Copy selected rows"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.asked_to_copy)
        self.addAction(copy)

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' titles."""
        return self._model.rows.header

    @property
    def shown(self) -> list[Ranked]:
        """The rows as they stand, in their order."""
        return self._model.rows.shown

    @property
    def selected(self) -> list[Ranked]:
        """The selected rows, in the order in which they stand."""
        return [
            self.shown[row] for row in sorted(index.row() for index in self.selectionModel().selectedRows())
        ]

    def current(self) -> Ranked | None:
        """The row that the person is at."""
        row = self.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def texts(self, rows: list[Ranked]) -> list[tuple[str, ...]]:
        """The cells of these rows, as they are shown."""
        return self._model.rows.table(rows)

    def fill(self, ranked: tuple[Ranked, ...]) -> None:
        """Show these types in place of the last ones."""
        kept = self._name()
        self._model.fill(ranked)
        if not self._fitted:
            self._fit()
        self._select(kept)

    def narrow(self, text: str) -> None:
        """Show the rows only in which every word of the text stands."""
        kept = self._name()
        self._model.narrow(text)
        self._select(kept)

    def arrange(self, order: Order | None) -> None:
        """Best first where order is None."""
        kept = self._name()
        self._model.arrange(order)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(order is not None)
        if order is not None:
            direction = Qt.SortOrder.DescendingOrder if order[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(order[0], direction)
        self._select(kept)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._fitted:
            self._fit()

    def _fit(self) -> None:
        self._fitted = True
        self.resizeColumnsToContents()
        if self._model.rowCount():
            self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0))

    def _name(self) -> str:
        current = self.current()
        return current.instance_type.name if current else ""

    def _select(self, name: str) -> None:
        place = next((row for row, ranked in enumerate(self.shown) if ranked.instance_type.name == name), 0)
        if self.shown:
            # Not selectRow, which minds the keys that happen to be held.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._model.index(place, 0), flags.ClearAndSelect | flags.Rows
            )
        self.pointed.emit()
