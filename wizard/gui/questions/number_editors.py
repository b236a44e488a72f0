"""Editors for a number and for a range of numbers, and the spin box of both."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QWidget

from wizard.flow.kind import LARGEST, Value
from wizard.flow.question import Question
from wizard.gui.questions.editor import Editor
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.input_frame import InputFrame
from wizard.gui.widgets.label import Label, Style, line_width


class Spin(InputFrame, QDoubleSpinBox):
    """0 stands for "any"; the arrows go 1, 2, 4, 8 …, and any number can be typed."""

    def __init__(self, any_text: str, unit: str, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(0 if whole else 2)
        self.setRange(0, LARGEST)
        self.setSpecialValueText(any_text)
        self.setSuffix(f" {unit}" if unit else "")
        self.setGroupSeparatorShown(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)
        self.setMinimumWidth(line_width(20))
        self.setMaximumWidth(line_width(26))

    def answer(self) -> int | float | None:
        """The number, whole where it is whole; None for "any"."""
        value = self.value()
        if not value:
            return None
        return int(value) if value == int(value) else value

    def stepBy(self, steps: int) -> None:
        value = self.value()
        for _ in range(abs(steps)):
            value = _larger(value) if steps > 0 else _smaller(value)
        self.setValue(value)
        self.selectAll()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """A comma and a point are one: no number here needs marks between its thousands."""
        point = self.locale().decimalPoint()
        return super().validate(text.replace("," if point == "." else ".", point), place)

    def textFromValue(self, value: float) -> str:
        return (
            str(int(value))
            if value == int(value)
            else f"{value:.2f}".rstrip("0").replace(".", self.locale().decimalPoint())
        )


def _larger(value: float) -> float:
    return 1.0 if value < 1 else 2.0 ** (math.floor(math.log2(value)) + 1)


def _smaller(value: float) -> float:
    return 0.0 if value <= 1 else 2.0 ** (math.ceil(math.log2(value)) - 1)


class NumberEditor(Editor):
    """One field; "any" takes the answer back."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = render(question.unit) if question.unit else ""
        self._spin = Spin(gettext("any"), unit, whole=question.whole)
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


class RangeEditor(Editor):
    """Two fields; both on "any" take the answer back."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = render(question.unit) if question.unit else ""
        any_text = gettext("any")
        self._minimum = Spin(any_text, unit, whole=question.whole)
        self._maximum = Spin(any_text, unit, whole=question.whole)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for text, spin in ((gettext("from"), self._minimum), (gettext("to"), self._maximum)):
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
        self._minimum.setAccessibleName(gettext("{question}, at least").replace("{question}", label))
        self._maximum.setAccessibleName(gettext("{question}, at most").replace("{question}", label))
        for spin in (self._minimum, self._maximum):
            spin.setAccessibleDescription(description)

    def _changed(self) -> None:
        bounds = {"minimum": self._minimum.answer(), "maximum": self._maximum.answer()}
        self.answered.emit({name: bound for name, bound in bounds.items() if bound is not None} or None)
