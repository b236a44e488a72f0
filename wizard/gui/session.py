"""The walk as the window lives it: one value, replaced at each answer, and who wants to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wizard.flow.walk import Walk
from wizard.model.knowledge import Knowledge

if TYPE_CHECKING:
    from wizard.flow.kind import Value
    from wizard.model.recommend.recommendation import Recommendation


class Session(QObject):
    """The answers, where one stands, and the recommendation that follows from them.

    changed: the walk is another one; by then the recommendation is up to date. moved: the person
    now stands at another step (sent before changed).
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, knowledge: Knowledge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.knowledge = knowledge
        self.walk = Walk(knowledge)
        self._judged: tuple[Mapping[str, Value], Recommendation] | None = None
        self._saved: Mapping[str, Value] = {}

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
    def unsaved(self) -> bool:
        """True if there are answers that no file holds."""
        return dict(self.walk.answers) != dict(self._saved)

    def answer(self, question: str, value: Value | None) -> None:
        """Take an answer, or take one back. Raises AnswerError, and then nothing has changed."""
        self._become(self.walk.forget(question) if value is None else self.walk.answer(question, value))

    def go(self, step: str) -> None:
        self._become(self.walk.go(step))

    def next(self) -> None:
        self._become(self.walk.next())

    def back(self) -> None:
        self._become(self.walk.back())

    def resume(self, answers: Mapping[str, Value], *, saved: bool) -> None:
        """Go on with these answers from the first step. Raises AnswerError, and then nothing has changed.

        saved: a file holds them.
        """
        walk = Walk.resumed(self.knowledge, answers)
        if saved:
            self._saved = dict(answers)
        self._become(walk, moved=True)

    def start_over(self) -> None:
        self._saved = {}
        self._become(Walk(self.knowledge), moved=True)

    def mark_saved(self) -> None:
        """A file now holds the answers."""
        self._saved = dict(self.walk.answers)
        self.changed.emit()

    def _become(self, walk: Walk, *, moved: bool = False) -> None:
        moved = moved or walk.step != self.walk.step
        self.walk = walk
        if moved:
            self.moved.emit()
        self.changed.emit()
