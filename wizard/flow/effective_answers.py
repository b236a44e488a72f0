"""Which answers count: those that are asked, and possible after the answers before them."""

from __future__ import annotations

from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import Value, quoted
from wizard.flow.question import Answers, Question
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


class EffectiveAnswers(dict[str, Value]):
    """The answers that count, in the order of the questions, checked once and not to be changed.

    knowledge: what they were checked against.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self.knowledge = knowledge


def effective_answers(answers: Answers, knowledge: Knowledge) -> EffectiveAnswers:
    """The answers that count; one that cannot be is passed over."""
    return _effective(answers, knowledge, strict=False)


def check_answers(answers: Answers, knowledge: Knowledge) -> EffectiveAnswers:
    """The answers that count; those that were checked before are taken as they are.

    Raises AnswerError for an answer that is asked and cannot be, for one that could never be, and
    for one to no question.
    """
    if isinstance(answers, EffectiveAnswers) and answers.knowledge is knowledge:
        return answers
    for id, value in answers.items():
        question_named(id).check_shape(value)
    return _effective(answers, knowledge, strict=True)


def answers_before(question: Question, effective: Answers) -> dict[str, Value]:
    """Of the answers that count, those that a question may look at."""
    place = _ORDER[question.id]
    return {id: value for id, value in effective.items() if _ORDER[id] < place}


def _effective(answers: Answers, knowledge: Knowledge, *, strict: bool) -> EffectiveAnswers:
    effective = EffectiveAnswers(knowledge)
    for question in QUESTIONS.values():
        if question.id not in answers or not question.asked(knowledge, effective):
            continue
        try:
            question.check(answers[question.id], knowledge, effective)
        except AnswerError:
            if strict:
                raise
            continue
        effective[question.id] = answers[question.id]
    return effective
