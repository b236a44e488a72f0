from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import Make, press
from wizard.flow.kind import QuestionKind


def test_an_empty_text_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.TEXT)
    qtbot.keyClicks(editor.control(), "ab")
    press(qtbot, editor.control(), Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert answers == ["a", "ab", "a", None]
    editor.show_value("x")
    assert editor.findChildren(QLineEdit)[0].text() == "x"


def test_a_switch_answers_yes_and_no(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.SWITCH, default=True)
    box = editor.control()
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    press(qtbot, box, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert answers == [False, True]
    editor.show_value(False)
    assert box.isChecked() is False


def test_an_image_is_picked_shown_and_let_go(make: Make) -> None:
    image = {"ImageId": "ami-1", "Name": "<b>web</b>", "Architecture": "arm64"}
    editor, answers = make(QuestionKind.IMAGE, pick=lambda: image)
    pick, forget = editor.findChildren(QPushButton)
    assert not forget.isVisible()
    pick.click()
    editor.show_value(image)
    assert forget.isVisible()
    texts = [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]
    assert texts == ["ami-1", "<b>web</b>", "Architecture", "arm64"]
    forget.click()
    assert answers == [image, None]


def test_an_image_not_picked_answers_nothing(make: Make) -> None:
    editor, answers = make(QuestionKind.IMAGE, pick=lambda: None)
    editor.findChildren(QPushButton)[0].click()
    assert not answers


def test_what_an_image_hides_is_shown(make: Make) -> None:
    editor, _ = make(QuestionKind.IMAGE)
    editor.show_value({"ImageId": "ami-\u202e1", "Name": "x" * 1_000_000})
    texts = [label.text() for label in editor.findChildren(QLabel)]
    assert texts[0] == "ami-U+202E1"
    assert len(texts[1]) < 200
