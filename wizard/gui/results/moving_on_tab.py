"""From the image or instance one has to the recommendation: the changes, in the order to make them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.results.plan_view import PlanView
from wizard.model.message import Translations
from wizard.model.migration.plan import plan_of


class MovingOnTab(PlanView):
    """The plan for the answers as they are."""

    def __init__(
        self,
        conversation: Conversation,
        desk: Desk,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, icons, translations, parent)
        self._conversation = conversation

    def refresh(self) -> None:
        """Show the plan for the recommendation as it is now; without an image or a decision there is none."""
        self.clear()
        plan = plan_of(self._conversation.knowledge, self._conversation.recommendation)
        if plan is not None:
            self.add_plan(plan)
        self.done()
