"""Larger and smaller text, for the whole window at once."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication

from wizard.gui.theme.icons import suit_icon

PERCENTS = (80, 90, 100, 115, 130, 150, 175, 200)


class TextSize:
    """A share of the platform's own text size, in a few steps.

    percent: as remembered; the nearest step counts.
    """

    def __init__(self, percent: int = 100) -> None:
        self._usual = QFont(QApplication.font())
        self.percent = 100
        if percent != 100:
            self._become(min(PERCENTS, key=lambda step: abs(step - percent)))

    def larger(self) -> None:
        """One size up."""
        self._become(next((step for step in PERCENTS if step > self.percent), self.percent))

    def smaller(self) -> None:
        """One size down."""
        self._become(next((step for step in reversed(PERCENTS) if step < self.percent), self.percent))

    def usual(self) -> None:
        """Back to the size that the system gives."""
        self._become(100)

    def _become(self, percent: int) -> None:
        self.percent = percent
        font = QFont(self._usual)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * percent / 100)
        else:
            font.setPixelSize(round(font.pixelSize() * percent / 100))
        QApplication.setFont(font)
        for widget in QApplication.allWidgets():
            if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
                suit_icon(widget)
