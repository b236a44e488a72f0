"""Many names by groups: a chip for each group says how many there are, and unfolds them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Label, Style
from wizard.model.frozen import frozen


@frozen
class NameGroup:
    """title: of the group. figure: how many names there are, and of how many. names: all of them."""

    title: str
    figure: str
    names: str


class NameGroups(QWidget):
    """What is unfolded stands under the chips, in their order."""

    def __init__(self, groups: Iterable[NameGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = list(groups)
        self.chips = [self._chip(group) for group in self._groups]
        self._names = Label("", Style.QUIET)
        self._names.hide()
        row = FlowRow(self)
        row.fill(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(row)
        column.addWidget(self._names)

    def _chip(self, group: NameGroup) -> QToolButton:
        chip = QToolButton()
        chip.setText(f"{group.title}  {group.figure}".replace("&", "&&"))
        chip.setAccessibleName(f"{group.title}: {group.figure}")
        chip.setAccessibleDescription(group.names)
        chip.setToolTip(gettext("Show the names"))
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(lambda _: self._show())
        return chip

    def _show(self) -> None:
        shown = [
            f"{group.title}: {group.names}"
            for group, chip in zip(self._groups, self.chips, strict=True)
            if chip.isChecked()
        ]
        self._names.setText("\n".join(shown))
        self._names.setVisible(bool(shown))
