from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN
from tests.gui.images.looking import button, problem, texts
from tests.gui.quiet import wait_until_quiet
from wizard.gui import feedback
from wizard.gui.findings.problem_list import ProblemCard, ProblemList
from wizard.gui.user_error import UserError
from wizard.gui.widgets.scroll_pane import ScrollPane


def test_it_says_what_why_what_to_do_and_where(show: Callable[..., None]) -> None:
    card = ProblemCard(LOGIN, [("dev", "eu-west-1"), ("dev", "")])
    show(card)
    assert texts(card)[-4:] == [
        "The login of the profile dev has ended.",
        "IAM Identity Center ends a login after some hours. Log in again, and the same profile is asked once more:",
        "aws sso login --profile dev",
        "dev eu-west-1, dev",
    ]
    assert card.accessibleName() == "The login of the profile dev has ended."


def test_its_buttons_try_again_copy_the_command_and_show_the_raw_text(
    qtbot: QtBot, show: Callable[..., None], problems: list[UserError]
) -> None:
    card = ProblemCard(LOGIN, [("dev", "")])
    show(card)
    with qtbot.waitSignal(card.again):
        button(card, "Try again").click()
    with qtbot.waitSignal(feedback.bridge.told) as told:
        button(card, "Copy the command").click()
    assert told.args == ["The command is on the clipboard."]
    assert QGuiApplication.clipboard().text() == "aws sso login --profile dev"
    button(card, "Details…").click()
    assert [(p.problem, p.details) for p in problems] == [
        ("The login of the profile dev has ended.", "UnauthorizedSSOTokenError")
    ]


def test_foreign_words_are_letters_and_what_is_not_there_has_no_button(show: Callable[..., None]) -> None:
    card = ProblemCard(problem(host="<b>\u202eevil"), [("", "")])
    show(card)
    assert "There is no way to <b>U+202Eevil." in texts(card)
    assert texts(card)[-1] == "Keys of the environment"
    assert [b.text().replace("&", "") for b in card.findChildren(type(button(card, "Try again")))] == [
        "Try again"
    ]


def test_of_many_places_some_are_named_and_the_others_counted(show: Callable[..., None]) -> None:
    places = [("dev", f"eu-west-{number}") for number in range(1, 31)]
    card = ProblemCard(problem(), places)
    show(card)
    assert texts(card)[-1].startswith("dev eu-west-1, dev eu-west-2, ")
    assert texts(card)[-1].endswith(", dev eu-west-6 and 24 more")


@pytest.fixture
def troubles(show: Callable[..., None]) -> Iterator[ProblemList]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    troubles = ProblemList()
    column.addWidget(troubles)
    column.addStretch()
    show(holder, 800, 700)
    yield troubles
    holder.close()


def cards(troubles: ProblemList) -> list[ProblemCard]:
    return [card for card in troubles.findChildren(ProblemCard) if card.isVisible()]


def test_all_is_well_takes_no_room(troubles: ProblemList) -> None:
    assert not troubles.isVisible()
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    assert troubles.isVisible()
    troubles.show_troubles([])
    assert not troubles.isVisible()


def test_one_problem_of_many_regions_is_said_once(troubles: ProblemList) -> None:
    troubles.show_troubles(
        [(LOGIN, "dev", f"eu-west-{number}") for number in (1, 2, 3)] + [(problem(), "dev", "us-east-1")]
    )
    assert len(cards(troubles)) == 2
    assert "dev eu-west-1, dev eu-west-2, dev eu-west-3" in texts(troubles)
    assert "dev us-east-1" in texts(troubles)


def test_the_same_once_more_leaves_the_focus_where_it_is(qtbot: QtBot, troubles: ProblemList) -> None:
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    before = cards(troubles)
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    assert cards(troubles) == before
    with qtbot.waitSignal(troubles.again):
        qtbot.keyClick(button(troubles, "Try again"), Qt.Key.Key_Space)


def test_it_is_as_tall_as_its_cards_but_leaves_room_for_the_images(
    qtbot: QtBot, troubles: ProblemList
) -> None:
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    wait_until_quiet(qtbot, troubles)
    one = troubles.height()
    assert troubles.verticalScrollBar().maximum() == 0
    troubles.show_troubles([(problem(host=str(number)), "dev", "eu-west-1") for number in range(9)])
    wait_until_quiet(qtbot, troubles)
    assert one < troubles.height() < 350
    assert troubles.verticalScrollBar().maximum() > 0
    assert troubles.horizontalScrollBar().maximum() == 0


def test_where_the_dialog_scrolls_by_itself_every_card_stands_whole(
    qtbot: QtBot, show: Callable[..., None]
) -> None:
    pane, troubles = ScrollPane(), ProblemList(whole=True)
    pane.column.addWidget(troubles)
    show(pane, 800, 300)
    troubles.show_troubles([(problem(host=str(number)), "dev", "eu-west-1") for number in range(9)])
    wait_until_quiet(qtbot, pane)
    assert troubles.verticalScrollBar().maximum() == 0
    assert pane.verticalScrollBar().maximum() > 0
    pane.close()
