"""Under a filter that finds nothing: where it is that one looks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wizard.flow.size import ARCH
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label
from wizard.model.message import Message, counted
from wizard.model.recommend.elsewhere import Elsewhere, elsewhere

_LONGEST = 400


class ElsewhereRow(Framed):
    """listed (str): show what was looked for among all types."""

    listed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sought = ""
        self._found: Elsewhere | None = None
        self._said = Label("")
        self._take, self._list = QPushButton(), QPushButton(gettext("Show in all &types"))
        self._take.clicked.connect(self._take_architecture)
        self._list.clicked.connect(lambda: self.listed.emit(self._sought))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("search"))
        row.addWidget(self._said, 1)
        for button in (self._take, self._list):
            button.setAutoDefault(True)
            row.addWidget(button)
        self.hide()

    def show_for(self, sought: str) -> None:
        """Say where the types are in which all of this stands; empty: nothing is looked for."""
        self._sought = sought
        session = self._session
        self._found = (
            elsewhere(session.knowledge.catalog, session.recommendation, sought.split()) if sought else None
        )
        self.setVisible(self._found is not None)
        if self._found is not None:
            self._said.setText(render(_said(self._found), _LONGEST))
            architecture = self._found.architecture
            self._take.setVisible(architecture is not None)
            take = gettext("Take an {architecture} AMI")
            self._take.setText(take.replace("{architecture}", architecture or ""))

    def _take_architecture(self) -> None:
        if self._found is not None and self._found.architecture is not None:
            self._session.answer(ARCH.id, self._found.architecture.value)


def _said(found: Elsewhere) -> Message:
    values = {
        "count": counted(len(found.types)),
        "type": found.types[0].name,
        "reason": found.group.text,
    }
    return Message(
        "{type} matches and was left out. {reason}",
        values,
        "{count} types match and were left out. {reason}",
        len(found.types),
    )
