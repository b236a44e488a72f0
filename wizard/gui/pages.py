"""Which page a step gets. Hand-made pages are imported when they are first needed."""

from __future__ import annotations

from wizard.flow.steps import Step
from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.page import Page
from wizard.gui.question_page import QuestionPage
from wizard.model.message import Translations


def make_page(
    step: Step, conversation: Conversation, desk: Desk, icons: Icons, translations: Translations
) -> Page:
    """A page that shows the step of this conversation."""
    if step.id == "results":
        from wizard.gui.results.page import ResultsPage

        return ResultsPage(step, conversation, desk, icons, translations)
    if step.id == "account":
        from wizard.gui.images.account_page import AccountPage

        return AccountPage(step, conversation, desk, icons, translations)
    if step.id == "review":
        from wizard.gui.review.page import ReviewPage

        return ReviewPage(step, conversation, desk, icons, translations)
    return QuestionPage(step, conversation, desk.pick_image, icons, translations)
