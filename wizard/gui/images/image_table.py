"""The table of images itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Signal
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wizard.gui.icons import Icons
from wizard.gui.images.image_model import ImageModel
from wizard.gui.images.image_rows import ImageRows, Narrowing, Order
from wizard.gui.label import line_width
from wizard.gui.padded_row import PaddedRow
from wizard.model.judged_image import JudgedImage
from wizard.model.message import Translations

_WIDEST = 34
# Rows that come later may say more than the first ones.
_LEAST = {"name": 26, "plights": 26, "os": 22}


class ImageTable(QTableView):
    """Keeps the selected image selected through filters, orders and new rows.

    pointed: another image became the current one. asked_to_sort: a column's header was clicked.
    asked_to_copy: the person pressed the key for it.
    """

    pointed = Signal()
    asked_to_sort = Signal(str)
    asked_to_copy = Signal()

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ImageModel(translations, self)
        self._fitted = False
        self._current: JudgedImage | None = None
        self.setModel(self._model)
        self.setItemDelegate(PaddedRow(icons, self))
        self.setAccessibleName(translations.gettext("Images"))
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
        header.sectionClicked.connect(lambda section: self.asked_to_sort.emit(self.rows.columns[section].id))
        self.selectionModel().selectionChanged.connect(lambda *_: self._point())
        copy = QAction(translations.gettext("Copy selected rows"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.asked_to_copy)
        self.addAction(copy)

    @property
    def rows(self) -> ImageRows:
        return self._model.rows

    @property
    def selected(self) -> list[JudgedImage]:
        """The selected images, in the order in which they stand."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.shown[row] for row in rows]

    @property
    def current(self) -> JudgedImage | None:
        """The image that the person is at."""
        return self._current

    def fill(self, images: Sequence[JudgedImage]) -> None:
        """Show these in place of the last ones."""
        self._change(lambda rows: rows.fill(images))
        if not self._fitted and images:
            self._fit()

    def narrow(self, narrowing: Narrowing) -> None:
        self._change(lambda rows: rows.narrow(narrowing))

    def choose(self, columns: Sequence[str]) -> None:
        self._change(lambda rows: rows.choose(columns))
        if self.rows.total:
            self._fit()
        self._show_order()

    def arrange(self, order: Order | None) -> None:
        self._change(lambda rows: rows.sort(order))
        self._show_order()

    def point_at(self, image: JudgedImage) -> None:
        """Make this the current image, if it is shown."""
        self._current = image
        self._select()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._fitted:
            self._fit()

    def _change(self, act: Callable[[ImageRows], None]) -> None:
        kept = self._current
        self._model.change(act)
        self._current = kept
        self._select()

    def _show_order(self) -> None:
        header, order = self.horizontalHeader(), self.rows.order
        places = [column.id for column in self.rows.columns]
        header.setSortIndicatorShown(order is not None and order[0] in places)
        if order is not None and order[0] in places:
            direction = Qt.SortOrder.DescendingOrder if order[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(places.index(order[0]), direction)

    def _fit(self) -> None:
        self._fitted = True
        self.resizeColumnsToContents()
        for place, column in enumerate(self.rows.columns):
            least = line_width(_LEAST.get(column.id, 0))
            # A name may be long; the pane beside the table has it whole.
            self.setColumnWidth(place, max(least, min(self.columnWidth(place), line_width(_WIDEST))))
        if self._model.rowCount():
            self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0))

    def _select(self) -> None:
        shown = self.rows.shown
        if not shown:
            self._current = None
            self.pointed.emit()
            return
        place = 0 if self._current is None else self._place_of(self._current)
        # Not selectRow, which minds the keys that happen to be held.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(place, 0), flags.ClearAndSelect | flags.Rows)
        self._point()

    def _place_of(self, image: JudgedImage) -> int:
        """Where it is shown, or the same image listed anew; the first place where neither is."""
        shown = self.rows.shown
        if image in shown:
            return shown.index(image)
        id = image.row.image_id
        anew = (
            place for place, other in enumerate(shown) if other.row.image_id == id and _same(other, image)
        )
        return next(anew, 0)

    def _point(self) -> None:
        row = self.currentIndex().row()
        self._current = self.rows.shown[row] if 0 <= row < len(self.rows.shown) else None
        self.pointed.emit()


def _same(one: JudgedImage, other: JudgedImage) -> bool:
    return (one.row.region, one.row.profile) == (other.row.region, other.row.profile)
