from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.flow_row import FlowRow, TwoRows


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    shelf = FlowRow()
    qtbot.addWidget(shelf)
    buttons = [QPushButton(f"Button {number}") for number in range(4)]
    shelf.fill(buttons)
    each = buttons[0].sizeHint()
    shelf.resize(2 * each.width() + 8, 200)
    shelf.show()
    assert buttons[1].y() == buttons[0].y() < buttons[2].y()
    assert shelf.heightForWidth(shelf.width()) == 2 * each.height() + 8
    assert shelf.sizeHint().width() == shelf.minimumSizeHint().width() == each.width()


def test_a_hidden_thing_takes_no_room(qtbot: QtBot) -> None:
    shelf = FlowRow()
    qtbot.addWidget(shelf)
    one, two = QPushButton("One"), QPushButton("Two")
    shelf.fill([one, two])
    shelf.resize(400, 50)
    shelf.show()
    one.hide()
    shelf.refit()
    assert two.x() == 0


def test_an_empty_shelf_is_not_there(qtbot: QtBot) -> None:
    shelf = FlowRow()
    qtbot.addWidget(shelf)
    shelf.fill([QPushButton("One")])
    shelf.fill([])
    assert shelf.isHidden()
    assert shelf.heightForWidth(100) == 0


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
