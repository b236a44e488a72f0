from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.flow_row import FlowRow, TwoRows
from wizard.gui.widgets.option_card import RadioCard


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    row_of_buttons = FlowRow()
    qtbot.addWidget(row_of_buttons)
    buttons = [QPushButton(f"Button {number}") for number in range(4)]
    row_of_buttons.fill(buttons)
    each = buttons[0].sizeHint()
    row_of_buttons.resize(2 * each.width() + 8, 200)
    row_of_buttons.show()
    assert buttons[1].y() == buttons[0].y() < buttons[2].y()
    assert row_of_buttons.heightForWidth(row_of_buttons.width()) == 2 * each.height() + 8
    assert row_of_buttons.sizeHint().width() == row_of_buttons.minimumSizeHint().width() == each.width()


def test_a_hidden_thing_takes_no_room(qtbot: QtBot) -> None:
    row_of_buttons = FlowRow()
    qtbot.addWidget(row_of_buttons)
    one, two = QPushButton("One"), QPushButton("Two")
    row_of_buttons.fill([one, two])
    row_of_buttons.resize(400, 50)
    row_of_buttons.show()
    one.hide()
    row_of_buttons.refit()
    assert two.x() == 0


def test_an_empty_row_is_not_there(qtbot: QtBot) -> None:
    row_of_buttons = FlowRow()
    qtbot.addWidget(row_of_buttons)
    row_of_buttons.fill([QPushButton("One")])
    row_of_buttons.fill([])
    assert row_of_buttons.isHidden()
    assert row_of_buttons.heightForWidth(100) == 0


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


def test_what_is_wider_than_the_row_becomes_taller_and_grows_back(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    card = RadioCard("an answer that is far too long for the row in which it stands")
    row.fill([card])
    one_line = card.sizeHint().height()
    assert row.heightForWidth(card.sizeHint().width() // 2) > one_line
    assert row.heightForWidth(2 * card.sizeHint().width()) == one_line


def test_it_is_no_window_of_its_own_while_it_is_filled(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    row.fill([QPushButton("one")])
    assert not row.isVisible()
    row.fill([])
    holder = QWidget()
    QVBoxLayout(holder).addWidget(row)
    qtbot.addWidget(holder)
    holder.show()
    assert not row.isVisible()
    row.fill([QPushButton("two")])
    assert row.isVisible()
