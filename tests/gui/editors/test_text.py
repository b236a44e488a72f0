from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.editors.making import Make, press
from wizard.flow.kind import Kind


def test_an_empty_text_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.TEXT)
    qtbot.keyClicks(editor.control(), "ab")
    press(qtbot, editor.control(), Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert answers == ["a", "ab", "a", None]
    editor.show_value("x")
    assert editor.control().text() == "x"
