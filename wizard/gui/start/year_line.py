"""The question that it all began with, answered in a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui.texts import gettext
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.link import TextLink


class YearLine(Framed):
    """asked: show why."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = TextLink(gettext("See why"), gettext("See why HVM, and what 2014 said"))
        why.clicked.connect(self.asked)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(gettext("HVM or paravirtual?"), Style.STRONG))
        said.addWidget(
            Label(
                gettext(
                    "HVM: no type of the current generation takes a paravirtual AMI. In 2014 the advice for Linux was "
                    "paravirtual."
                ),
                Style.QUIET,
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(16)
        row.addLayout(said, 100)
        # No taller than its words, a link stands in the middle without an alignment, whose flags no other start needs.
        why.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(why)
