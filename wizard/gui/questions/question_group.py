"""Questions under one heading that only some people can answer: folded until one of them is, or wants to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.questions.question_field import QuestionField
from wizard.gui.texts import render
from wizard.gui.widgets.disclosure import Disclosure
from wizard.model.message import Message

_ABOVE = 28


class QuestionGroup(QWidget):
    """folded: what is shown has changed. The fields belong to the page, which lays them out behind the heading."""

    folded = Signal()

    def __init__(self, heading: Message, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: Sequence[QuestionField] = ()
        text = Message(
            "{heading} – {count} question, optional",
            {"heading": heading, "count": count},
            "{heading} – {count} questions, optional",
            count,
        )
        self._button = Disclosure(render(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.addWidget(self._button)
        self._button.toggled.connect(lambda _: self._show())
        self._button.clicked.connect(lambda _: self.folded.emit())

    def hold(self, fields: Sequence[QuestionField]) -> None:
        """These are its questions."""
        self._fields = fields
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether its questions are shown."""
        return self._button.isChecked()

    def open(self) -> None:
        """Show its questions."""
        self._button.setChecked(True)

    def control(self) -> QWidget:
        """What folds and unfolds."""
        return self._button

    def _show(self) -> None:
        for field in self._fields:
            field.setVisible(self.is_open)
