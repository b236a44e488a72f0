"""A number, at least so many."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Question
from wizard.gui.editors.editor import Editor
from wizard.gui.editors.spin import Spin
from wizard.model.message import Translations


class NumberEditor(Editor):
    """One field; "any" takes the answer back."""

    def __init__(self, question: Question, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = question.unit.render(translations) if question.unit else ""
        self._spin = Spin(translations.gettext("any"), unit, whole=question.whole)
        self._spin.valueChanged.connect(lambda _: self.answered.emit(self._spin.answer()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._spin)
        layout.addStretch()

    def show_value(self, value: Value | None) -> None:
        number = value if isinstance(value, int | float) else 0
        if number != (self._spin.answer() or 0):
            self._spin.blockSignals(True)
            self._spin.setValue(number)
            self._spin.blockSignals(False)

    def control(self) -> QWidget:
        return self._spin
