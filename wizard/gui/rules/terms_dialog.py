"""The words of the field, all in one place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Style, line_width
from wizard.model.terms import Term


class TermsDialog(QDialog):
    """Each with a sentence, what shows it of one's own image or type, and where that is from."""

    def __init__(self, terms: Mapping[str, Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Words"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        words = FindingList(gettext("Words"))
        words.clear()
        for term in terms.values():
            words.heading(render(term.name))
            words.say(render(term.text))
            words.say(term.command, Style.CODE)
            words.put(SourceLink(term.source))
            words.space()
        words.done()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(words, 1)
        column.addWidget(buttons)
        self.resize(QSize(max(640, line_width(92)), 640).boundedTo(self.screen().availableSize()))
