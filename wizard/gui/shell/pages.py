"""Which page a step gets. Hand-made pages are imported when they are first needed."""

from __future__ import annotations

from wizard.flow.steps import Step
from wizard.gui.file_actions import FileActions
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.session import Session
from wizard.gui.shell.page_links import PageLinks
from wizard.gui.start.page import StartPage
from wizard.gui.widgets.page import Page


def make_page(
    step: Step, session: Session, actions: FileActions, images: ImagesLauncher, links: PageLinks
) -> Page:
    """A page that shows the step of this conversation. links: where it leads beside the walk."""
    if step.id == "results":
        from wizard.gui.results.page import ResultsPage

        results = ResultsPage(step, session, actions)
        links.join_results(results)
        return results
    if step.id == "account":
        from wizard.gui.images.page import ImagesPage

        return ImagesPage(step, session, images)
    if step.id == "review":
        from wizard.gui.review.page import ReviewPage

        return ReviewPage(step, session, actions)
    if step.id == "features":
        from wizard.gui.questions.features_page import FeaturesPage

        return FeaturesPage(step, session, actions.pick_image)
    if step.id == "start":
        start = StartPage(step, session, actions.pick_image, actions.recent)
        links.join_start(start)
        return start
    return QuestionPage(step, session, actions.pick_image)
