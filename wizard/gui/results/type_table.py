"""The table of types itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.icons import Icons
from wizard.gui.results.type_model import TypeModel
from wizard.gui.results.type_rows import Order
from wizard.gui.row_table import RowTable
from wizard.model.message import Translations
from wizard.model.recommend.recommendation import Ranked


class TypeTable(RowTable):
    """Keeps the selected type selected through filters and orders.

    asked_to_sort: a column's header was clicked.
    """

    asked_to_sort = Signal(int)

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        self._model = TypeModel(translations)
        name = translations.gettext("Instance types that fit")
        super().__init__(self._model, name, icons, translations, parent)
        self._model.setParent(self)
        self.setMinimumHeight(120)
        self.horizontalHeader().sectionClicked.connect(self.asked_to_sort)
        self.selectionModel().selectionChanged.connect(lambda *_: self.pointed.emit())

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
        return [self.shown[row] for row in self.selected_places()]

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
        if not self.fitted:
            self.fit()
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
        column, downwards = order or (None, False)
        self.show_sort(column, downwards=downwards)
        self._select(kept)

    def _name(self) -> str:
        current = self.current()
        return current.instance_type.name if current else ""

    def _select(self, name: str) -> None:
        place = next((row for row, ranked in enumerate(self.shown) if ranked.instance_type.name == name), 0)
        if self.shown:
            self.go_to(place)
        self.pointed.emit()
