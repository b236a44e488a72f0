"""The way from what one has to what one should have."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.findings.migration_view import MigrationView
from wizard.gui.session import Session
from wizard.gui.texts import gettext
from wizard.gui.widgets.label import Style
from wizard.model.migration.plan import plan_of


class MigrationTab(MigrationView):
    """What decides whether the image can stay, where that is open, and the plan for the answers."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def refresh(self) -> None:
        """Show the plan for the recommendation as it is now; without an image or a decision there is none."""
        self.clear()
        recommendation = self._session.recommendation
        plan = plan_of(self._session.knowledge, recommendation)
        own = recommendation.own_image
        doubted = own is not None and own.kept and bool(own.unknowns)
        if own is not None and doubted:
            self.heading(gettext("What decides it"))
            self.say(
                gettext("As long as this is not known, nobody can say that your image runs."), Style.QUIET
            )
            self.unknowns(own.unknowns)
            self.space()
        if recommendation.unpriced is not None:
            self.tell(recommendation.unpriced)
        if recommendation.saving is not None:
            self.tell(recommendation.saving.text)
        # A plan of no steps says that all is well, which is just what is open.
        if plan is not None and (plan.changes or not doubted):
            self.add_plan(plan)
        self.done()
