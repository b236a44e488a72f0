"""The one generic page: draws the questions that a step asks just now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wizard.flow.effective_answers import answers_before
from wizard.flow.question import Answers, Option, Question
from wizard.flow.steps import Step
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.page import Blocker, Page, tab_chain
from wizard.model.message import Message

if TYPE_CHECKING:
    from wizard.gui.questions.editor import Editor
    from wizard.gui.questions.question_field import QuestionField
    from wizard.gui.questions.question_group import QuestionGroup
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
        self._groups: dict[str, QuestionGroup] = {}
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        walk = self._session.walk
        asked = self._drawn(walk.asked(self._step.id))
        if [question.id for question in asked] != list(self._fields):
            self._arrange()
        for question in asked:
            field = self._fields[question.id]
            before = answers_before(question, walk.effective)
            if self._before.get(question.id) != before:
                self._before[question.id] = before
                field.offer(partial(walk.options, question))
            answer = walk.effective.get(question.id)
            field.show_answer(answer)
            if question.group is not None and answer not in (None, question.default):
                self._groups[question.group.template].open()

    def first_control(self) -> QWidget | None:
        return next((field.control() for field in self._fields.values()), None)

    def show_question(self, id: str) -> None:
        from PySide6.QtCore import Qt

        field = self._fields.get(id)
        if field is not None:
            if field.question.group is not None:
                self._groups[field.question.group.template].open()
            field.control().setFocus(Qt.FocusReason.TabFocusReason)
            # Not before the page has the sizes of what was just laid out.
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, _BETWEEN))

    def show_blocker(self, blocker: Blocker) -> None:
        for field in self._fields.values():
            if field.control() is blocker.control:
                if not field.problem:
                    field.show_missing()
                self.show_question(field.question.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        focused = self.window().focusWidget()
        field = next((f for f in self._fields.values() if f.isAncestorOf(focused)), None)
        if event.matches(QKeySequence.StandardKey.HelpContents) and field is not None:
            field.explain()
        else:
            super().keyPressEvent(event)

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
        chain: list[QWidget] = []
        group = None
        for field in self._fields.values():
            if field.question.group is not None and field.question.group != group:
                chain.append(self._groups[field.question.group.template].control())
            group = field.question.group
            chain += tab_chain(field)
        return chain

    def _drawn(self, asked: Sequence[Question]) -> Sequence[Question]:
        """Of the questions asked now, those that get a field of their own."""
        return asked

    def _arrange(self) -> None:
        """Lay the fields out anew, in the order in which they are asked."""
        asked = self._drawn(self._session.walk.asked(self._step.id))
        kept = {question.id: self._fields.get(question.id) for question in asked}
        for id, field in self._fields.items():
            # Removed by removeWidget, not takeAt: items that Python holds keep stale sizes alive.
            self.column.removeWidget(field)
            if id not in kept:
                field.hide()
                field.deleteLater()
                self._before.pop(id, None)
        opened = {heading for heading, group in self._groups.items() if group.is_open}
        for group in self._groups.values():
            self.column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups = {}
        self._fields = {}
        for heading, questions in groupby(asked, key=lambda question: question.group):
            fields = [kept[question.id] or self._field(question.id) for question in questions]
            self._fields |= {field.question.id: field for field in fields}
            if heading is not None:
                self._add_group(heading, len(fields), is_open=heading.template in opened)
            for place, field in enumerate(fields):
                field.set_space_above(_BETWEEN // 2 if heading is not None and place == 0 else _BETWEEN)
                self.column.addWidget(field)
                field.setVisible(heading is None or self._groups[heading.template].is_open)
            if heading is not None:
                self._groups[heading.template].hold(fields)
        self.arranged.emit()

    def _add_group(self, heading: Message, count: int, *, is_open: bool) -> None:
        """It holds its fields once they are laid out: shown before, each would be a window of its own for a moment."""
        from wizard.gui.questions.question_group import QuestionGroup

        group = QuestionGroup(heading, count)
        self._groups[heading.template] = group
        self.column.addWidget(group)
        group.show()
        if is_open:
            group.open()
        group.folded.connect(self.arranged)

    def _field(self, id: str) -> QuestionField:
        # The first page asks nothing as it opens.
        from wizard.gui.questions.question_field import QuestionField

        walk = self._session.walk
        question = next(question for question in self._step.questions if question.id == id)
        editor = self._editor(question, walk.options(question))
        self._before[id] = answers_before(question, walk.effective)
        return QuestionField(question, editor, self._session.answer)

    def _editor(self, question: Question, options: tuple[Option, ...]) -> Editor:
        from wizard.gui.questions.editor_factory import make_editor

        return make_editor(question, options, self._pick_image)
