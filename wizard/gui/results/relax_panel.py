"""When nothing is left: which answer to change, and how many types come back for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.flow.effective_answers import answers_before
from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import Question
from wizard.flow.steps import QUESTIONS
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.action_card import ActionCard
from wizard.gui.widgets.label import Label, Style
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Relaxation
from wizard.report.visible import visible


class RelaxPanel(QWidget):
    """One button for each way out; pressing it changes the answer."""

    relaxed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: list[ActionCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(gettext("What to change"), Style.HEADING))
        column.addWidget(Label(gettext("Each of these is one way out; the other answers stay."), Style.QUIET))
        column.addSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        column.addStretch()

    def refresh(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(way) for way in self._session.recommendation.relax]
        for button in self._buttons:
            self._column.addWidget(button)

    @property
    def buttons(self) -> list[ActionCard]:
        """The ways out, as they stand."""
        return self._buttons

    def first_control(self) -> QWidget | None:
        return self._buttons[0] if self._buttons else None

    def _button(self, way: Relaxation) -> ActionCard:
        parts = zip(way.answer.split("+"), way.instead.split("+"), strict=True)
        texts = [render(self._change(QUESTIONS[id], instead)) for id, instead in parts]
        text = visible(gettext(", and ").join(texts), 400)
        button = ActionCard(text, visible(render(way.text), 300), "relax")
        button.clicked.connect(lambda: self._relax(way))
        return button

    def _change(self, question: Question, instead: str) -> Message:
        """What pressing does, in words: "Take back “family m1”"."""
        walk = self._session.walk
        before = answers_before(question, walk.effective)
        given = walk.effective.get(question.id, question.default or "")
        now = question.summed_up(given, self._session.knowledge, before)
        value = value_of(question, instead)
        if value is None:
            return Message("Take back “{now}”", {"now": now})
        then = question.summed_up(value, self._session.knowledge, before)
        return Message("Change “{now}” to “{then}”", {"now": now, "then": then})

    def _relax(self, way: Relaxation) -> None:
        for id, instead in zip(way.answer.split("+"), way.instead.split("+"), strict=True):
            self._session.answer(id, value_of(QUESTIONS[id], instead))
        self.relaxed.emit()


def value_of(question: Question, instead: str) -> Value | None:
    """The answer that a relaxation names: None takes the answer back."""
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
