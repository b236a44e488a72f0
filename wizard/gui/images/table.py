"""The table of images: its model for Qt, and its look and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from wizard.gui.images.rows import ImageOrder, ImageRows, Narrowing
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.tables.chip_delegate import CHIPS_ROLE, ChipDelegate
from wizard.gui.widgets.tables.column_layout import ColumnLayout
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE
from wizard.gui.widgets.tables.table import RowModel, RowTable, side
from wizard.model.assessment.judged_image import JudgedImage
from wizard.report.images.groups import chips

_Index = QModelIndex | QPersistentModelIndex
_AIR = "\u00a0\u00a0"


class ImageModel(RowModel):
    """Shows what `rows` computed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = ImageRows()

    def change(self, act: Callable[[ImageRows], None]) -> None:
        """Have something done to the rows, and show what came of it."""
        self.beginResetModel()
        act(self.rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self.rows.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows.cell(self.rows.shown[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column.numeric)
        if column.id == "limitations" and role in (SIGN_ROLE, CHIPS_ROLE):
            image = self.rows.shown[index.row()]
            return sign_of(image) if role == SIGN_ROLE else self._chips(image)
        return None

    def _chips(self, image: JudgedImage) -> str:
        return "\n".join(render(chip) for chip in chips(image, self.rows.overview.groups(image)))

    def title(self, section: int) -> str:
        # The same air as in the cells.
        return f"{_AIR}{self.rows.header[section]}{_AIR}"

    def column_id(self, section: int) -> str:
        return self.rows.columns[section].id

    def is_numeric(self, section: int) -> bool:
        return self.rows.columns[section].numeric


def sign_of(image: JudgedImage) -> str:
    """The drawing that says at a glance how an image stands."""
    if image.judged.usable == 0:
        return "refused"
    return "degraded" if image.judged.limitations else image.judged.outcome.value


_WIDEST = 34
# Rows that come later may say more than the first ones.
_LEAST = {"name": 26, "limitations": 24, "next_step": 24, "os": 22}


class ImageTable(RowTable):
    """Keeps the selected image selected through filters, orders and new rows.

    asked_to_sort: the header of the column with this id was clicked.
    """

    asked_to_sort = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = ImageModel()
        self._current: JudgedImage | None = None
        super().__init__(self._model, gettext("Images"), parent)
        self.setItemDelegate(ChipDelegate(self))
        self._model.setParent(self)
        # Not in the same breath as the first rows: each takes its time.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        clicked = self.horizontalHeader().sectionClicked
        clicked.connect(lambda section: self.asked_to_sort.emit(self.rows.columns[section].id))
        self.selectionModel().selectionChanged.connect(lambda *_: self._point())

    @property
    def rows(self) -> ImageRows:
        """The images as they are shown now."""
        return self._model.rows

    @property
    def selected(self) -> list[JudgedImage]:
        """The selected images, in the order in which they stand."""
        return [self.rows.shown[row] for row in self.selected_places()]

    @property
    def current(self) -> JudgedImage | None:
        """The image that the person is at."""
        return self._current

    def fill(self, images: Sequence[JudgedImage]) -> None:
        """Show these in place of the last ones."""
        self._change(lambda rows: rows.fill(images))
        if not self.fitted and images:
            self._fitting.start()

    def narrow(self, narrowing: Narrowing) -> None:
        """Leave only the rows that fit."""
        self._change(lambda rows: rows.narrow(narrowing))

    def choose(self, columns: Sequence[str]) -> None:
        """Show these columns, in the order that the person gave them."""
        self._change(lambda rows: rows.choose(columns, self._layout.order))
        if self.rows.total:
            self.fit()
        self._show_order()

    def lay_out(self, kept: object) -> None:
        """Lay the columns out as they were kept, as a preference."""
        self._layout = ColumnLayout.read(kept)
        self.choose([column.id for column in self.rows.columns])

    def take_order(self, ids: Sequence[str]) -> None:
        """The rows take the order too, so that what is copied and exported has it; the header has its own again."""
        super().take_order(ids)
        header = self.horizontalHeader()
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        self.choose(ids)

    def arrange(self, order: ImageOrder | None) -> None:
        """Sort by a column, downwards or not; None: as they came."""
        self._change(lambda rows: rows.sort(order))
        self._show_order()

    def point_at(self, image: JudgedImage) -> None:
        """Make this the current image, if it is shown."""
        self._current = image
        self._select()

    def fit(self) -> None:
        """Make each column as wide as what it shows."""
        super().fit()
        for place, column in enumerate(self.rows.columns):
            least = line_width(_LEAST.get(column.id, 0))
            # A name may be long; the pane beside the table has it whole.
            self.setColumnWidth(place, max(least, min(self.columnWidth(place), line_width(_WIDEST))))
        self.widen()

    def _change(self, act: Callable[[ImageRows], None]) -> None:
        kept = self._current
        self._model.change(act)
        self._current = kept
        self._select()

    def _show_order(self) -> None:
        column, downwards = self.rows.order or ("", False)
        places = [column.id for column in self.rows.columns]
        self.show_sort(places.index(column) if column in places else None, downwards=downwards)

    def _select(self) -> None:
        shown = self.rows.shown
        if not shown:
            self._current = None
            self.pointed.emit()
            return
        place = 0 if self._current is None else self._place_of(self._current)
        self.go_to(place)
        self._point()

    def _place_of(self, image: JudgedImage) -> int:
        """Where it is shown, or the same image listed anew; the first place where neither is."""
        with suppress(ValueError):
            return self.rows.shown.index(image)
        if self.rows.has(image):
            return 0
        id = image.row.image_id
        anew = (
            place
            for place, other in enumerate(self.rows.shown)
            if other.row.image_id == id and _same(other, image)
        )
        return next(anew, 0)

    def _point(self) -> None:
        row = self.currentIndex().row()
        self._current = self.rows.shown[row] if 0 <= row < len(self.rows.shown) else None
        self.pointed.emit()


def _same(one: JudgedImage, other: JudgedImage) -> bool:
    return (one.row.region, one.row.profile) == (other.row.region, other.row.profile)
