"""The one generic page: draws the questions that a step asks just now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from wizard.flow.effective_answers import answers_before
from wizard.flow.question import Answers
from wizard.flow.steps import Step
from wizard.gui.questions.editor_factory import make_editor
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.page import Blocker, Page, tab_chain
from wizard.model.message import Message

if TYPE_CHECKING:
    from wizard.gui.questions.simple_editors import PickImage

_BETWEEN = 32


class QuestionPage(Page):
    """Fields come and go with the answers; one that stays keeps its editor, its focus and its text."""

    def __init__(
        self, step: Step, session: Session, pick_image: PickImage, parent: QWidget | None = None
    ) -> None:
        super().__init__(render(step.title), render(step.explanation), parent)
        self._step = step
        self._session = session
        self._pick_image = pick_image
        self._fields: dict[str, QuestionField] = {}
        self._before: dict[str, Answers] = {}
        self._headings: list[Label] = []
        self.refresh()

    def refresh(self) -> None:
        walk = self._session.walk
        asked = walk.asked(self._step.id)
        if [question.id for question in asked] != list(self._fields):
            self._arrange()
        for question in asked:
            field = self._fields[question.id]
            before = answers_before(question, walk.effective)
            if self._before.get(question.id) != before:
                self._before[question.id] = before
                field.offer(partial(walk.options, question))
            field.show_answer(walk.effective.get(question.id))

    def first_control(self) -> QWidget | None:
        return next((field.control() for field in self._fields.values()), None)

    def show_question(self, id: str) -> None:
        field = self._fields.get(id)
        if field is not None:
            field.control().setFocus(Qt.FocusReason.TabFocusReason)
            # Not before the page has the sizes of what was just laid out.
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, _BETWEEN))

    def show_blocker(self, blocker: Blocker) -> None:
        for field in self._fields.values():
            if field.control() is blocker.control:
                if not field.problem:
                    field.show_missing()
                self.show_question(field.question.id)

    def blocker(self) -> Blocker | None:
        """The first field that keeps the person from going on; None if there is none."""
        answers = self._session.walk.effective
        for id, field in self._fields.items():
            if field.problem:
                return Blocker(field.control(), gettext("Please mend the marked answer first."))
            if field.question.required and id not in answers:
                text = Message("Please answer first: {question}", {"question": field.question.label})
                return Blocker(field.control(), render(text))
        return None

    def tab_chain(self) -> list[QWidget]:
        return [control for field in self._fields.values() for control in tab_chain(field)]

    def _arrange(self) -> None:
        """Lay the fields out anew, in the order in which they are asked."""
        walk = self._session.walk
        asked = walk.asked(self._step.id)
        kept = {question.id: self._fields.get(question.id) for question in asked}
        for id, field in self._fields.items():
            # Removed by removeWidget, not takeAt: items that Python holds keep stale sizes alive.
            self.column.removeWidget(field)
            if id not in kept:
                field.hide()
                field.deleteLater()
                self._before.pop(id, None)
        for heading in self._headings:
            self.column.removeWidget(heading)
            heading.hide()
            heading.deleteLater()
        self._headings = []
        self._fields = {}
        group = None
        for question in asked:
            above = _BETWEEN
            if question.group is not None and question.group != group:
                self._head(render(question.group))
                above = _BETWEEN // 2
            group = question.group
            field = kept[question.id] or self._field(question.id)
            field.set_space_above(above)
            self._fields[question.id] = field
            self.column.addWidget(field)
            field.show()
        self.arranged.emit()

    def _head(self, text: str) -> None:
        """A heading over a group of questions."""
        heading = Label(text, Style.DECISION)
        heading.setContentsMargins(0, _BETWEEN, 0, 0)
        self._headings.append(heading)
        self.column.addWidget(heading)
        heading.show()

    def _field(self, id: str) -> QuestionField:
        walk = self._session.walk
        question = next(question for question in self._step.questions if question.id == id)
        editor = make_editor(question, walk.options(question), self._pick_image)
        self._before[id] = answers_before(question, walk.effective)
        return QuestionField(question, editor, self._session.answer)
