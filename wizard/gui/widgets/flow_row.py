"""Rows of widgets that break where the room ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

GAP = 8


class FlowRow(QWidget):
    """A row of words that wraps, for chips and short buttons.

    Not a QLayout: one written in Python must return None beyond its end, which PySide counts wrongly.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._things: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, things: Sequence[QWidget]) -> None:
        """Show these in place of the last ones, which are destroyed."""
        for thing in self._things:
            thing.hide()
            thing.deleteLater()
        self._things = list(things)
        for thing in self._things:
            thing.setParent(self)
            thing.show()
        if not self._things or self.parentWidget() is not None:
            # Without a parent it would be a window of its own for a moment, and take the focus from the one in front.
            self.setVisible(bool(self._things))
        self.refit()

    def refit(self) -> None:
        """Lay out anew, after a thing was hidden or has grown."""
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # A thing has grown: with the text, for instance.
            self.refit()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = max((thing.sizeHint().width() for thing in self._things), default=0)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((thing.minimumSizeHint().width() for thing in self._things), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        left = top = tallest = 0
        for thing in self._things:
            if thing.isHidden():
                continue
            size = thing.sizeHint()
            if size.width() > width and thing.hasHeightForWidth():
                size = QSize(size.width(), thing.heightForWidth(width))
            if left > 0 and left + size.width() > width:
                left, top, tallest = 0, top + tallest + GAP, 0
            if move:
                wide = min(size.width(), width)
                across = width - left - wide if self.isRightToLeft() else left
                thing.setGeometry(QRect(across, top, wide, size.height()))
            left += size.width() + GAP
            tallest = max(tallest, size.height())
        return top + tallest


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
