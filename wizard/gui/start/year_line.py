"""The question that it all began with, answered in a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.link import TextLink
from wizard.gui.widgets.progress import ProgressStrip
from wizard.model.message import Message, counted

if TYPE_CHECKING:
    from wizard.model.ec2.instance_type import InstanceType


class YearLine(Framed):
    """asked: show why."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = TextLink(gettext("See why"), gettext("See why HVM, and what 2014 said"))
        why.clicked.connect(self.asked)
        self._types: Iterable[InstanceType] | None = None
        # Until the types were read, which the first picture does not wait for.
        said_first = gettext(
            "HVM: no type of the current generation takes a paravirtual AMI. In 2014 the advice for Linux was paravirtual."
        )
        self._said, self._strip = Label(said_first, Style.QUIET), ProgressStrip()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(gettext("HVM or paravirtual?"), Style.STRONG))
        said.addWidget(self._said)
        said.addSpacing(4)
        said.addWidget(self._strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(16)
        row.addLayout(said, 100)
        # No taller than its words, a link stands in the middle without an alignment, whose flags no other start needs.
        why.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(why)

    def show_types(self, types: Iterable[InstanceType]) -> None:
        """Say it with the figures of these, which are all there are."""
        from wizard.model.ec2.instance_type import VirtualizationType

        if types is self._types:
            return
        self._types, known = types, tuple(types)
        old = [t for t in known if VirtualizationType.PARAVIRTUAL in t.virtualization_types]
        values: dict[str, object] = {
            "hvm": counted(len(known) - len(old)),
            "all": counted(len(known)),
            "old": counted(len(old)),
        }
        says = Message("HVM: {hvm} of {all} instance types take nothing else.", values)
        if old and not any(t.current_generation for t in old):
            says = Message(
                "HVM: {hvm} of {all} instance types take nothing else. The {old} that still take a paravirtual AMI are all "
                "of previous generations; in 2014 it was the advice for Linux.",
                values,
            )
        self._said.setText(render(says))
        self._strip.show_share((len(known) - len(old)) / len(known))
