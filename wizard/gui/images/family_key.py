"""What the colours and signs of the map stand for: one of them, drawn as in the map."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.gui.icons import Icons
from wizard.gui.images.family_cell import FamilyCell
from wizard.model.ec2.finding import Outcome


class FamilyKey(QWidget):
    """It stands beside the word that says the same, so it has no name of its own."""

    def __init__(self, icons: Icons, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = FamilyCell(icons, self)
        self._outcome = outcome
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(FamilyCell.side(), FamilyCell.side())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._cell.draw(painter, self.rect(), self._outcome.value, self.palette())
        painter.end()
