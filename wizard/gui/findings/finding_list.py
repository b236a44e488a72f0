"""Findings under each other, with headings between them, by themselves or in a pane that scrolls."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.gui.findings.finding_card import FindingCard, UnknownCard
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import put_behind, tab_chain
from wizard.gui.widgets.scroll_pane import ColumnArea
from wizard.model.ec2.finding import Finding, Unknown


class FindingColumn(QWidget):
    """What is to be said, top down. column: its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def heading(self, text: str) -> QWidget:
        """Add a heading; what was added."""
        label = Label(text, Style.HEADING)
        self.put(label)
        return label

    def say(self, text: str, style: Style = Style.BODY) -> None:
        """Add a text."""
        self.put(Label(text, style))

    def space(self) -> None:
        """Add room before what follows."""
        self.column.addSpacing(8)

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
        self.column.addWidget(widget)

    def end(self) -> None:
        """Let all stand at the top."""
        self.column.addStretch()


class FindingList(ColumnArea):
    """Filled anew each time: `clear`, then what is to be said, top down, then `done`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(focus=True, parent=parent)
        self.setAccessibleName(name)
        self.clear()

    def clear(self) -> None:
        """Begin anew, with nothing."""
        self._sheet = FindingColumn()
        set_margins(self._sheet.column, 0, 12, 8, 12)

    @property
    def sheet(self) -> FindingColumn:
        """What is being filled."""
        return self._sheet

    def done(self) -> None:
        """Show it all at once, laid out, so that nothing jumps."""
        self._sheet.end()
        inside = tab_chain(self._sheet)
        self.setWidget(self._sheet)
        put_behind(self, inside)

    def wanted_height(self) -> int:
        """The height at which all of it is seen without scrolling."""
        width = self.viewport().width()
        layout = self._sheet.column
        return max(layout.heightForWidth(width), layout.minimumSize().height())

    def show_top(self, part: QWidget) -> None:
        """Scroll until a part that was put in stands at the top."""
        self.verticalScrollBar().setValue(part.mapTo(self._sheet, QPoint(0, 0)).y() - 12)

    def heading(self, text: str) -> QWidget:
        """Add a heading; what was added."""
        return self._sheet.heading(text)

    def say(self, text: str, style: Style = Style.BODY) -> None:
        """Add a text."""
        self._sheet.say(text, style)

    def space(self) -> None:
        """Add room before what follows."""
        self._sheet.space()

    def findings(self, findings: Iterable[Finding]) -> None:
        """Add a card for each."""
        self._sheet.findings(findings)

    def unknowns(self, unknowns: Iterable[Unknown]) -> None:
        """Add a card for each."""
        self._sheet.unknowns(unknowns)

    def put(self, widget: QWidget) -> None:
        """Add a widget."""
        self._sheet.put(widget)
