from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.shell.button_bar import Footer
from wizard.model.message import Translations


def test_next_is_the_default_and_carries_a_verb_at_the_end(qtbot: QtBot, english: Translations) -> None:
    footer = Footer(english)
    qtbot.addWidget(footer)
    back, onward = footer.findChildren(QPushButton)
    footer.show_place(first=True, last=False)
    assert (back.isEnabled(), onward.text(), onward.isDefault()) == (False, "&Next", True)
    footer.show_place(first=False, last=True)
    assert (back.isEnabled(), onward.text()) == (True, "Save &PDF…")
    with qtbot.waitSignal(footer.next):
        onward.click()
    with qtbot.waitSignal(footer.back):
        back.click()


def test_what_happened_is_said_and_taken_away_again(qtbot: QtBot, english: Translations) -> None:
    footer = Footer(english)
    qtbot.addWidget(footer)
    footer.say("Saved as x.pdf.")
    assert footer.findChildren(QLabel)[0].text() == "Saved as x.pdf."
    footer.say("")
    assert not footer.findChildren(QLabel)[0].text()
