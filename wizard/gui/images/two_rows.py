"""Controls beside each other, or in two rows where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget


class TwoRows(QBoxLayout):
    """The layout of a widget that asks for no more width than the longer of both rows needs."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, widget)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        self.setContentsMargins(0, 0, 0, 0)
        for layout in (self, self.first, self.second):
            layout.setSpacing(8)
        self.addLayout(self.first)
        self.addLayout(self.second)

    def setGeometry(self, rect: QRect) -> None:
        wanted = self.first.minimumSize().width() + self.second.minimumSize().width() + self.spacing()
        direction = (
            QBoxLayout.Direction.TopToBottom if rect.width() < wanted else QBoxLayout.Direction.LeftToRight
        )
        if direction is not self.direction():
            self.setDirection(direction)
        super().setGeometry(rect)
