from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.command_box import CommandBox


def test_lines_stay_lines_and_nothing_is_markup_or_hidden(qtbot: QtBot) -> None:
    box = CommandBox("aws ec2 one \\\n  --two '<b>x</b>'\nrm \u202ex", "A caption")
    qtbot.addWidget(box)
    caption, code = box.findChildren(QLabel)
    assert caption.text() == "A caption"
    assert code.text() == "aws ec2 one \\\n  --two '<b>x</b>'\nrm U+202Ex"
    assert code.textFormat() is Qt.TextFormat.PlainText
    assert code.wordWrap()
    assert code.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_long_line_wraps_inside_the_box(qtbot: QtBot) -> None:
    box = CommandBox("aws ec2 describe-images " + "--owners self " * 40)
    qtbot.addWidget(box)
    box.resize(400, box.heightForWidth(400))
    box.show()
    assert box.minimumSizeHint().width() <= 400
    assert box.heightForWidth(400) > 4 * box.fontMetrics().height()


def test_copy_can_be_reached_and_pressed_by_key(qtbot: QtBot) -> None:
    copied = []
    box = CommandBox("aws ec2 one")
    qtbot.addWidget(box)
    assert not box.findChildren(QPushButton)
    box.add_copy("Copy", "Copy the command", lambda: copied.append("aws ec2 one"))
    (button,) = box.findChildren(QPushButton)
    assert (button.text(), button.accessibleName()) == ("Copy", "Copy the command")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not button.icon().isNull()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert copied == ["aws ec2 one"]


def test_a_command_is_read_from_the_left_in_every_language(qtbot: QtBot) -> None:
    box = CommandBox("aws ec2 one \\\n  --two", "A caption")
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    caption, code = box.findChildren(QLabel)
    assert caption.isRightToLeft()
    assert not code.isRightToLeft()
