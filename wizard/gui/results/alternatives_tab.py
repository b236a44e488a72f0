"""The kinds of image that were not chosen, and what speaks against each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.conversation import Conversation
from wizard.gui.icons import Icons
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.model.message import Message, Translations
from wizard.report import words
from wizard.report.visible import visible


class AlternativesTab(FindingList):
    """One heading for each alternative, its reach, and its findings."""

    def __init__(
        self,
        conversation: Conversation,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translations.gettext("Alternatives"), icons, translations, parent)
        self._conversation = conversation

    def refresh(self) -> None:
        self.clear()
        alternatives = self._conversation.recommendation.alternatives
        if not alternatives:
            self.say(
                self._translations.gettext("Your answers leave no other kind of image open."), Style.QUIET
            )
        for alternative in alternatives:
            self.heading(self._render(words.profile(alternative.profile)))
            self.say(self._render(alternative.text), Style.QUIET)
            self.findings(alternative.findings)
            self.space()
        self.done()

    def _render(self, message: Message) -> str:
        return visible(message.render(self._translations), 600)
