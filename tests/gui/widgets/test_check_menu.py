from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.tables.check_menu import CheckMenuButton

FRUIT = [("a", "Apple"), ("b", "Beet & root"), ("c", "Cherry")]


@pytest.fixture
def fruit(qtbot: QtBot) -> CheckMenuButton:
    button = CheckMenuButton("Fruit", lambda texts: " and ".join(texts) or "Any fruit")
    qtbot.addWidget(button)
    button.offer(FRUIT)
    button.show()
    return button


@pytest.fixture
def opened(qtbot: QtBot, fruit: CheckMenuButton) -> QListWidget:
    fruit.menu().popup(fruit.mapToGlobal(fruit.rect().bottomLeft()))
    ticks = fruit.findChildren(QListWidget)[0]
    qtbot.waitUntil(ticks.isVisible)
    qtbot.waitUntil(ticks.hasFocus)
    return ticks


def test_the_button_says_what_is_ticked_letter_by_letter(fruit: CheckMenuButton) -> None:
    assert fruit.text() == "Any fruit"
    fruit.choose(["b"])
    assert fruit.text() == "Beet && root"
    assert fruit.accessibleName() == "Fruit: Beet & root"


def test_ticks_stay_as_far_as_the_choices_do(qtbot: QtBot, fruit: CheckMenuButton) -> None:
    fruit.choose(["c", "a", "unknown"])
    assert fruit.chosen == ("a", "c")
    with qtbot.assertNotEmitted(fruit.changed):
        fruit.offer(FRUIT[1:])
    assert list(fruit.chosen) == ["c"]
    assert fruit.text() == "Cherry"


def test_the_keyboard_ticks_and_closes(qtbot: QtBot, fruit: CheckMenuButton, opened: QListWidget) -> None:
    with qtbot.waitSignal(fruit.changed):
        qtbot.keyClick(opened, Qt.Key.Key_Space)
    qtbot.keyClick(opened, Qt.Key.Key_Down)
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert fruit.chosen == ("a", "b")
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert fruit.text() == "Apple"
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_the_list_has_a_name_and_is_as_tall_as_its_lines_up_to_a_screenful(
    qtbot: QtBot, fruit: CheckMenuButton, opened: QListWidget
) -> None:
    assert opened.accessibleName() == "Fruit"
    low = opened.height()
    fruit.menu().hide()
    fruit.offer([(str(n), f"Fruit {n}") for n in range(500)])
    fruit.menu().popup(fruit.pos())
    assert low < opened.height() < 600


def test_nothing_to_tick_is_no_trouble(qtbot: QtBot, fruit: CheckMenuButton) -> None:
    fruit.offer([])
    fruit.menu().popup(fruit.pos())
    fruit.menu().hide()
    assert fruit.chosen == ()
    assert fruit.text() == "Any fruit"
