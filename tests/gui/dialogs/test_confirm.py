from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.dialogs.confirm import ConfirmDialog

CHOICES = ("&Save answers…", "&Discard answers", "&Cancel")


def asked(qtbot: QtBot) -> ConfirmDialog:
    ask = ConfirmDialog("Close?", "Nothing is saved.", CHOICES)
    qtbot.addWidget(ask)
    ask.show()
    return ask


def test_enter_takes_the_first_choice(qtbot: QtBot) -> None:
    ask = asked(qtbot)
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert ask.chosen == 0
    assert not ask.isVisible()


def test_escape_changes_nothing(qtbot: QtBot) -> None:
    ask = asked(qtbot)
    qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert ask.chosen == 2


def test_each_button_is_its_choice(qtbot: QtBot) -> None:
    for place in range(3):
        ask = asked(qtbot)
        ask.findChildren(QPushButton)[place].click()
        assert ask.chosen == place
