from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from wizard.gui.types.sort_button import SortButton


@pytest.fixture
def button(qtbot: QtBot) -> SortButton:
    button = SortButton(["Type", "vCPUs"], "Recommended order")
    qtbot.addWidget(button)
    button.show()
    return button


def choose(button: SortButton, text: str) -> None:
    next(action for action in button.menu().actions() if action.text() == text).trigger()


def test_best_first_has_no_direction(button: SortButton) -> None:
    assert button.order is None
    enabled = {action.text() for action in button.menu().actions() if action.isEnabled()}
    assert "Descending order" not in enabled
    assert button.accessibleName() == "Sorted by: Recommended order"


def test_by_menu_as_by_header(button: SortButton) -> None:
    orders: list[object] = []
    button.changed.connect(orders.append)
    choose(button, "Type")
    choose(button, "Descending order")
    assert button.accessibleName() == "Sorted by: Type, Descending order"
    button.take(0)
    button.take(1)
    choose(button, "Recommended order")
    assert orders == [(0, False), (0, True), (0, False), (1, False), None]
