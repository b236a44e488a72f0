"""From an image as it is to what is recommended today for the same system."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.gui.results.leg_view import LegView
from wizard.model.advise import advise
from wizard.model.judged_image import JudgedImage
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.migration import plan_of
from wizard.model.needs import Needs
from wizard.report import words
from wizard.report.visible import visible


class MovingOnTab(FindingList):
    """The plan for an image without further needs, in the Region where it is."""

    def __init__(
        self, desk: Desk, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(translations.gettext("Moving on"), icons, translations, parent)
        self._desk = desk

    def show_image(self, image: JudgedImage, knowledge: Knowledge) -> None:
        region = image.row.region if image.row.region in knowledge.catalog.regions else None
        needs = Needs(os=image.system, image=image.row.image, region=region)
        recommendation = advise(knowledge, needs)
        plan = plan_of(knowledge, recommendation)
        self.clear()
        self.say(self._render(recommendation.summary), Style.STRONG)
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
