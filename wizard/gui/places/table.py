"""The table of places: what becomes of a launch, where it stands, which image on which type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wizard.flow.checked_place import CheckedPlace
from wizard.gui import feedback
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import capital
from wizard.gui.widgets.tables.item_delegate import AIR, SIGN_ROLE
from wizard.gui.widgets.tables.table import RowModel, RowTable
from wizard.model.message import Message
from wizard.report.visible import visible
from wizard.report.words import OUTCOMES

_Index = QModelIndex | QPersistentModelIndex
_TITLES = (Message("Result"), Message("Line"), Message("Place"), Message("Instance type"), Message("Image"))
_RESULT = 0
_LONGEST = 120


def _cells(place: CheckedPlace) -> tuple[str, ...]:
    """What stands in the columns of a place."""
    where = f"{place.address} ({place.region})" if place.region else place.address
    words = (str(place.line), where or "–", place.instance_type, place.image or "–")
    return (capital(render(OUTCOMES[place.outcome])), *(visible(word, _LONGEST) for word in words))


class PlaceModel(RowModel):
    """The places in the order of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[str, ...]] = []
        self.places: Sequence[CheckedPlace] = ()

    def fill(self, places: Sequence[CheckedPlace]) -> None:
        self.beginResetModel()
        self.places = places
        self._cells = [_cells(place) for place in places]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == SIGN_ROLE and index.column() == _RESULT:
            return self.places[index.row()].outcome.value
        return None

    def title(self, section: int) -> str:
        return f"{AIR}{render(_TITLES[section])}{AIR}"


class PlaceTable(RowTable):
    """One place is pointed at; its rows go to the clipboard with tabs between the cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = PlaceModel()
        super().__init__(self._model, gettext("Places where an image and a type stand together"), parent)
        self._model.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(120)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.pointed.emit())
        self.asked_to_copy.connect(self._copy)

    def fill(self, places: Sequence[CheckedPlace]) -> None:
        """Show these places; the person stays at the row where they were, first at the worst."""
        row = self.currentIndex().row()
        worst = max(range(len(places)), key=lambda n: (places[n].outcome.severity, -n), default=0)
        self._model.fill(places)
        self.fit()
        if places:
            self.go_to(row if row >= 0 else worst)

    def current(self) -> CheckedPlace | None:
        """The place that the person is at."""
        row = self.currentIndex().row()
        return self._model.places[row] if 0 <= row < len(self._model.places) else None

    def _copy(self) -> None:
        rows = self.selected_places()
        columns = range(self._model.columnCount())
        text = "\n".join("\t".join(self._model.index(r, c).data() for c in columns) for r in rows)
        feedback.copy(text, gettext("The row is on the clipboard."))
