from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import MANY, Make, press
from wizard.flow.kind import QuestionKind


def test_a_searched_option_is_found_by_name(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "M7")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["m7"]
    assert line.text() == "m7  ·  7 GiB"


def test_a_searched_text_that_is_no_option_is_handed_on_to_be_refused(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "zzz")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["zzz"]
    line.clear()
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["zzz", None]


def test_a_searched_option_can_be_picked_from_the_list(make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, MANY, default="m0")
    box = editor.findChildren(QComboBox)[0]
    assert box.currentText() == "m0  ·  0 GiB"
    box.setFixedWidth(60)
    box.showPopup()
    # No entry is cut, however narrow the field.
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert answers == ["m3"]
    editor.show_value("m3")
    editor.show_value("elsewhere")
    assert box.currentText() == "elsewhere"
    editor.offer(lambda: MANY[:3])
    editor.show_value("m1")
    assert (box.count(), box.currentIndex()) == (3, 1)
