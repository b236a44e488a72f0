"""From the image or instance one has to the recommendation: the changes, in the order to make them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.gui.results.leg_view import LegView
from wizard.model.message import Message, Translations
from wizard.model.migration import plan_of
from wizard.report import words
from wizard.report.visible import visible


class MovingOnTab(FindingList):
    """How many changes it takes, what nobody knows, how to read the commands, and each change in full."""

    def __init__(
        self,
        conversation: Conversation,
        desk: Desk,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translations.gettext("Moving on"), icons, translations, parent)
        self._conversation = conversation
        self._desk = desk

    def refresh(self) -> None:
        """Show the plan for the recommendation as it is now; without an image or a decision there is none."""
        self.clear()
        plan = plan_of(self._conversation.knowledge, self._conversation.recommendation)
        if plan is not None:
            self.say(self._render(plan.summary))
            if plan.doubt is not None:
                self.say(self._render(plan.doubt))
            if plan.legs:
                self.say(self._render(words.COMMANDS_EXPLAINED), Style.QUIET)
            for number, leg in enumerate(plan.legs, 1):
                self.space()
                place = number if len(plan.legs) > 1 else 0
                self.put(LegView(leg, place, self._desk, self._icons, self._translations))
        self.done()

    def _render(self, message: Message) -> str:
        return visible(message.render(self._translations), 600)
