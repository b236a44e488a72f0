"""Which answers count: those that are asked, and possible after the answers before them."""

from __future__ import annotations

from wizard.flow.kind import Value, quoted
from wizard.flow.question import AnswerError, Answers, Question
from wizard.flow.steps import QUESTIONS
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.spelling import nearest

_ORDER = {id: place for place, id in enumerate(QUESTIONS)}


def question_named(id: str) -> Question:
    """Raises AnswerError if there is no such question."""
    if id in QUESTIONS:
        return QUESTIONS[id]
    if near := nearest(id, QUESTIONS):
        raise AnswerError(
            quoted(id), Message("no such question; the nearest is {nearest}", {"nearest": near})
        )
    raise AnswerError(quoted(id), Message("no such question"))


def counting_answers(answers: Answers, knowledge: Knowledge) -> dict[str, Value]:
    """The answers that count, in the order of the questions; one that cannot be is passed over."""
    counting: dict[str, Value] = {}
    for question in QUESTIONS.values():
        if question.id in answers and question.asked(knowledge, counting):
            try:
                question.check(answers[question.id], knowledge, counting)
            except AnswerError:
                continue
            counting[question.id] = answers[question.id]
    return counting


def check_answers(answers: Answers, knowledge: Knowledge) -> dict[str, Value]:
    """The answers that count.

    Raises AnswerError for an answer that is asked and cannot be, for one that could never be, and
    for one to no question.
    """
    for id, value in answers.items():
        question_named(id).check_shape(value)
    counting: dict[str, Value] = {}
    for question in QUESTIONS.values():
        if question.id in answers and question.asked(knowledge, counting):
            question.check(answers[question.id], knowledge, counting)
            counting[question.id] = answers[question.id]
    return counting


def answers_before(question: Question, counting: Answers) -> dict[str, Value]:
    """Of the answers that count, those that a question may look at."""
    place = _ORDER[question.id]
    return {id: value for id, value in counting.items() if _ORDER[id] < place}
