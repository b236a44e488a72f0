"""A button that opens a list to tick things in; the button says what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton, QWidget, QWidgetAction

from wizard.gui.widgets.label import line_width
from wizard.gui.widgets.tables.check_box import CheckedItems

_MOST_LINES = 16


class CheckMenuButton(QPushButton):
    """Space ticks, Esc closes. changed: other things are ticked than before."""

    changed = Signal()

    def __init__(
        self, name: str, says: Callable[[Sequence[str]], str], parent: QWidget | None = None
    ) -> None:
        """name: for a screen reader. says: the button's text for the texts of what is ticked."""
        super().__init__(parent)
        self._name = name
        self._says = says
        self.setAutoDefault(True)
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(CheckedItems(self._list))
        self._list.itemChanged.connect(lambda _: self._tell())
        self._list.itemActivated.connect(self._toggle)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._list)
        menu.addAction(action)
        menu.aboutToShow.connect(self._measure)
        # The list takes the keys only once the menu is there.
        menu.aboutToShow.connect(self._list.setFocus, Qt.ConnectionType.QueuedConnection)
        self.setMenu(menu)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the list."""
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._ticked())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Choices as id and text; what was ticked stays so, as far as it is still there."""
        ticked = set(self.chosen)
        self._list.blockSignals(True)
        self._list.clear()
        for id, text in choices:
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setCheckState(Qt.CheckState.Checked if id in ticked else Qt.CheckState.Unchecked)
        if self._list.count():
            self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self._say()

    def choose(self, ids: Sequence[str]) -> None:
        """Tick these and nothing else."""
        self._list.blockSignals(True)
        for item in self._items():
            ticked = item.data(Qt.ItemDataRole.UserRole) in ids
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._tell()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _toggle(self, item: QListWidgetItem) -> None:
        now = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if now else Qt.CheckState.Checked)

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        text = self._says([item.text() for item in self._ticked()])
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {text}")

    def _measure(self) -> None:
        lines = min(self._list.count(), _MOST_LINES)
        height = self._list.sizeHintForRow(0) if lines else 0
        self._list.setFixedHeight(max(1, lines) * max(1, height) + 8)
        self._list.setMinimumWidth(min(line_width(70), self._list.sizeHintForColumn(0) + 40))
