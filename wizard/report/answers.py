"""The answers given, in the conversation's own words, and which of them to change when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.flow.change import changes as parts
from wizard.flow.change import instead_in_words
from wizard.flow.question import Question
from wizard.flow.steps import STEPS
from wizard.flow.walk import Walk
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation, Relaxation
from wizard.report.document import Block, Column, Facts, NamedValue, Paragraph, Table
from wizard.report.report_writer import ReportWriter


def answers(walk: Walk, writer: ReportWriter) -> Iterator[Block]:
    """Every answer that counts and says more than the question's default."""
    facts = []
    for step in STEPS:
        for question in (*step.questions, *step.own_questions):
            spoken = walk.spoken(question)
            if spoken is not None and question.says_more(walk.effective[question.id]):
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
        tuple(_change(way, walk, writer) for way in recommendation.relax),
    )


def _change(way: Relaxation, walk: Walk, writer: ReportWriter) -> tuple[str, ...]:
    """Several answers that only help together stand in one row."""
    asked, now, instead = zip(*(_one(each, word, walk, writer) for each, word in parts(way)), strict=True)
    return *map(" + ".join, (asked, now, instead)), str(way.count)


def _one(question: Question, instead: str, walk: Walk, writer: ReportWriter) -> tuple[str, str, str]:
    now, then = walk.spoken(question), instead_in_words(question, instead, walk.effective)
    return (
        writer.say(question.label),
        writer.say(now) if now else "–",
        writer.say(then or Message("any")),
    )
