"""The walk through the steps: the answers so far, and where one stands."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from wizard.flow import start
from wizard.flow.effective_answers import (
    EffectiveAnswers,
    answers_before,
    check_answers,
    effective_answers,
    question_named,
)
from wizard.flow.kind import Value
from wizard.flow.question import Answers, Options, Question
from wizard.flow.steps import STEPS, Step, step_named
from wizard.model.frozen import field, frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_NEW = next(option.label for option in start.OPTIONS if option.value == start.START.default)


class StepState(StrEnum):
    """How a step stands in the step list. PASSED: it was left without an answer."""

    DONE = "done"
    PASSED = "passed"
    CURRENT = "current"
    TODO = "todo"
    NEEDS_ANSWER = "needs-answer"


@frozen
class Walk:
    """Where one stands. An answer or a move gives a new walk, this one stays as it is.

    answers: all that were ever given, also those no longer asked. visited: the ids of the steps
    that were left at least once.
    """

    knowledge: Knowledge = field(repr=False)
    answers: Answers = field(default_factory=lambda: MappingProxyType({}))
    step: str = STEPS[0].id
    visited: frozenset[str] = frozenset()

    @classmethod
    def resumed(cls, knowledge: Knowledge, answers: Mapping[str, Value]) -> Walk:
        """A walk with the answers of a file, every step done.

        Raises AnswerError for the first answer that is asked and cannot be.
        """
        check_answers(answers, knowledge)
        return cls(knowledge, _frozen(answers), visited=frozenset(step.id for step in STEPS))

    def answer(self, question: str, value: Value) -> Walk:
        """The walk with this answer. Raises AnswerError if it cannot be one."""
        record = question_named(question)
        record.check_shape(value)
        before = self._before(record)
        if record.asked(self.knowledge, before):
            record.check(value, self.knowledge, before)
        return replace(self, answers=_frozen({**self.answers, question: value}))

    def forget(self, question: str) -> Walk:
        """The walk without an answer to this question."""
        return replace(self, answers=_frozen({k: v for k, v in self.answers.items() if k != question}))

    def go(self, step: str) -> Walk:
        """The walk standing at a step. Raises ValueError if there is no such step."""
        step_named(step)
        return replace(self, step=step, visited=self.visited | {self.step})

    def next(self) -> Walk:
        """The walk one step on; at the last step, the same walk."""
        return self._move(1)

    def back(self) -> Walk:
        """The walk one step back; at the first step, the same walk."""
        return self._move(-1)

    @cached_property
    def effective(self) -> EffectiveAnswers:
        """The answers that count: asked, and possible after those before them."""
        return effective_answers(self.answers, self.knowledge)

    def asked(self, step: str) -> tuple[Question, ...]:
        """The questions of a step that are asked now, in order."""
        record = step_named(step)
        return tuple(q for q in record.questions if q.asked(self.knowledge, self._before(q)))

    def options(self, question: Question) -> Options:
        """What a question offers now."""
        return question.offered(self.knowledge, self._before(question))

    @property
    def missing(self) -> tuple[Question, ...]:
        """The required questions that are asked and have no answer."""
        return tuple(q for step in STEPS for q in self._missing(step))

    def state(self, step: str) -> StepState:
        """How a step stands: what is missing is said even where one stands elsewhere."""
        record = step_named(step)
        if step == self.step:
            return StepState.CURRENT
        if self._missing(record):
            return StepState.NEEDS_ANSWER
        if self.is_answered(step):
            return StepState.DONE
        return StepState.PASSED if record.questions and step in self.visited else StepState.TODO

    def is_answered(self, step: str) -> bool:
        """True if an answer to one of the step's questions counts that says more than what counts unsaid."""
        return any(True for _ in self._given(step_named(step)))

    @property
    def progress(self) -> tuple[int, int]:
        """How many steps are answered, of how many that ask something."""
        asking = [step.id for step in STEPS if step.questions]
        return sum(map(self.is_answered, asking)), len(asking)

    def spoken(self, question: Question) -> Message | None:
        """The answer that counts, in words; None if there is none."""
        if question.id not in self.effective:
            return None
        return question.spoken(self.effective[question.id], self.knowledge, self._before(question))

    def summary(self, step: str) -> Message:
        """The answers of a step in one line; empty if none was given."""
        said = [
            question.summed_up(self.effective[question.id], self.knowledge, self._before(question))
            for question in self._given(step_named(step))
        ]
        parts = {f"n{place}": part for place, part in enumerate(said)}
        return Message(" · ".join(f"{{{name}}}" for name in parts), parts)

    @staticmethod
    def passed(step: str) -> Message:
        """What counts of a step that was left without an answer."""
        return _NEW if step == "start" else Message("left open")

    def _given(self, step: Step) -> Iterator[Question]:
        """The questions of a step whose answer counts and is another than what counts unsaid."""
        for question in step.questions:
            if question.says_more(self.effective.get(question.id, question.default)):
                yield question

    def _move(self, by: int) -> Walk:
        order = [step.id for step in STEPS]
        place = order.index(self.step) + by
        return self.go(order[place]) if 0 <= place < len(order) else self

    def _missing(self, step: Step) -> tuple[Question, ...]:
        return tuple(q for q in self.asked(step.id) if q.required and q.id not in self.effective)

    def _before(self, question: Question) -> Answers:
        return answers_before(question, self.effective)


def _frozen(answers: Mapping[str, Value]) -> Answers:
    """A copy that nobody else can change."""
    return MappingProxyType(copy.deepcopy(dict(answers)))
