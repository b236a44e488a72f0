from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN
from tests.gui.images.looking import button, problem, texts
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.trouble_card import TroubleCard
from wizard.gui.problem import Problem
from wizard.model.message import Translations


def test_it_says_what_why_what_to_do_and_where(
    desk: Desk, icons: Icons, english: Translations, show: Callable[..., None]
) -> None:
    card = TroubleCard(LOGIN, [("dev", "eu-west-1"), ("dev", "")], desk, icons, english)
    show(card)
    assert texts(card)[-4:] == [
        "The login of the profile dev has ended.",
        "IAM Identity Center ends a login after some hours. Log in again, and the same profile is asked once more:",
        "aws sso login --profile dev",
        "dev eu-west-1, dev",
    ]
    assert card.accessibleName() == "The login of the profile dev has ended."


def test_its_buttons_try_again_copy_the_command_and_show_the_raw_text(
    qtbot: QtBot,
    desk: Desk,
    icons: Icons,
    english: Translations,
    show: Callable[..., None],
    problems: list[Problem],
) -> None:
    card = TroubleCard(LOGIN, [("dev", "")], desk, icons, english)
    show(card)
    with qtbot.waitSignal(card.again):
        button(card, "Try again").click()
    with qtbot.waitSignal(desk.told) as told:
        button(card, "Copy the command").click()
    assert told.args == ["The command is on the clipboard."]
    assert QGuiApplication.clipboard().text() == "aws sso login --profile dev"
    button(card, "Details…").click()
    assert [(p.problem, p.details) for p in problems] == [
        ("The login of the profile dev has ended.", "UnauthorizedSSOTokenError")
    ]


def test_foreign_words_are_letters_and_what_is_not_there_has_no_button(
    desk: Desk, icons: Icons, english: Translations, show: Callable[..., None]
) -> None:
    card = TroubleCard(problem(host="<b>\u202eevil"), [("", "")], desk, icons, english)
    show(card)
    assert "There is no way to <b>U+202Eevil." in texts(card)
    assert texts(card)[-1] == "Keys of the environment"
    assert [b.text().replace("&", "") for b in card.findChildren(type(button(card, "Try again")))] == [
        "Try again"
    ]


def test_of_many_places_some_are_named_and_the_others_counted(
    desk: Desk, icons: Icons, english: Translations, show: Callable[..., None]
) -> None:
    places = [("dev", f"eu-west-{number}") for number in range(1, 31)]
    card = TroubleCard(problem(), places, desk, icons, english)
    show(card)
    assert texts(card)[-1].startswith("dev eu-west-1, dev eu-west-2, ")
    assert texts(card)[-1].endswith(", dev eu-west-6 and 24 more")
