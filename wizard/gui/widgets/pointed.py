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


class HandPointed(Pointed):
    """And the pointer becomes a hand there, from the first time on: the first picture needs none."""

    def enterEvent(self, event: QEnterEvent) -> None:
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)
