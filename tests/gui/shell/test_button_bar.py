from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.shell.button_bar import ButtonBar
from wizard.gui.widgets.link import TextLink


def test_next_is_the_default_and_carries_a_verb_at_the_end(qtbot: QtBot) -> None:
    button_bar = ButtonBar()
    qtbot.addWidget(button_bar)
    back, onward = button_bar.findChildren(QPushButton)
    button_bar.show_place(first=True, last=False)
    assert (back.isEnabled(), onward.text(), onward.isDefault()) == (False, "&Next", True)
    button_bar.show_place(first=False, last=True)
    assert (back.isEnabled(), onward.text()) == (True, "Save &PDF…")
    with qtbot.waitSignal(button_bar.next):
        onward.click()
    with qtbot.waitSignal(button_bar.back):
        back.click()


def test_what_happened_is_said_and_taken_away_again(qtbot: QtBot) -> None:
    button_bar = ButtonBar()
    qtbot.addWidget(button_bar)
    button_bar.say("Saved as x.pdf.")
    assert button_bar.findChildren(QLabel)[0].text() == "Saved as x.pdf."
    button_bar.say("")
    assert not button_bar.findChildren(QLabel)[0].text()


def test_what_can_be_done_about_it_stands_beside_it(qtbot: QtBot) -> None:
    button_bar = ButtonBar()
    qtbot.addWidget(button_bar)
    done: list[str] = []
    button_bar.say("Saved as x.pdf.")
    button_bar.offer((("Open", lambda: done.append("open")), ("Show", lambda: done.append("show"))))
    links = button_bar.findChildren(TextLink)
    assert [link.accessibleName() for link in links] == ["Open", "Show"]
    links[1].click()
    assert done == ["show"]
    button_bar.say("Another.")
    assert all(link.isHidden() for link in links)
