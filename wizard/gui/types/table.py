"""The table of instance types: its model for Qt, and its look and keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.types.columns import COLUMNS, OF_THE_PRICE, PRICE, RESULT
from wizard.gui.types.rows import ColumnOrder, TypeRows
from wizard.gui.widgets.line_edit import AskingLine
from wizard.gui.widgets.tables.filter_header import FilterHeader
from wizard.gui.widgets.tables.item_delegate import AIR, SIGN_ROLE
from wizard.gui.widgets.tables.table import RowModel, RowTable, side
from wizard.model.recommend.ranked import Ranked

_FEW = 8

_Index = QModelIndex | QPersistentModelIndex


class TypeModel(RowModel):
    """Shows what `rows` computed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = TypeRows()

    @property
    def rows(self) -> TypeRows:
        """What is shown."""
        return self._rows

    def fill(self, ranked: tuple[Ranked, ...]) -> None:
        """Show these types."""
        self.beginResetModel()
        self._rows.fill(ranked)
        self.endResetModel()

    def narrow(self, text: str) -> None:
        """Leave only the types in which the text stands."""
        self.beginResetModel()
        self._rows.narrow(text)
        self.endResetModel()

    def limit(self, limits: Mapping[int, str]) -> None:
        """Leave only the types that meet what stands under the heads."""
        self.beginResetModel()
        self._rows.limit(limits)
        self.endResetModel()

    def arrange(self, order: ColumnOrder | None) -> None:
        """The recommended order where order is None, else by a column, downwards or not."""
        self.beginResetModel()
        self._rows.sort(order)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.arrange((column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows.texts(self._rows.shown[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(COLUMNS[index.column()].numeric)
        if role == SIGN_ROLE and index.column() == RESULT:
            return self._rows.shown[index.row()].outcome.value
        return None

    def title(self, section: int) -> str:
        # The unit under its title, for figures are narrow; and the same air as in the cells.
        lines = self._rows.header[section].replace(" (", "\n(").split("\n")
        return "\n".join(f"{AIR}{line}{AIR}" for line in lines)

    def column_id(self, section: int) -> str:
        return COLUMNS[section].id

    def explained(self, section: int) -> str:
        text = COLUMNS[section].explained
        return render(text) if text else ""

    def is_numeric(self, section: int) -> bool:
        return COLUMNS[section].numeric


class TypeTable(RowTable):
    """Keeps the selected type selected through filters and orders.

    name: for a screen reader. asked_to_sort: a column's header was clicked. narrowed: other rows are shown, by what
    stands under the heads.
    """

    asked_to_sort = Signal(int)
    narrowed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._model = TypeModel()
        super().__init__(self._model, name, parent)
        self._model.setParent(self)
        self.setMinimumHeight(120)
        self.heads.sectionClicked.connect(self.asked_to_sort)
        self.heads.narrowed.connect(self._limit)
        self.selectionModel().selectionChanged.connect(lambda *_: self.pointed.emit())

    def make_header(self) -> QHeaderView:
        self.heads = FilterHeader(_field, self)
        return self.heads

    @property
    def titles(self) -> tuple[str, ...]:
        """All columns' titles."""
        return self._model.rows.header

    @property
    def header(self) -> tuple[str, ...]:
        """The titles of the columns that are shown."""
        return self._shown_cells(self._model.rows.header)

    @property
    def shown(self) -> list[Ranked]:
        """The rows as they stand, in their order."""
        return self._model.rows.shown

    @property
    def selected(self) -> list[Ranked]:
        """The selected rows, in the order in which they stand."""
        return [self.shown[row] for row in self.selected_places()]

    def current(self) -> Ranked | None:
        """The row that the person is at."""
        row = self.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def texts(self, rows: list[Ranked]) -> list[tuple[str, ...]]:
        """The cells of these rows, as they are shown."""
        return [self._shown_cells(cells) for cells in self._model.rows.table(rows)]

    def exported(self, rows: list[Ranked]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Header and cells for a file, which says of what day and from whom each price is, where one is known."""
        further = OF_THE_PRICE if any(row.price for row in rows) else ()
        header = (*self.header, *(render(title) for title, _ in further))
        cells = zip(self.texts(rows), rows, strict=True)
        return header, [(*texts, *(say(row) for _, say in further)) for texts, row in cells]

    def _shown_cells(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(cells[place] for place in self.shown_sections())

    def fill(self, ranked: tuple[Ranked, ...]) -> None:
        """Show these types in place of the last ones."""
        kept = self._name()
        self._model.fill(ranked)
        self._show_columns()
        if not self.fitted:
            self.fit()
        self._select(kept)

    def narrow(self, text: str) -> None:
        """Show the rows only in which every word of the text stands."""
        kept = self._name()
        self._model.narrow(text)
        self._select(kept)

    def _limit(self) -> None:
        kept = self._name()
        self._model.limit(self.heads.limits)
        self._select(kept)
        self.narrowed.emit()

    @property
    def rows_height(self) -> int:
        """How tall the table is with a few rows in it: heads, rows, frame."""
        rows = _FEW * self.verticalHeader().defaultSectionSize()
        return self.heads.sizeHint().height() + rows + 2 * self.frameWidth()

    def arrange(self, order: ColumnOrder | None) -> None:
        """The recommended order where order is None."""
        kept = self._name()
        self._model.arrange(order)
        column, downwards = order or (None, False)
        self._show_columns()
        self.show_sort(column, downwards=downwards)
        self._select(kept)

    def choose(self, ids: Sequence[str]) -> None:
        """Show these columns; none: those that tell the types apart."""
        self._model.rows.choose(ids)
        self._show_columns()

    @property
    def ids(self) -> tuple[str, ...]:
        """The columns that are shown."""
        return tuple(column.id for place, column in enumerate(COLUMNS) if not self.isColumnHidden(place))

    def _show_columns(self) -> None:
        """Those that tell the types apart, and the one that they are sorted by."""
        order = self._model.rows.order
        shown = {*self._model.rows.telling, *([order[0]] if order else [])}
        for place in range(len(COLUMNS)):
            appears = self.isColumnHidden(place) and place in shown
            self.setColumnHidden(place, place not in shown)
            if appears and self.fitted:
                self.resizeColumnToContents(place)
        self.widen()
        self.heads.follow_columns()

    def _name(self) -> str:
        current = self.current()
        return current.instance_type.name if current else ""

    def _select(self, name: str) -> None:
        place = next((row for row, ranked in enumerate(self.shown) if ranked.instance_type.name == name), 0)
        if self.shown:
            self.go_to(place)
        self.pointed.emit()


def _field(section: int) -> QLineEdit:
    """What narrows the rows by one column."""
    column, field = COLUMNS[section], AskingLine()
    title = render(column.title)
    field.setAccessibleName(gettext("Filter {column}").replace("{column}", title))
    if column.numeric:
        field.setPlaceholderText("≤" if section == PRICE else "≥")
        most = gettext("At most this; or >0.1, =0.2, 0.1-0.3")
        field.setToolTip(most if section == PRICE else gettext("At least this; or <8, =4, 4-8"))
    else:
        field.setToolTip(gettext("Words that have to stand in this column"))
    return field
