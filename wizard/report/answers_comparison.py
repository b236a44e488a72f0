"""Two sets of answers beside each other: what they lead to, where they differ, and which types that costs."""

from __future__ import annotations

from wizard.flow.effective_answers import EffectiveAnswers, answers_before, check_answers
from wizard.flow.interpret import needs_of
from wizard.flow.question import Answers, Question
from wizard.flow.steps import QUESTIONS
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.advise import advise
from wizard.model.recommend.recommendation import Recommendation

NOT_ANSWERED = Message("not answered")


@frozen
class OtherAnswer:
    """A question that is answered otherwise here than there."""

    question: Question
    here: Message
    there: Message


@frozen
class AnswersComparison:
    """here, there: what each leads to. only_here, only_there: the types that fit with one of both, best first."""

    here: Recommendation
    there: Recommendation
    answers: tuple[OtherAnswer, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    both: int


def compare_answers(knowledge: Knowledge, here: Answers, there: Answers) -> AnswersComparison:
    """Raises AnswerError where one of both holds an answer that cannot be."""
    ours, theirs = check_answers(here, knowledge), check_answers(there, knowledge)
    first, second = (advise(knowledge, needs_of(answers, knowledge)) for answers in (ours, theirs))
    fit_here, fit_there = _names(first), _names(second)
    return AnswersComparison(
        here=first,
        there=second,
        answers=tuple(
            OtherAnswer(question, _said(question, ours, knowledge), _said(question, theirs, knowledge))
            for question in QUESTIONS.values()
            if ours.get(question.id, question.default) != theirs.get(question.id, question.default)
        ),
        only_here=tuple(name for name in fit_here if name not in fit_there),
        only_there=tuple(name for name in fit_there if name not in fit_here),
        both=len(fit_here.keys() & fit_there.keys()),
    )


def _names(recommendation: Recommendation) -> dict[str, None]:
    """Best first, and quick to look up."""
    return {entry.instance_type.name: None for entry in recommendation.ranked}


def _said(question: Question, answers: EffectiveAnswers, knowledge: Knowledge) -> Message:
    if question.id not in answers:
        return NOT_ANSWERED
    return question.spoken(answers[question.id], knowledge, answers_before(question, answers))
