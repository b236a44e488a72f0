"""Cards in as many equal columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 8


class CardGrid(QWidget):
    """Lays its cards out in rows; a row is as tall as its tallest card.

    widest: no more columns than this. roomy: cards with a help text want at least this many pixels.
    """

    def __init__(
        self, cards: Sequence[QWidget], widest: int, roomy: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._widest = widest
        self._roomy = roomy
        for card in self._cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def columns(self, width: int) -> int:
        """How many cards stand beside each other in this width."""
        wanted = max([self._roomy, *(card.sizeHint().width() for card in self._cards)], default=1)
        fits = (width + _GAP) // (wanted + _GAP)
        columns = max(1, min(self._widest, len(self._cards), fits))
        if columns < len(self._cards) <= 2 * columns:
            columns = -(-len(self._cards) // 2)
        return columns

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = max((card.sizeHint().width() for card in self._cards), default=0)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((card.minimumSizeHint().width() for card in self._cards), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
            self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        columns = self.columns(width)
        each = (width - _GAP * (columns - 1)) // columns
        top = 0
        for start in range(0, len(self._cards), columns):
            row = self._cards[start : start + columns]
            height = max(card.heightForWidth(each) for card in row)
            if move:
                for number, card in enumerate(row):
                    place = columns - 1 - number if self.isRightToLeft() else number
                    # Rounded place by place, so that the last one ends where the grid does.
                    left = place * (width + _GAP) // columns
                    right = (place + 1) * (width + _GAP) // columns - _GAP
                    card.setGeometry(QRect(left, top, right - left, height))
            top += height + _GAP
        return max(0, top - _GAP)
