"""Why this decision, how the image one has does, and what nobody knows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.conversation import Conversation
from wizard.gui.icons import Icons
from wizard.gui.label import Style
from wizard.gui.results.finding_list import FindingList
from wizard.model.message import Translations
from wizard.model.recommend.recommendation import Standing
from wizard.report.visible import visible


class ReasonsTab(FindingList):
    """Reasons first; the image one has before them, for it is what the person came for."""

    def __init__(
        self,
        conversation: Conversation,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translations.gettext("Reasons"), icons, translations, parent)
        self._conversation = conversation

    def refresh(self) -> None:
        gettext = self._translations.gettext
        recommendation = self._conversation.recommendation
        self.clear()
        if recommendation.standing is not None:
            self._show_standing(recommendation.standing)
        if recommendation.reasons:
            self.heading(gettext("What decided"))
            self.findings(recommendation.reasons)
            self.space()
        if recommendation.unknowns:
            self.heading(gettext("What is not known"))
            self.say(
                gettext("Nothing of this counts as a no. Once it is known, the advice gets firmer."),
                Style.QUIET,
            )
            self.unknowns(recommendation.unknowns)
        if not recommendation.reasons and not recommendation.unknowns:
            self.say(gettext("Nothing speaks against any of the types that your answers leave."), Style.QUIET)
        self.done()

    def _show_standing(self, standing: Standing) -> None:
        image = standing.image
        name = visible(image.image_id or image.name, 80)
        title = self._translations.gettext("The image you have")
        self.heading(f"{title}: {name}" if name else title)
        self.say(visible(standing.text.render(self._translations), 600))
        self.findings(standing.findings)
        self.space()
