from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from tests.gui.editors.making import Make
from wizard.flow.kind import Kind


def test_an_image_is_picked_shown_and_let_go(make: Make) -> None:
    image = {"ImageId": "ami-1", "Name": "<b>web</b>", "Architecture": "arm64"}
    editor, answers = make(Kind.IMAGE, pick=lambda: image)
    pick, forget = editor.findChildren(QPushButton)
    assert not forget.isVisible()
    pick.click()
    editor.show_value(image)
    assert forget.isVisible()
    texts = [label.text() for label in editor.findChildren(QLabel)]
    assert texts == ["ami-1", "<b>web</b> · arm64"]
    forget.click()
    assert answers == [image, None]


def test_an_image_not_picked_answers_nothing(make: Make) -> None:
    editor, answers = make(Kind.IMAGE, pick=lambda: None)
    editor.findChildren(QPushButton)[0].click()
    assert not answers


def test_what_an_image_hides_is_shown(make: Make) -> None:
    editor, _ = make(Kind.IMAGE)
    editor.show_value({"ImageId": "ami-\u202e1", "Name": "x" * 1_000_000})
    texts = [label.text() for label in editor.findChildren(QLabel)]
    assert texts[0] == "ami-U+202E1"
    assert len(texts[1]) < 200
