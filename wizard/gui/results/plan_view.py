"""A plan of migration: how many changes it takes, what nobody knows, and each change in full."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.gui.results.leg_view import LegView
from wizard.model.message import Message, Translations
from wizard.model.migration.plan import Plan
from wizard.report import words
from wizard.report.visible import visible


class PlanView(FindingList):
    """Filled anew each time, as a FindingList."""

    def __init__(
        self, desk: Desk, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(translations.gettext("Moving on"), icons, translations, parent)
        self._desk = desk

    def tell(self, message: Message, style: Style = Style.BODY) -> None:
        """A sentence, whatever stands in its values."""
        self.say(visible(message.render(self._translations), 600), style)

    def add_plan(self, plan: Plan) -> None:
        """The summary, how to read the commands, and the changes in their order."""
        self.tell(plan.summary)
        if plan.doubt is not None:
            self.tell(plan.doubt)
        if plan.legs:
            self.tell(words.COMMANDS_EXPLAINED, Style.QUIET)
        for number, leg in enumerate(plan.legs, 1):
            self.space()
            place = number if len(plan.legs) > 1 else 0
            self.put(LegView(leg, place, self._desk, self._icons, self._translations))
