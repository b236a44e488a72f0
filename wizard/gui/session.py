"""Holds the walk of a window, replaces it at each answer, and tells who listens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wizard.flow.walk import Walk
from wizard.model.knowledge import Knowledge

if TYPE_CHECKING:
    from wizard.flow.effects import Effect, Effects
    from wizard.flow.kind import Value
    from wizard.model.recommend.recommendation import Recommendation


_UNDOABLE = 200

_Moment = tuple[Walk, Mapping[str, "Value"]]
"""A walk, and the answers that a file held then."""


class Session(QObject):
    """The answers, where one stands, and the recommendation that follows from them.

    changed: the walk is another one; by then the recommendation is up to date. moved: the person
    now stands at another step (sent before changed). Each change of an answer can be undone.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, knowledge: Knowledge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.knowledge = knowledge
        self.walk = Walk(knowledge)
        self._judged: tuple[Mapping[str, Value], Recommendation] | None = None
        self._saved: Mapping[str, Value] = {}
        self._undone: list[_Moment] = []
        self._done: list[_Moment] = []
        self._last: str | None = None
        self._counted: Effects | None = None

    @property
    def last_answered(self) -> str | None:
        """The question whose answer changed last; None if that were several, or none."""
        return self._last

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What each answer did to the number of types that fit."""
        if self._counted is None:
            from wizard.flow.effects import Effects

            self._counted = Effects(self.knowledge)
        return self._counted.of(self.walk.effective, len(self.recommendation.ranked))

    @property
    def can_undo(self) -> bool:
        """True if an answer was changed that can be as it was before."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True if something was undone."""
        return bool(self._undone)

    @property
    def recommendation(self) -> Recommendation:
        """What the answers lead to; judged once for each set of answers that count."""
        # The judge is not needed for the first picture, and costs more than all of it.
        from wizard.flow.interpret import needs_of
        from wizard.model.recommend.advise import advise

        answers = self.walk.effective
        if self._judged is None or self._judged[0] != answers:
            self._judged = (answers, advise(self.knowledge, needs_of(answers, self.knowledge)))
        return self._judged[1]

    @property
    def judged(self) -> bool:
        """True once something was judged, and what is known of instance types was read for it: after the first picture."""
        return self._judged is not None

    @property
    def unsaved(self) -> bool:
        """True if there are answers that no file holds."""
        return dict(self.walk.answers) != dict(self._saved)

    def answer(self, question: str, value: Value | None) -> None:
        """Take an answer, or take one back. Raises AnswerError, and then nothing has changed."""
        self._become(self.walk.forget(question) if value is None else self.walk.answer(question, value))

    def answer_all(self, answers: Mapping[str, Value | None]) -> None:
        """Take or take back several answers as one change. Raises AnswerError, and then nothing has changed."""
        walk = self.walk
        for question, value in answers.items():
            walk = walk.forget(question) if value is None else walk.answer(question, value)
        self._become(walk)

    def go(self, step: str) -> None:
        """Stand at a step. Raises ValueError if there is no such step."""
        self._become(self.walk.go(step))

    def next(self) -> None:
        """One step on."""
        self._become(self.walk.next())

    def back(self) -> None:
        """One step back."""
        self._become(self.walk.back())

    def resume(self, answers: Mapping[str, Value], *, saved: bool) -> None:
        """Go on with these answers from the first step. Raises AnswerError, and then nothing has changed.

        saved: a file holds them.
        """
        walk = Walk.resumed(self.knowledge, answers)
        self._become(walk, moved=True, saved=dict(answers) if saved else self._saved)

    def start_over(self) -> None:
        """Take every answer back."""
        self._become(Walk(self.knowledge), moved=True, saved={})

    def undo(self) -> None:
        """The answers as they were before the last change, at the step where it was made."""
        self._return(self._done, self._undone)

    def redo(self) -> None:
        """What was undone, again."""
        self._return(self._undone, self._done)

    def judge_anew(self) -> None:
        """What is known of prices is another than before."""
        self._judged = None
        if self._counted is not None:
            self._counted.forget()
        self.changed.emit()

    def mark_saved(self) -> None:
        """A file now holds the answers."""
        self._saved = dict(self.walk.answers)
        self.changed.emit()

    def _become(self, walk: Walk, *, moved: bool = False, saved: Mapping[str, Value] | None = None) -> None:
        if dict(walk.answers) != dict(self.walk.answers):
            self._done = [*self._done[1 - _UNDOABLE :], (self.walk, self._saved)]
            self._undone = []
        self._put(walk, self._saved if saved is None else saved, moved=moved)

    def _return(self, there: list[_Moment], back: list[_Moment]) -> None:
        if there:
            back.append((self.walk, self._saved))
            self._put(*there.pop())

    def _put(self, walk: Walk, saved: Mapping[str, Value], *, moved: bool = False) -> None:
        moved = moved or walk.step != self.walk.step
        was, now = self.walk.answers, walk.answers
        if was != now:
            others = [id for id in {**was, **now} if was.get(id) != now.get(id)]
            self._last = others[0] if len(others) == 1 else None
        self.walk, self._saved = walk, saved
        if moved:
            self.moved.emit()
        self.changed.emit()
