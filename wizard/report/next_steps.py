"""What to do now: the two or three things that follow from a recommendation, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import has_size
from wizard.report.unknowns import question_of


class Where(StrEnum):
    """Where a step is done."""

    QUESTION = "question"
    MOVE = "move"
    IMAGE = "image"
    REPORT = "report"


@frozen
class NextStep:
    """question: the id of the one to answer, where that is the step."""

    text: Message
    where: Where
    question: str = ""


def next_steps(knowledge: Knowledge, recommendation: Recommendation) -> tuple[NextStep, ...]:
    """Nothing where no type is left: then there are answers to relax."""
    if recommendation.decision is None:
        return ()
    return (*_answers(recommendation), *_move(knowledge, recommendation), *_launch(recommendation))


def _answers(recommendation: Recommendation) -> Iterator[NextStep]:
    """The question that would settle most, where something hangs on it."""
    own = recommendation.own_image
    open_still = [*(own.unknowns if own and own.kept else ()), *recommendation.unknowns]
    asked = (question_of(unknown.fact) for unknown in open_still)
    question = next((each for each in asked if each is not None), None)
    if question is not None:
        yield NextStep(
            Message("Answer: {question}", {"question": question.label}), Where.QUESTION, question.id
        )
        return
    if recommendation.needs.image is None and not has_size(recommendation.needs):
        yield NextStep(Message("Say how many vCPUs and how much memory"), Where.QUESTION, "vcpus")


def _move(knowledge: Knowledge, recommendation: Recommendation) -> Iterator[NextStep]:
    plan = plan_of(knowledge, recommendation)
    if plan is not None and plan.changes:
        yield NextStep(
            Message(
                "Read what the move takes: {count} change",
                {"count": counted(len(plan.changes))},
                "Read what the move takes: {count} changes",
                len(plan.changes),
            ),
            Where.MOVE,
        )


def _launch(recommendation: Recommendation) -> Iterator[NextStep]:
    own = recommendation.own_image
    kept = own is not None and own.kept
    yield NextStep(
        Message("Try the launch without starting it") if kept else Message("Find the AMI and try the launch"),
        Where.IMAGE,
    )
    yield NextStep(Message("Save the report"), Where.REPORT)
