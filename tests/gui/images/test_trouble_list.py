from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN
from tests.gui.images.looking import button, problem, texts
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.trouble_card import TroubleCard
from wizard.gui.images.trouble_list import TroubleList
from wizard.model.message import Translations


@pytest.fixture
def troubles(
    desk: Desk, icons: Icons, english: Translations, show: Callable[..., None]
) -> Iterator[TroubleList]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    troubles = TroubleList(desk, icons, english)
    column.addWidget(troubles)
    column.addStretch()
    show(holder, 800, 700)
    yield troubles
    holder.close()


def cards(troubles: TroubleList) -> list[TroubleCard]:
    return [card for card in troubles.findChildren(TroubleCard) if card.isVisible()]


def test_all_is_well_takes_no_room(troubles: TroubleList) -> None:
    assert not troubles.isVisible()
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    assert troubles.isVisible()
    troubles.show_troubles([])
    assert not troubles.isVisible()


def test_one_problem_of_many_regions_is_said_once(troubles: TroubleList) -> None:
    troubles.show_troubles(
        [(LOGIN, "dev", f"eu-west-{number}") for number in (1, 2, 3)] + [(problem(), "dev", "us-east-1")]
    )
    assert len(cards(troubles)) == 2
    assert "dev eu-west-1, dev eu-west-2, dev eu-west-3" in texts(troubles)
    assert "dev us-east-1" in texts(troubles)


def test_the_same_once_more_leaves_the_focus_where_it_is(qtbot: QtBot, troubles: TroubleList) -> None:
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    before = cards(troubles)
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    assert cards(troubles) == before
    with qtbot.waitSignal(troubles.again):
        qtbot.keyClick(button(troubles, "Try again"), Qt.Key.Key_Space)


def test_it_is_as_tall_as_its_cards_but_leaves_room_for_the_images(
    qtbot: QtBot, troubles: TroubleList
) -> None:
    troubles.show_troubles([(LOGIN, "dev", "eu-west-1")])
    qtbot.wait(10)
    one = troubles.height()
    assert troubles.verticalScrollBar().maximum() == 0
    troubles.show_troubles([(problem(host=str(number)), "dev", "eu-west-1") for number in range(9)])
    qtbot.wait(10)
    assert one < troubles.height() < 350
    assert troubles.verticalScrollBar().maximum() > 0
    assert troubles.horizontalScrollBar().maximum() == 0
