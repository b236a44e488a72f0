"""A list to choose one of."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ComboBox(QComboBox):
    """The wheel rolls the page and never changes the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
