"""A range: from and to, either of which may stay open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.flow.question import Question
from wizard.gui.editors.editor import Editor
from wizard.gui.editors.spin import Spin
from wizard.gui.label import Label, Style
from wizard.model.message import Translations


class RangeEditor(Editor):
    """Two fields; both on "any" take the answer back."""

    def __init__(self, question: Question, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        unit = question.unit.render(translations) if question.unit else ""
        any_text = translations.gettext("any")
        self._minimum = Spin(any_text, unit, whole=question.whole)
        self._maximum = Spin(any_text, unit, whole=question.whole)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for text, spin in (
            (translations.gettext("from"), self._minimum),
            (translations.gettext("to"), self._maximum),
        ):
            word = Label(text, Style.QUIET, wrap=False)
            word.setBuddy(spin)
            layout.addWidget(word)
            layout.addWidget(spin, 1)
            layout.addSpacing(8)
            spin.valueChanged.connect(self._changed)
        layout.addStretch(1)

    def show_value(self, value: Value | None) -> None:
        bounds = value if isinstance(value, Mapping) else {}
        for spin, name in ((self._minimum, "minimum"), (self._maximum, "maximum")):
            bound = bounds.get(name) or 0
            number = bound if isinstance(bound, int | float) else 0
            if number != (spin.answer() or 0):
                spin.blockSignals(True)
                spin.setValue(number)
                spin.blockSignals(False)

    def control(self) -> QWidget:
        return self._minimum

    def name(self, label: str, description: str) -> None:
        gettext = self._translations.gettext
        self._minimum.setAccessibleName(gettext("{question}, at least").replace("{question}", label))
        self._maximum.setAccessibleName(gettext("{question}, at most").replace("{question}", label))
        for spin in (self._minimum, self._maximum):
            spin.setAccessibleDescription(description)

    def _changed(self) -> None:
        bounds = {"minimum": self._minimum.answer(), "maximum": self._maximum.answer()}
        self.answered.emit({name: bound for name, bound in bounds.items() if bound is not None} or None)
