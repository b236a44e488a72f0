from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from wizard.gui.types.sort_box import SortBox


@pytest.fixture
def box(qtbot: QtBot) -> SortBox:
    box = SortBox(["Type", "vCPUs"], "Recommended order")
    qtbot.addWidget(box)
    box.show()
    return box


def test_best_first_has_no_direction(box: SortBox) -> None:
    assert box.order is None
    assert not box.findChildren(QToolButton)[0].isEnabled()
    assert box.findChildren(QLabel)[0].buddy() is box.findChildren(QComboBox)[0]


def test_by_keyboard_as_by_header(qtbot: QtBot, box: SortBox) -> None:
    orders: list[object] = []
    box.changed.connect(orders.append)
    combo, direction = box.findChildren(QComboBox)[0], box.findChildren(QToolButton)[0]
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.keyClick(direction, Qt.Key.Key_Space)
    assert direction.accessibleName() == "Descending order"
    box.take(0)
    box.take(1)
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert orders == [(0, False), (0, True), (0, False), (1, False), None]
