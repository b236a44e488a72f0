"""The tabs of the results page that are lists of findings: reasons, alternatives, migration."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.migration_view import MigrationView
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Style
from wizard.model.message import Message
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.recommendation import ImageResult
from wizard.report import words
from wizard.report.visible import visible


class ReasonsTab(FindingList):
    """Reasons first; the image one has before them, for it is what the person came for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Reasons"), parent)
        self._session = session

    def refresh(self) -> None:
        recommendation = self._session.recommendation
        self.clear()
        if recommendation.own_image is not None:
            self._show_own_image(recommendation.own_image)
        if recommendation.reasons:
            self.heading(gettext("What decided"))
            self.findings(recommendation.reasons)
            self.space()
        if recommendation.conditions:
            self.heading(gettext("What the AMI has to have"))
            self.say(gettext("A current AMI of this system is expected to have it."), Style.QUIET)
            self.unknowns(recommendation.conditions)
            self.space()
        if recommendation.unknowns:
            self.heading(gettext("What is not known"))
            self.say(
                gettext("Nothing of this counts as a no. Once it is known, the advice gets firmer."),
                Style.QUIET,
            )
            self.unknowns(recommendation.unknowns)
        if not (recommendation.reasons or recommendation.unknowns or recommendation.conditions):
            self.say(gettext("Nothing speaks against any of the types that your answers leave."), Style.QUIET)
        self.done()

    def _show_own_image(self, standing: ImageResult) -> None:
        image = standing.image
        name = visible(image.image_id or image.name, 80)
        title = gettext("The image you have")
        self.heading(f"{title}: {name}" if name else title)
        self.say(visible(render(standing.text), 600))
        self.findings(standing.findings)
        self.space()


class AlternativesTab(FindingList):
    """One heading for each alternative, its reach, and its findings."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Alternatives"), parent)
        self._session = session

    def refresh(self) -> None:
        self.clear()
        recommendation = self._session.recommendation
        alternatives = recommendation.alternatives
        if recommendation.cheaper:
            self.heading(gettext("By price"))
            for cheaper in recommendation.cheaper:
                self.say(self._render(cheaper.text))
            self.space()
        if not alternatives:
            self.say(gettext("Your answers leave no other kind of image open."), Style.QUIET)
        for alternative in alternatives:
            self.heading(self._render(words.profile(alternative.profile)))
            self.say(self._render(alternative.text), Style.QUIET)
            self.findings(alternative.findings)
            self.space()
        self.done()

    def _render(self, message: Message) -> str:
        return visible(render(message), 600)


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
        if recommendation.saving is not None:
            self.tell(recommendation.saving.text)
        # A plan of no steps says that all is well, which is just what is open.
        if plan is not None and (plan.changes or not doubted):
            self.add_plan(plan)
        self.done()
