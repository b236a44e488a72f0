from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.editors.making import Make, press
from wizard.flow.kind import Kind
from wizard.gui.editors.spin import Spin
from wizard.model.message import Message


def test_a_number_of_nothing_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.NUMBER, unit=Message("GPUs"), whole=True)
    spin = editor.findChildren(Spin)[0]
    assert spin.text() == "any"
    press(qtbot, spin, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert answers == [1, 2, 4, 2]
    editor.show_value(0)
    editor.show_value(3)
    assert spin.text() == "3 GPUs"
    press(qtbot, spin, Qt.Key.Key_Down)
    spin.setValue(0)
    assert answers[-2:] == [2, None]
