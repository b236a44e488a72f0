"""One rule: what it says, when it applies, examples and sources."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.rules.fact_labels import example_text, opened
from wizard.gui.rules.index import NOT_JUDGED, TOPICS, UNKNOWN
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import capital
from wizard.gui.widgets.command_box import CommandBox
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.list_item import BULLET, ListItem
from wizard.model.ec2.finding import Outcome, Reason, Source
from wizard.model.message import Message
from wizard.model.rules.not_judged import NotJudged
from wizard.model.rules.rule import Rule
from wizard.report import words
from wizard.report.finding_words import answered, outcome_words, to_do
from wizard.report.visible import visible


class RuleHead(QWidget):
    """What goes wrong, how badly, and how that is known.

    The same for what is known and not judged, which has no outcome and no evidence.
    """

    def __init__(self, rule: Rule | NotJudged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = opened(rule.text if isinstance(rule, Rule) else rule.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(Label(visible(render(title)), Style.HEADING))
        row = QHBoxLayout()
        row.setSpacing(8)
        if isinstance(rule, Rule):
            bad = rule.outcome is not Outcome.WORKS and not rule.outcome.usable
            row.addWidget(IconLabel(rule.outcome, accented=bad))
            outcome = capital(render(outcome_words(rule.outcome)))
            row.addWidget(Label(outcome, Style.STRONG, wrap=False))
            row.addWidget(Label(render(words.EVIDENCE[rule.evidence]), Style.SMALL), 1)
        else:
            row.addWidget(IconLabel(UNKNOWN))
            row.addWidget(Label(render(NOT_JUDGED), Style.STRONG), 1)
        row.addWidget(Label(rule.id, Style.SMALL, wrap=False))
        column.addLayout(row)


class RuleButtons(FlowRow):
    """chosen: the id of the rule whose button was pressed."""

    chosen = Signal(str)

    def __init__(self, rules: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = gettext("Rule {id} in full")
        self.fill([self._button(id, text.replace("{id}", id)) for id in rules])

    def _button(self, id: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(id))
        return button


_SHORT = 60


class RuleView(FindingList):
    """chosen: the id of another rule that this one leads to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("The rule in full"), parent)

    def show_hint(self, text: str) -> None:
        """When there is no rule to show."""
        self.clear()
        self.say(text, Style.QUIET)
        self.done()

    def show_rule(self, rule: Rule) -> None:
        """A rule with its examples and sources."""
        self.clear()
        self.put(RuleHead(rule))
        self._topic(rule.reason)
        self._tell(Message("What must hold: {condition}.", {"condition": opened(rule.title)}))
        self._quote([rule.ec2_error] if rule.ec2_error else [], answered(rule.ec2_error_code))
        # An older wording may be the beginning of today's.
        older = (error for error in rule.older_errors if error not in (rule.ec2_error or ""))
        self._quote(older, Message("EC2 has also said:"))
        self._tell(to_do(opened(rule.remedy)))
        if rule.disputed:
            self._head(gettext("Where sources disagree"))
            self._tell(Message(rule.disputed))
        self._head(gettext("How this is known"))
        explained = render(words.EVIDENCE_EXPLAINED[rule.evidence])
        self.say(gettext("{explained}.").replace("{explained}", capital(explained)))
        self._sources(rule.sources)
        advice = rule.outcome is Outcome.WORKS
        examples = tomllib.loads(rule.example_text)
        self._head(gettext("Without this advice") if advice else gettext("Examples that fit"))
        self._examples(examples["fits"])
        self._head(gettext("With this advice") if advice else gettext("Examples that break it"))
        self._examples(examples["breaks"])
        self.done()

    def show_known(self, entry: NotJudged) -> None:
        """What no rule decides: why not, or which rules cover it."""
        self.clear()
        self.put(RuleHead(entry))
        self._topic(entry.reason)
        self._tell(opened(entry.why))
        self._quote(
            entry.errors, answered(entry.error_code) if entry.error_code else Message("What it says:")
        )
        if entry.remedy:
            self._tell(to_do(opened(entry.remedy)))
        if entry.see:
            self._head(gettext("Rules that cover it"))
            buttons = RuleButtons(entry.see)
            buttons.chosen.connect(self.chosen)
            self.put(buttons)
        if entry.sources:
            self._head(gettext("Sources"))
        self._sources(entry.sources)
        self.done()

    def _topic(self, reason: Reason) -> None:
        self.say(self._render(Message("Topic: {topic}", {"topic": TOPICS[reason]})), Style.QUIET)

    def _head(self, text: str) -> None:
        self.space()
        self.say(text, Style.STRONG)

    def _quote(self, errors: Iterable[str], caption: Message) -> None:
        lines = [render(opened(error)) for error in errors]
        if lines:
            # Wordings that wrap need air between them to be told apart.
            between = "\n\n" if max(map(len, lines)) > _SHORT else "\n"
            self.put(CommandBox(between.join(lines), self._render(caption)))

    def _sources(self, sources: Iterable[Source]) -> None:
        for source in sources:
            self.put(SourceLink(source))

    def _examples(self, examples: Iterable[Mapping[str, Any]]) -> None:
        for example in examples:
            self.put(ListItem(BULLET, visible(example_text(example))))

    def _tell(self, message: Message) -> None:
        self.say(self._render(message))

    def _render(self, message: Message) -> str:
        return visible(render(message), 2000)
