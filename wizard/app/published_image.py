"""Has the worker ask for the very image that a recommendation comes to, and judges it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.known_logins import known_logins
from wizard.app.worker_messages import AskPublished, Published
from wizard.aws.regions import FALLBACK
from wizard.gui.aws_service import AskCode, FoundEvent, Task
from wizard.model.account.listing_events import Trouble
from wizard.model.account.problem import Kind, Problem
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.found_image import judged
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation


def find_image(
    worker: AwsWorkerClient,
    knowledge: Knowledge,
    profile: str,
    region: str | None,
    recommendation: Recommendation,
    ask_code: AskCode,
) -> Task[FoundEvent]:
    """A task that tells the image or the trouble, and nothing where nobody is known to publish one."""
    needs, decision = recommendation.needs, recommendation.decision
    where = region or needs.region or needs.request.other_region or _home(profile)
    wanted = None
    if decision is not None:
        best = recommendation.ranked[0].instance_type
        kind = of_a_fresh_instance(needs, decision, best)
        wanted = knowledge.publishers.newest(needs.system, kind, where, best)
    if wanted is None or not wanted.can_be_found:
        return Task(lambda: iter(()), lambda: None)
    task = worker.task(AskPublished(profile, where, wanted), ask_code)

    def run() -> Iterator[FoundEvent]:
        for event in task.run():
            if isinstance(event, Published):
                try:
                    yield judged(knowledge, recommendation, image_from(event.record, where))
                except ImageError as problem:
                    yield Trouble(profile, where, _unread(problem))
            else:
                yield event

    return Task(run, task.cancel)


def _home(profile: str) -> str:
    """The profile's own Region."""
    own = (login.region for login in known_logins() if login.name == profile)
    return next(own, None) or FALLBACK


def _unread(problem: ImageError) -> Problem:
    """A record with a word that this version of the program does not know."""
    return Problem(
        Kind.ANSWER,
        Message("AWS's record of the image can't be read."),
        Message("{problem}", {"problem": str(problem)}),
        Message("Look for a newer version of the program."),
    )
