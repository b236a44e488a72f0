"""What is drawn otherwise while the pointer is over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Pointed(_Widget):
    """Mixed into a widget that paints itself: whether the pointer is over it. Qt repaints it then."""

    pointed = False

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed = False
        super().leaveEvent(event)
