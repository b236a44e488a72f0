"""The table of instances and launch templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.tables.item_delegate import AIR
from wizard.gui.widgets.tables.table import RowModel, RowTable
from wizard.model.account.machine import Machine, MachineKind
from wizard.model.message import Message
from wizard.report.visible import visible

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 30
_COLUMNS: tuple[tuple[Message, Callable[[Machine], str]], ...] = (
    (Message("Name"), lambda machine: machine.name),
    (Message("Type"), lambda machine: machine.instance_type),
    (Message("What it is"), lambda machine: render(_what(machine))),
    (Message("Region"), lambda machine: machine.region),
    (Message("Platform"), lambda machine: machine.platform),
    (Message("AMI"), lambda machine: machine.image_id),
    (Message("ID"), lambda machine: machine.id),
)


def _what(machine: Machine) -> Message:
    if machine.kind is MachineKind.INSTANCE:
        return Message("Instance, {state}", {"state": machine.detail})
    return Message("Launch template, version {version}", {"version": machine.detail})


class MachineModel(RowModel):
    """Texts are made once; filtering looks through them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[Machine, tuple[str, ...]]] = []
        self._words: tuple[str, ...] = ()
        self.shown: list[tuple[Machine, tuple[str, ...]]] = []

    @property
    def total(self) -> int:
        return len(self._all)

    def add(self, machines: Sequence[Machine]) -> None:
        """Show these too; by name, those without one last."""
        texts = [tuple(visible(text(machine), 160) or "–" for _, text in _COLUMNS) for machine in machines]
        self.beginResetModel()
        self._all += zip(machines, texts, strict=True)
        self._all.sort(key=lambda row: (not row[0].name, row[0].name.casefold(), row[0].region, row[0].id))
        self._narrow()
        self.endResetModel()

    def clear(self) -> None:
        self.beginResetModel()
        self._all, self.shown = [], []
        self.endResetModel()

    def narrow(self, text: str) -> None:
        """Only those that have every word in one of their texts."""
        self.beginResetModel()
        self._words = tuple(text.casefold().split())
        self._narrow()
        self.endResetModel()

    def _narrow(self) -> None:
        def fits(texts: Sequence[str]) -> bool:
            said = "\n".join(texts).casefold()
            return all(word in said for word in self._words)

        self.shown = [row for row in self._all if fits(row[1])]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown[index.row()][1][index.column()]
        return None

    def title(self, section: int) -> str:
        return f"{AIR}{AIR}{render(_COLUMNS[section][0])}{AIR}{AIR}"


class MachineTable(RowTable):
    """picked: the person wants the current row, by a double click or by Enter."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = MachineModel()
        self._fitted_to = 0
        super().__init__(self.rows, gettext("Instances and launch templates"), parent)
        self.rows.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _: self.picked.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.pointed.emit())

    @property
    def current(self) -> Machine | None:
        places = self.selected_places()
        return self.rows.shown[places[0]][0] if places else None

    def change(self, act: Callable[[MachineModel], None]) -> None:
        """Have something done to the rows; the current one stays current, or the first becomes it."""
        kept = self.current
        act(self.rows)
        machines = [machine for machine, _ in self.rows.shown]
        if machines:
            self.go_to(machines.index(kept) if kept in machines else 0)
        if self.rows.total != self._fitted_to:
            # Another Region's rows may be longer than those that came before.
            self._fitted_to = self.rows.total
            self.fit()
        self.pointed.emit()

    def fit(self) -> None:
        super().fit()
        # The last one takes what is left.
        for place in range(self.rows.columnCount() - 1):
            self.setColumnWidth(place, min(self.columnWidth(place), line_width(_WIDEST)))
        self.widen()
        # Qt gives it that only when it is told so anew.
        for stretched in (False, True):
            self.horizontalHeader().setStretchLastSection(stretched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            event.accept()
            self.picked.emit()
            return
        super().keyPressEvent(event)
