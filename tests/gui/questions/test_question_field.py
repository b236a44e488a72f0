from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import Question
from wizard.gui.questions.editor_factory import make_editor
from wizard.gui.questions.number_editors import Spin
from wizard.gui.questions.question_field import QuestionField
from wizard.model.message import Message


class Walk:
    """Takes answers, and refuses a range that runs backwards."""

    def __init__(self) -> None:
        self.answers: list[Value | None] = []

    def answer(self, id: str, value: Value | None) -> None:
        if isinstance(value, dict) and value.get("minimum", 0) > value.get("maximum", 99):
            raise AnswerError(id, Message("the smaller number first"))
        self.answers.append(value)


@pytest.fixture
def walk() -> Walk:
    return Walk()


def make(qtbot: QtBot, walk: Walk, kind: QuestionKind) -> QuestionField:
    question = Question(id="q", kind=kind, label=Message("How many?"), help=Message("Count them."))
    editor = make_editor(question, (), lambda: None)
    field = QuestionField(question, editor, walk.answer)
    qtbot.addWidget(field)
    field.show_answer(None)
    field.show()
    return field


def test_label_help_and_buddy(qtbot: QtBot, walk: Walk) -> None:
    field = make(qtbot, walk, QuestionKind.RANGE)
    title, text = field.findChildren(QLabel)[:2]
    assert (title.text(), text.text()) == ("How many?", "Count them.")
    assert title.buddy() is field.control()
    assert field.control().accessibleDescription() == "Count them."


def test_a_refused_answer_is_said_and_kept_until_it_is_mended(qtbot: QtBot, walk: Walk) -> None:
    field = make(qtbot, walk, QuestionKind.RANGE)
    lowest, highest = field.findChildren(Spin)
    lowest.setValue(8)
    highest.setValue(4)
    assert field.problem == "the smaller number first"
    assert field.control().accessibleDescription() == "the smaller number first"
    field.show_answer({"minimum": 8})
    assert highest.value() == 4
    highest.setValue(16)
    assert not field.problem
    assert field.control().accessibleDescription() == "Count them."
    assert walk.answers == [{"minimum": 8}, {"minimum": 8, "maximum": 16}]


def test_clear_takes_an_answer_back(qtbot: QtBot, walk: Walk) -> None:
    field = make(qtbot, walk, QuestionKind.RANGE)
    clear = field.findChildren(QPushButton)[0]
    assert not clear.isVisible()
    field.show_answer({"minimum": 8})
    assert clear.isVisible()
    assert clear.accessibleName() == "Clear: How many?"
    clear.click()
    assert walk.answers == [None]
    assert field.findChildren(Spin)[0].value() == 0


def test_a_switch_carries_its_question_itself(qtbot: QtBot, walk: Walk) -> None:
    field = make(qtbot, walk, QuestionKind.SWITCH)
    assert "How many?" not in [label.text() for label in field.findChildren(QLabel)]
    assert field.control().accessibleName() == "How many?"
    assert not field.findChildren(QPushButton)
