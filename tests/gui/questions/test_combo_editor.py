from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import MANY, Make, press
from tests.gui.quiet import wait_until_quiet
from wizard.flow.kind import QuestionKind
from wizard.gui.shell.main_window import MainWindow
from wizard.model.frozen import replace
from wizard.model.message import Message


def test_a_searched_option_is_found_by_name(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "M7")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["m7"]
    assert line.text() == "m7  ·  7 GiB"


def test_enter_takes_what_alone_is_proposed(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "17 gi")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["m17"]
    assert line.text() == "m17  ·  17 GiB"
    line.selectAll()
    qtbot.keyClicks(line, "m1")
    press(qtbot, line, Qt.Key.Key_Return)
    line.selectAll()
    qtbot.keyClicks(line, "gi")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["m17", "m1", "gi"], "of several none is meant"


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


def test_an_entry_too_long_for_the_field_stands_in_it_by_its_name(make: Make) -> None:
    long = replace(MANY[2], help=Message("the current version, " * 9))
    editor, answers = make(QuestionKind.ONE_OF, (*MANY[:2], long, *MANY[3:]))
    box = editor.findChildren(QComboBox)[0]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert answers == ["m2"]
    assert box.currentText() == "m2"
    assert "the current version" in box.toolTip()
    editor.show_value("m1")
    assert (box.currentText(), box.toolTip()) == ("m1  ·  1 GiB", "")
    editor.show_value("m2")
    assert box.currentText() == "m2"


def test_who_comes_to_a_field_types_over_the_answer_that_stands_there(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window({"os": "linux"}, "start")
    window.session.next()
    wait_until_quiet(qtbot, window)
    box = window.page.first_control()
    assert isinstance(box, QComboBox)
    assert box.hasFocus()
    line = box.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "amazon")
    assert line.text() == "amazon"
    box.setEditText("Linux")
    box.clearFocus()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    wait_until_quiet(qtbot, window)
    qtbot.keyClicks(line, "debian")
    assert line.text() == "debian"
