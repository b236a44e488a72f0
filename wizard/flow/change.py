"""A way out in the conversation's own words: which answer to take back, or to change into what."""

from __future__ import annotations

from wizard.flow.effective_answers import EffectiveAnswers, answers_before
from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Relaxation


def changes(way: Relaxation) -> tuple[tuple[Question, str], ...]:
    """Each question of a way out with the word to answer instead."""
    pairs = zip(way.answer.split("+"), way.instead.split("+"), strict=True)
    return tuple((QUESTIONS[id], instead) for id, instead in pairs)


def change_in_words(way: Relaxation, answers: EffectiveAnswers) -> Message:
    """What to do, in words: "Take back “family m1”, and take back “t3”"."""
    (first, instead), *others = changes(way)
    said = _one(first, instead, answers, _TAKE_BACK, _CHANGE)
    for other, instead in others:
        also = _one(other, instead, answers, _ALSO_TAKE_BACK, _ALSO_CHANGE)
        said = Message("{first}, and {other}", {"first": said, "other": also})
    return said


def instead_in_words(question: Question, instead: str, answers: EffectiveAnswers) -> Message | None:
    """What to answer instead; None where the answer is taken back."""
    value = value_of(question, instead)
    if value is None:
        return None
    return question.spoken(value, answers.knowledge, answers_before(question, answers))


_TAKE_BACK = Message("Take back “{now}”")
_CHANGE = Message("Change “{now}” to “{then}”")
_ALSO_TAKE_BACK = Message("take back “{now}”")
_ALSO_CHANGE = Message("change “{now}” to “{then}”")


def _one(
    question: Question, instead: str, answers: EffectiveAnswers, back: Message, change: Message
) -> Message:
    before = answers_before(question, answers)
    given = answers.get(question.id, question.default or "")
    values: dict[str, object] = {"now": question.summed_up(given, answers.knowledge, before)}
    value = value_of(question, instead)
    if value is None:
        return replace(back, values=values)
    values["then"] = question.summed_up(value, answers.knowledge, before)
    return replace(change, values=values)


def value_of(question: Question, instead: str) -> Value | None:
    """The answer that a way out names: None takes the answer back."""
    if instead == "any":
        return None
    match question.kind:
        case QuestionKind.MANY_OF:
            return instead.split(",")
        case QuestionKind.NUMBER:
            return _number(instead)
        case QuestionKind.RANGE:
            low, _, high = instead.partition("..")
            bounds = {"minimum": low, "maximum": high}
            return {bound: _number(text) for bound, text in bounds.items() if text}
    return instead


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)
