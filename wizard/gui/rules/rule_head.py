"""The first lines about a rule: its id and title, what breaking it leads to, and how that is known."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style
from wizard.gui.rules.contents import UNKNOWN, outcome_words
from wizard.gui.rules.fact_words import opened
from wizard.gui.rules.topics import NOT_JUDGED
from wizard.gui.sign import Sign
from wizard.gui.spoken import capital
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message, Translations
from wizard.model.rules.not_judged import NotJudged
from wizard.model.rules.rule import Rule
from wizard.report import words
from wizard.report.visible import visible


class RuleHead(QWidget):
    """The same for what is known and not judged, which has no outcome and no evidence."""

    def __init__(
        self, rule: Rule | NotJudged, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = Message("{id}  ·  {title}", {"id": rule.id, "title": opened(rule.title)})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(Label(visible(title.render(translations)), Style.HEADING))
        row = QHBoxLayout()
        row.setSpacing(8)
        if isinstance(rule, Rule):
            bad = rule.outcome is not Outcome.WORKS and not rule.outcome.usable
            row.addWidget(Sign(icons, rule.outcome, accented=bad))
            outcome = capital(outcome_words(rule.outcome).render(translations))
            row.addWidget(Label(outcome, Style.STRONG, wrap=False))
            row.addWidget(Label(words.EVIDENCE[rule.evidence].render(translations), Style.SMALL), 1)
        else:
            row.addWidget(Sign(icons, UNKNOWN))
            row.addWidget(Label(NOT_JUDGED.render(translations), Style.STRONG), 1)
        column.addLayout(row)
