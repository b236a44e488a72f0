from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.rules.rule_buttons import RuleButtons
from wizard.model.message import Translations


def test_each_button_names_its_rule_and_leads_there_by_key(qtbot: QtBot, english: Translations) -> None:
    buttons = RuleButtons(("A1", "B1"), english)
    qtbot.addWidget(buttons)
    one, other = buttons.findChildren(QPushButton)
    assert (one.text(), other.text()) == ("Rule A1 in full", "Rule B1 in full")
    with qtbot.waitSignal(buttons.chosen) as chosen:
        qtbot.keyClick(other, Qt.Key.Key_Return)
    assert chosen.args == ["B1"]
