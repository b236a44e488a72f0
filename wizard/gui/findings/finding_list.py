"""Findings under each other, with headings between them, in a pane that scrolls."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.gui.findings.finding_card import FindingCard, UnknownCard
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import put_behind, tab_chain
from wizard.model.ec2.finding import Finding, Unknown


class FindingList(QScrollArea):
    """Filled anew each time: `clear`, then what is to be said, top down, then `done`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    def clear(self) -> None:
        """Begin anew, with nothing."""
        self._sheet = QWidget()
        self._sheet.setBackgroundRole(QPalette.ColorRole.Base)
        self._sheet.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 12, 8, 12)
        self._column.setSpacing(8)

    def done(self) -> None:
        """Show it all at once, laid out, so that nothing jumps."""
        self._column.addStretch()
        inside = tab_chain(self._sheet)
        self.setWidget(self._sheet)
        put_behind(self, inside)

    def wanted_height(self) -> int:
        """The height at which all of it is seen without scrolling."""
        width = self.viewport().width()
        return max(self._column.heightForWidth(width), self._column.minimumSize().height())

    def heading(self, text: str) -> None:
        """Add a heading."""
        self.put(Label(text, Style.HEADING))

    def say(self, text: str, style: Style = Style.BODY) -> None:
        """Add a text."""
        self.put(Label(text, style))

    def space(self) -> None:
        """Add room before what follows."""
        self._column.addSpacing(8)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Add a card for each."""
        for finding in findings:
            self.put(FindingCard(finding))

    def unknowns(self, unknowns: Iterable[Unknown]) -> None:
        """Add a card for each."""
        for unknown in unknowns:
            self.put(UnknownCard(unknown))

    def put(self, widget: QWidget) -> None:
        """Add a widget."""
        self._column.addWidget(widget)
