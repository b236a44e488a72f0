from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.editors.making import Make, press
from wizard.flow.kind import Kind


def test_a_switch_answers_yes_and_no(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.SWITCH, default=True)
    box = editor.control()
    assert box.isChecked()
    press(qtbot, box, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert answers == [False, True]
    editor.show_value(False)
    assert not box.isChecked()
