"""Yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Question
from wizard.gui.card import CheckCard
from wizard.gui.editors.editor import Editor
from wizard.model.message import Translations


class SwitchEditor(Editor):
    """One check box, on a card with the question itself."""

    def __init__(self, question: Question, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = question.default is True
        self._card = CheckCard(question.label.render(translations), question.help.render(translations))
        self._card.clicked.connect(lambda: self.answered.emit(self._card.isChecked()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_value(self, value: Value | None) -> None:
        self._card.setChecked(self._default if value is None else value is True)

    def control(self) -> QWidget:
        return self._card
