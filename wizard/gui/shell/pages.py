"""Which page a step gets. Hand-made pages are imported when they are first needed."""

from __future__ import annotations

from wizard.flow.steps import Step
from wizard.gui.actions import Desk
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.session import Session
from wizard.gui.theme.icons import Icons
from wizard.gui.widgets.page import Page
from wizard.model.message import Translations


def make_page(step: Step, session: Session, desk: Desk, icons: Icons, translations: Translations) -> Page:
    """A page that shows the step of this conversation."""
    if step.id == "results":
        from wizard.gui.results.page import ResultsPage

        return ResultsPage(step, session, desk, icons, translations)
    if step.id == "account":
        from wizard.gui.images.page import ImagesPage

        return ImagesPage(step, session, desk, icons, translations)
    if step.id == "review":
        from wizard.gui.review.page import ReviewPage

        return ReviewPage(step, session, desk, icons, translations)
    return QuestionPage(step, session, desk.pick_image, icons, translations)
