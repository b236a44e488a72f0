"""What each answer did: how many types fitted before it, and how many with it."""

from __future__ import annotations

from wizard.flow.effective_answers import EffectiveAnswers, answers_before
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.decide import decide


@frozen
class Effect:
    """One answer. said: the answer in words; before, after: the types that fitted without and with it.

    Answers count in the order in which they are asked.
    """

    question: Question
    said: Message
    before: int
    after: int

    @property
    def text(self) -> Message:
        """10 types fewer."""
        change = self.after - self.before
        values = {"count": counted(abs(change))}
        if change < 0:
            return Message("{count} type fewer", values, "{count} types fewer", -change)
        if change > 0:
            return Message("{count} type more", values, "{count} types more", change)
        return Message("no type fewer")


class Effects:
    """Counts anew only what comes behind the answer that changed."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._none: int | None = None
        self._counted: list[tuple[str, Value, int]] = []

    def forget(self) -> None:
        """What is known of prices is another than before, and with it what fits."""
        self._none = None
        self._counted = []

    def of(self, effective: EffectiveAnswers, fitting: int) -> tuple[Effect, ...]:
        """The effects of these answers, without those that say what counts unsaid.

        fitting: how many types fit with all of them.
        """
        self._keep(effective)
        if self._none is None:
            self._none = self._count(EffectiveAnswers(self._knowledge)) if effective else fitting
        before = self._none
        found = []
        for place, (id, value) in enumerate(effective.items()):
            if place == len(self._counted):
                self._counted.append((id, value, self._after(effective, place, fitting)))
            after = self._counted[place][2]
            if QUESTIONS[id].says_more(value):
                found.append(self._effect(effective, id, before, after))
            before = after
        return tuple(found)

    def _keep(self, effective: EffectiveAnswers) -> None:
        """What is known of the answers before the first that is another than last time."""
        known = 0
        for (id, value, _), now in zip(self._counted, effective.items(), strict=False):
            if (id, value) != now:
                break
            known += 1
        del self._counted[known:]

    def _effect(self, effective: EffectiveAnswers, id: str, before: int, after: int) -> Effect:
        question = QUESTIONS[id]
        said = question.summed_up(effective[id], self._knowledge, answers_before(question, effective))
        return Effect(question, said, before, after)

    def _after(self, effective: EffectiveAnswers, place: int, fitting: int) -> int:
        """How many types fit with the answers up to this place."""
        if place == len(effective) - 1:
            return fitting
        first = EffectiveAnswers(self._knowledge)
        first.update(list(effective.items())[: place + 1])
        return self._count(first)

    def _count(self, answers: EffectiveAnswers) -> int:
        return decide(self._knowledge, needs_of(answers, self._knowledge)).best.count
