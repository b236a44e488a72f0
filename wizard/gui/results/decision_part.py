"""A part of the decision: a name in large letters, and a few facts under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.widgets.label import Label, Style, breakable
from wizard.model.frozen import frozen


@frozen
class Told:
    """What a part says. name: in large letters; facts: what it is like; more: what follows from it."""

    name: str
    facts: str = ""
    more: str = ""


class DecisionPart(QWidget):
    """title: what part it is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._short = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._labels = [Label("", style) for style in (Style.HEADING, Style.BODY, Style.QUIET)]
        column.addWidget(Label(title, Style.OVERLINE))
        for label in self._labels:
            column.addWidget(label)
        column.addStretch()

    def show_told(self, told: Told | None) -> None:
        """Say this; hidden where there is nothing to say."""
        self.setVisible(told is not None)
        if told is None:
            return
        for label, text in zip(self._labels, (told.name, told.facts, told.more), strict=True):
            label.setText(breakable(text))
            label.setVisible(bool(text))
        self.shorten(self._short)

    @property
    def says_more(self) -> bool:
        """Whether something follows from it."""
        return not self.isHidden() and bool(self._labels[-1].text())

    def shorten(self, short: bool) -> None:
        """short: leave away what follows from it."""
        self._short = short
        more = self._labels[-1]
        more.setVisible(bool(more.text()) and not short)
