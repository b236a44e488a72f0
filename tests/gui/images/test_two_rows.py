from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.images.two_rows import TwoRows


def test_what_has_no_room_beside_stands_below(qtbot: QtBot, show: Callable[..., None]) -> None:
    bar, one, other = QWidget(), QPushButton("One"), QPushButton("Other")
    row = TwoRows(bar)
    row.first.addWidget(one)
    row.second.addWidget(other)
    one.setMinimumWidth(200)
    other.setMinimumWidth(300)
    bar.setMinimumWidth(100)
    show(bar, 600, 100)
    assert one.y() == other.y()
    bar.resize(400, 100)
    qtbot.waitUntil(lambda: one.y() < other.y())
    assert bar.rect().contains(other.geometry())
    bar.resize(600, 100)
    qtbot.waitUntil(lambda: one.y() == other.y())
    other.setMinimumWidth(500)
    qtbot.waitUntil(lambda: one.y() < other.y())
