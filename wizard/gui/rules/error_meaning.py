"""What an error of EC2 means: which rule spoke, why, what to do, and where that stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.icons import Icons
from wizard.gui.item import BULLET, Item
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.gui.results.source_link import SourceLink
from wizard.gui.rules.fact_words import fact_name
from wizard.gui.rules.rule_buttons import RuleButtons
from wizard.gui.rules.rule_head import RuleHead
from wizard.gui.spoken import capital
from wizard.model.errors.ec2_error import Recognised
from wizard.model.message import Message, Translations
from wizard.model.rules.rulebook import Rulebook
from wizard.report.visible import visible


class ErrorMeaning(FindingList):
    """Unrecognised is said as such, never guessed. chosen: the id of a rule that one wants to read."""

    chosen = Signal(str)

    def __init__(
        self, rulebook: Rulebook, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(translations.gettext("What the error means"), icons, translations, parent)
        self._rulebook = rulebook

    def show_hint(self) -> None:
        """Before anything is pasted."""
        self.clear()
        self.say(
            self._translations.gettext("The rule behind it, and what to do, will show here."), Style.QUIET
        )
        self.done()

    def show_nothing(self) -> None:
        """Text is there, and no known wording in it."""
        gettext = self._translations.gettext
        self.clear()
        self.heading(gettext("Not recognised"))
        self.say(
            gettext(
                "None of the EC2 errors that the program knows is in this text. Paste the whole error message, from "
                "the error code to its last sentence."
            )
        )
        self.done()

    def show_meaning(self, found: Recognised) -> None:
        gettext = self._translations.gettext
        self.clear()
        rule = self._rulebook.get(found.rule) or next(
            entry for entry in self._rulebook.not_judged if entry.id == found.rule
        )
        self.put(RuleHead(rule, self._icons, self._translations))
        self.say(self._render(found.text))
        if found.remedy.template:
            self.say(self._render(Message("What to do: {remedy}", {"remedy": found.remedy})))
        self._lead((found.rule,))
        if found.values:
            self._head(gettext("What the message names"))
        for path, value in found.values.items():
            said = Message("{fact}: {value}", {"fact": fact_name(path), "value": value})
            self.put(Item(BULLET, capital(self._render(said))))
        if found.others:
            self._head(gettext("EC2 says the same for other rules"))
            self._lead(found.others)
        if found.sources:
            self._head(gettext("Sources"))
        for source in found.sources:
            self.put(SourceLink(source, self._translations))
        self.done()

    def _head(self, text: str) -> None:
        self.space()
        self.say(text, Style.STRONG)

    def _lead(self, rules: tuple[str, ...]) -> None:
        buttons = RuleButtons(rules, self._translations)
        buttons.chosen.connect(self.chosen)
        self.put(buttons)

    def _render(self, message: Message) -> str:
        return visible(message.render(self._translations), 2000)
