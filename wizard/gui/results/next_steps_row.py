"""What to do now, under the decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.link import TextLink
from wizard.report.next_steps import NextStep

_LONGEST = 120


class NextStepsRow(QWidget):
    """The steps in their order, each a link to where it is done. chosen (NextStep)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[NextStep, ...] = ()
        self._links: list[TextLink] = []
        self._row = FlowRow()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Label(gettext("Now"), Style.STRONG, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._row, 1)
        self.hide()

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """None: nothing is to be done yet."""
        if tuple(steps) != self._shown:
            self._shown = tuple(steps)
            self._links = [self._link(place, step) for place, step in enumerate(steps, 1)]
            self._row.fill(self._links)
        self.setVisible(bool(steps))

    def links(self) -> list[TextLink]:
        """As they stand."""
        return self._links

    def _link(self, place: int, step: NextStep) -> TextLink:
        text = f"{place}. {render(step.text, _LONGEST)}"
        link = TextLink(text, text)
        link.clicked.connect(lambda: self.chosen.emit(step))
        return link
