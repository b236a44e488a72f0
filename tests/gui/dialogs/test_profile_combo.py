from __future__ import annotations

from pytestqt.qtbot import QtBot

from wizard.gui.aws_service import KnownLogin
from wizard.gui.dialogs.profile_combo import ProfileCombo
from wizard.model.message import Message

LOGINS = (
    KnownLogin("dev", "123456789012", "Reader", "eu-west-1", Message("Not logged in")),
    KnownLogin("a\n<b>"),
    KnownLogin(""),
)


def test_each_profile_with_what_is_known_of_it(qtbot: QtBot) -> None:
    box = ProfileCombo()
    qtbot.addWidget(box)
    assert box.chosen is None
    box.offer(LOGINS)
    assert box.itemText(0) == "dev · 123456789012 · Reader · Not logged in"
    assert "\n" not in box.itemText(1)
    assert box.itemText(2) == "Keys of the environment"
    assert box.chosen == "dev"


def test_a_choice_stays_when_the_list_is_read_anew(qtbot: QtBot) -> None:
    box = ProfileCombo()
    qtbot.addWidget(box)
    box.offer(LOGINS)
    box.choose("")
    box.offer([*LOGINS[1:], KnownLogin("new")])
    assert box.chosen == ""
    box.offer([KnownLogin("new")])
    assert box.chosen == "new"
    box.choose("gone")
    assert box.chosen == "new"
