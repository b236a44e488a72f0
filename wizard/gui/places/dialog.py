"""A template that somebody dropped or pasted: its places as a list, and beside it why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QSplitter, QVBoxLayout, QWidget

from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.gui import feedback
from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.places.table import PlaceTable
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.label import Label, Style
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message
from wizard.report.finding_words import to_do
from wizard.report.places.place_text import counted_places, heading, what_speaks
from wizard.report.visible import visible

Lend = Callable[[], Sequence[CheckedPlace] | None]
"""Lets the person add what is known of images; the places judged with it, or None."""


class PlacesDialog(QDialog):
    """chosen: the place with which the person wants to start the walk."""

    chosen = Signal(object)

    def __init__(
        self, file: str, places: Sequence[CheckedPlace], lend: Lend, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lend = lend
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("Images and types in {file}").replace("{file}", visible(file, 80)))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(QSize(1080, 720).boundedTo(self.screen().availableSize()))
        self._count = Label("", Style.DECISION)
        self._table = PlaceTable()
        self._why = FindingList(gettext("What becomes of a launch there"))
        self._table.pointed.connect(self._explain)
        self._start = QPushButton(gettext("&Start with this place"))
        self._start.setToolTip(gettext("Begins the walk with this type and what is known of its image."))
        self._add = QPushButton(gettext("&Add facts of images…"))
        self._add.setToolTip(
            gettext("Opens what aws ec2 describe-images said of the images, saved as a file.")
        )
        self._start.clicked.connect(self._choose)
        self._add.clicked.connect(self._ask)
        self._lay_out()
        self._show(places)
        self._table.setFocus()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.addWidget(self._table)
        splitter.addWidget(self._why)
        splitter.setSizes([260, 340])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in (self._start, self._add):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._count)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _show(self, places: Sequence[CheckedPlace]) -> None:
        self._count.setText(render(counted_places(CheckedFiles(places))))
        self._table.fill(places)
        self._explain()

    def _explain(self) -> None:
        place = self._table.current()
        self._start.setEnabled(place is not None)
        self._why.clear()
        if place is not None:
            verdict = place.verdict
            self._why.heading(visible(render(heading(place)), 400))
            if place.outcome is Outcome.WORKS and not verdict.findings:
                self._why.say(gettext("No rule speaks against it."))
            self._why.findings(sorted(verdict.findings, key=lambda finding: -finding.outcome.severity))
            if place.outcome is Outcome.UNKNOWN:
                self._open(place)
            for source in place.sources:
                self._why.put(SourceLink(source))
        self._why.done()

    def _open(self, place: CheckedPlace) -> None:
        """What is not known, and how to find out."""
        for _, text, cure in what_speaks(place):
            self._why.say(visible(render(text), 1000))
            self._why.say(visible(render(to_do(cure)), 1000))
            if isinstance(asked := cure.values.get("command"), Message):
                command = render(asked)
                box = CommandBox(command)
                said = gettext("The command is on the clipboard.")
                copy = partial(feedback.copy, command, said)
                box.add_copy(gettext("Copy"), gettext("Copy the command"), copy)
                self._why.put(box)

    def _choose(self) -> None:
        place = self._table.current()
        if place is not None:
            self.accept()
            self.chosen.emit(place)

    def _ask(self) -> None:
        places = self._lend()
        if places is not None:
            self._show(places)
