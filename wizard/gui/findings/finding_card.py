"""A finding, and something that is not known, as cards."""

from __future__ import annotations

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.findings.source_link import SourceLink
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import capital
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.model.ec2.finding import Finding, Unknown
from wizard.model.message import Message
from wizard.report import words
from wizard.report.finding_words import answered, outcome_words, to_do
from wizard.report.unknowns import asking
from wizard.report.visible import visible

_PARTS = {
    "virtualization": Message("HVM or paravirtual"),
    "architecture": Message("Architecture"),
    "boot_mode": Message("Boot mode"),
    "ena": Message("Network adapter (ENA)"),
    "root_device": Message("Root device"),
    "tpm": Message("NitroTPM"),
}


def _title(finding: Finding) -> str:
    """The part of the decision that it is the reason for; else what becomes of a launch."""
    if finding.part in _PARTS:
        return render(_PARTS[finding.part])
    return capital(render(outcome_words(finding.outcome)))


class FindingCard(Framed):
    """A frame around everything that is known about one finding."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(visible(_title(finding), 2000))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(finding.outcome, accented=not finding.outcome.usable))
        head.addWidget(Label(visible(_title(finding), 2000), Style.STRONG, wrap=False))
        head.addWidget(Label(self._say(words.EVIDENCE[finding.evidence]), Style.SMALL), 1)
        column.addLayout(head)
        column.addWidget(Label(self._say(finding.text)))
        if finding.ec2_error is not None:
            column.addWidget(self._error(finding.ec2_error, finding.ec2_error_code))
        if finding.remedy.template:
            column.addWidget(Label(self._say(to_do(finding.remedy))))
        if finding.sources:
            column.addSpacing(2)
        for source in finding.sources:
            column.addWidget(SourceLink(source))

    def _say(self, message: Message) -> str:
        return visible(render(message), 2000)

    def _error(self, error: Message, code: str | None) -> QWidget:
        """EC2's own words, set apart as a quotation."""
        box = QWidget()
        box.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        box.setAutoFillBackground(True)
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(Label(self._say(answered(code)), Style.SMALL))
        quote = Label(self._say(error), Style.CODE)
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(quote)
        return box


class UnknownCard(Framed):
    """What is not known, why it matters, and how to supply it."""

    def __init__(self, unknown: Unknown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = gettext("Not known")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("unknown"))
        head.addWidget(Label(title, Style.STRONG, wrap=False))
        head.addWidget(Label(visible(render(asking(unknown.fact))), Style.SMALL), 1)
        column.addLayout(head)
        for message in (unknown.matters_because, unknown.how_to_supply):
            column.addWidget(Label(visible(render(message), 1000)))
