"""The answers given, in the conversation's own words, and which of them to change when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.flow.steps import QUESTIONS, STEPS
from wizard.flow.walk import Walk
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation, Relaxation
from wizard.report.document import Block, Column, Facts, NamedValue, Paragraph, Table
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible


def answers(walk: Walk, writer: ReportWriter) -> Iterator[Block]:
    """Every answer that counts and says more than the question's default."""
    facts = []
    for step in STEPS:
        for question in (*step.questions, *step.own_questions):
            spoken = walk.spoken(question)
            if spoken is not None and walk.effective[question.id] not in ([], question.default):
                facts.append(NamedValue(writer.say(question.label), writer.say(spoken)))
    if facts:
        yield Facts(tuple(facts))
    else:
        yield Paragraph(writer.say(Message("Nothing was narrowed down: every question is open.")))


def changes(recommendation: Recommendation, walk: Walk, writer: ReportWriter) -> Iterator[Block]:
    """What to answer instead, and how many types come back for it."""
    if not recommendation.relax:
        return
    yield Paragraph(
        writer.say(
            Message(
                "No instance type meets all these answers together. Each row is one way out: "
                "change what it names and leave the rest as it is."
            )
        )
    )
    yield Table(
        writer.say(Message("Answers to change, and the instance types that come back")),
        (
            Column(writer.say(Message("Question")), 6),
            Column(writer.say(Message("Your answer")), 3),
            Column(writer.say(Message("Instead")), 3),
            Column(writer.say(Message("Types")), 1.2, numeric=True),
        ),
        tuple(_change(relaxation, walk, writer) for relaxation in recommendation.relax),
    )


def _change(relaxation: Relaxation, walk: Walk, writer: ReportWriter) -> tuple[str, ...]:
    """An id may join several questions by "+", and then what to answer does the same."""
    ids = relaxation.answer.split("+")
    now = (_spoken(id, walk, writer) for id in ids)
    return (
        " + ".join(writer.say(QUESTIONS[id].label) if id in QUESTIONS else visible(id) for id in ids),
        " + ".join(now),
        visible(relaxation.instead.replace("+", " + ")),
        str(relaxation.count),
    )


def _spoken(id: str, walk: Walk, writer: ReportWriter) -> str:
    spoken = walk.spoken(QUESTIONS[id]) if id in QUESTIONS else None
    return writer.say(spoken) if spoken else "–"
