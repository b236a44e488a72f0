"""A number field whose arrows walk the sizes that machines come in."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from wizard.flow.kind import LARGEST
from wizard.gui.entry import Entry
from wizard.gui.label import line_width


class Spin(Entry, QDoubleSpinBox):
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
