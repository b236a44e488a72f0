from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.dialogs.confirm import ConfirmDialog
from wizard.gui.theme.icons import Icons

CHOICES = ("&Save answers…", "&Discard answers", "&Cancel")


def asked(qtbot: QtBot, icons: Icons) -> ConfirmDialog:
    ask = ConfirmDialog("Close?", "Nothing is saved.", CHOICES, icons)
    qtbot.addWidget(ask)
    ask.show()
    return ask


def test_enter_takes_the_first_choice(qtbot: QtBot, icons: Icons) -> None:
    ask = asked(qtbot, icons)
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert ask.chosen == 0
    assert not ask.isVisible()


def test_escape_changes_nothing(qtbot: QtBot, icons: Icons) -> None:
    ask = asked(qtbot, icons)
    qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert ask.chosen == 2


def test_each_button_is_its_choice(qtbot: QtBot, icons: Icons) -> None:
    for place in range(3):
        ask = asked(qtbot, icons)
        ask.findChildren(QPushButton)[place].click()
        assert ask.chosen == place
