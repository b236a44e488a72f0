"""What holds of every way through the questions."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.flow.examples import answer_to
from wizard.flow.answer_error import AnswerError
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.steps import QUESTIONS, STEPS
from wizard.flow.walk import StepState, Walk
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH

ORDER = [step.id for step in STEPS]


class AnyWalk(RuleBasedStateMachine):
    """Whatever is answered, forgotten and walked, in any order, nothing is lost."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self.knowledge = knowledge
        self.walk = Walk(knowledge)
        self.said: dict[str, Value] = {}

    @rule(data=st.data(), id=st.sampled_from(list(QUESTIONS)))
    def answer(self, data: st.DataObject, id: str) -> None:
        value = data.draw(answer_to(QUESTIONS[id]))
        try:
            self.walk = self.walk.answer(id, value)
        except AnswerError:
            assert id in ("os-version", "os-version-after", "zone")
        else:
            self.said[id] = value

    @rule(id=st.sampled_from(list(QUESTIONS)))
    def forget(self, id: str) -> None:
        self.walk = self.walk.forget(id)
        self.said.pop(id, None)

    @rule(step=st.sampled_from(ORDER))
    def go(self, step: str) -> None:
        self.walk = self.walk.go(step)
        assert self.walk.step == step

    @rule()
    def next(self) -> None:
        self.walk = self.walk.next()

    @rule()
    def back(self) -> None:
        self.walk = self.walk.back()

    @invariant()
    def nothing_is_lost(self) -> None:
        assert dict(self.walk.answers) == self.said
        assert self.walk.effective.items() <= self.said.items()
        needs_of(self.walk.effective, self.knowledge)

    @invariant()
    def every_step_can_be_told(self) -> None:
        assert [self.walk.state(step.id) for step in STEPS].count(StepState.CURRENT) == 1
        for step in STEPS:
            self.walk.summary(step.id).render(ENGLISH)
            for question in self.walk.asked(step.id):
                assert question.asked(self.knowledge, self.walk.effective)


def test_any_walk_loses_nothing(knowledge: Knowledge) -> None:
    class KnowingWalk(AnyWalk):
        def __init__(self) -> None:
            super().__init__(knowledge)

    run_state_machine_as_test(KnowingWalk, settings=settings(max_examples=30, stateful_step_count=30))
