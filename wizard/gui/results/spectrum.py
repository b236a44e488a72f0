"""The spectrum of virtualization as a picture, the person's own place marked."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.theme import colors as color
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.model.recommend.spectrum import PARTS, SPECTRUM, WAYS, Mode, Way

_SHARES = {Way.EMULATED: 0.03, Way.PARAVIRTUAL: 0.12, Way.HARDWARE: 0.30}


class SpectrumPicture(QWidget):
    """A row for each mode, a cell for each part of the machine. mine: the mode to mark, if any."""

    def __init__(self, mine: Mode | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("The spectrum of virtualization"))
        self.setAccessibleDescription("\n".join(render(mode.text) for mode in SPECTRUM))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3)
        grid.setVerticalSpacing(3)
        for place, part in enumerate(PARTS, 1):
            grid.addWidget(Label(render(part), Style.SMALL), 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(place, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(len(PARTS) + 1, 5)
        for row, mode in enumerate(SPECTRUM, 1):
            grid.addWidget(_Name(mode, mode is mine), row, 0)
            for place, way in enumerate(mode.ways, 1):
                grid.addWidget(_Cell(way, mode is mine), row, place)
            grid.addWidget(Label(render(mode.note), Style.SMALL), row, len(PARTS) + 1)


class _Name(QWidget):
    """What the mode is called, and whether it is the person's."""

    def __init__(self, mode: Mode, mine: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 0, 4, 8, 4)
        column.setSpacing(0)
        column.addWidget(Label(render(mode.title), Style.STRONG if mine else Style.BODY))
        if mine:
            column.addWidget(Label(gettext("your AMI"), Style.OVERLINE))
        column.addStretch()


class _Cell(QFrame):
    """The word, over a ground that is stronger the nearer the hardware does it."""

    def __init__(self, way: Way, mine: bool) -> None:
        super().__init__()
        self._share = _SHARES[way]
        self._mine = mine
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(Label(render(WAYS[way])), 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(self.backgroundRole())
        painter.fillRect(self.rect(), color.tint(self.palette(), ground, self._share))
        if self._mine or color.high_contrast():
            painter.setPen(QPen(color.accent(self.palette(), ground), 2 if self._mine else 1))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
