"""One question on a page: label, help, editor, and the problem with an answer if there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import Option, Question
from wizard.gui.questions.editor import Editor
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.explained import ExplainButton
from wizard.gui.widgets.flow_row import FlowRow
from wizard.gui.widgets.frame import Noted
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style

GiveAnswer = Callable[[str, Value | None], None]
"""Gives an answer to a question, by id; None takes it back. Raises AnswerError."""


class QuestionField(QWidget):
    """Draws a question around its editor and passes answers on."""

    def __init__(
        self, question: Question, editor: Editor, answer: GiveAnswer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._editor = editor
        self._answer = answer
        label, description = render(question.label), render(question.help)
        self._forget = self._clear_button(label) if self._can_clear else None
        self._column = QVBoxLayout(self)
        self._problem = ""
        self._below = Label("")
        self._missed = False
        self._explain: ExplainButton | None = None
        self._warning = Noted()
        self._build(label, description)
        editor.name(label, description)
        editor.answered.connect(self._answered)

    @property
    def problem(self) -> str:
        """Why what stands in the editor is no answer; empty if it is one."""
        return self._problem

    def show_answer(self, value: Value | None) -> None:
        """Show the answer that counts now."""
        if self._forget is not None:
            self._forget.setVisible(value is not None)
        if value is not None and self._missed:
            self._miss("")
        if not self.problem:
            self._editor.show_value(value)

    def show_missing(self) -> None:
        """Say at the question itself that nothing goes on without an answer to it; until there is one."""
        self._miss(gettext("Please answer this first."))

    def _miss(self, text: str) -> None:
        self._missed = bool(text)
        self._say_below(text)

    def offer(self, options: Callable[[], tuple[Option, ...]]) -> None:
        """The answers before this question have changed, and with them perhaps what it offers."""
        self._editor.offer(options)

    def set_space_above(self, pixels: int) -> None:
        """The distance to what is above on the page."""
        self._column.setContentsMargins(0, pixels, 0, 0)

    def control(self) -> QWidget:
        return self._editor.control()

    def put_beside(self, widget: QWidget) -> None:
        """Another way to answer stands beside the editor, or under it where there is no room."""
        row = FlowRow()
        self._column.replaceWidget(self._editor, row)
        row.fill([self._editor, widget])

    def explain(self) -> None:
        """Say what the word means that the question is about, if it is about one."""
        if self._explain is not None:
            self._explain.explain(self._explain.mapToGlobal(self._explain.rect().bottomLeft()))

    @property
    def _can_clear(self) -> bool:
        """Cards that show what "unanswered" means, and fields that can be emptied, need no button."""
        return (
            self.question.kind in (QuestionKind.ONE_OF, QuestionKind.RANGE) and self.question.default is None
        )

    def _build(self, label: str, description: str) -> None:
        layout = self._column
        layout.setSpacing(4)
        if self.question.kind is not QuestionKind.SWITCH:
            row = QHBoxLayout()
            title = Label(label, Style.HEADING)
            title.setBuddy(self.control())
            row.addWidget(title, 1)
            if self.question.term:
                self._explain = ExplainButton(self.question.term, label)
                row.addWidget(self._explain)
            if self.question.required:
                row.addWidget(Label(gettext("needed"), Style.OVERLINE, wrap=False))
            if self._forget is not None:
                row.addWidget(self._forget)
                self._forget.hide()
            layout.addLayout(row)
            layout.addWidget(Label(description, Style.QUIET))
            layout.addSpacing(6)
        layout.addWidget(self._editor)
        warning = QHBoxLayout(self._warning)
        warning.setContentsMargins(10, 8, 10, 8)
        warning.setSpacing(8)
        warning.addWidget(IconLabel("degraded", accented=True))
        warning.addWidget(self._below, 1)
        layout.addWidget(self._warning)
        self._warning.hide()

    def _clear_button(self, label: str) -> QPushButton:
        button = QPushButton(gettext("Clear"))
        button.setFlat(True)
        button.setAutoDefault(True)
        button.setAccessibleName(gettext("Clear: {question}").replace("{question}", label))
        put_icon(button, "quit")
        button.clicked.connect(self._take_back)
        return button

    def _answered(self, value: Value | None) -> None:
        try:
            self._answer(self.question.id, value)
        except AnswerError as error:
            self._show_problem(render(error.message))
        else:
            self._show_problem("")

    def _take_back(self) -> None:
        self._show_problem("")
        self._answer(self.question.id, None)
        self._editor.show_value(None)
        self.control().setFocus()

    def _show_problem(self, text: str) -> None:
        self._problem = text
        self._missed = False
        self._say_below(text)

    def _say_below(self, text: str) -> None:
        self._below.setText(text)
        self._warning.setVisible(bool(text))
        if text:
            self.control().setAccessibleDescription(text)
        elif self.question.help.template:
            self._editor.name(render(self.question.label), render(self.question.help))
