from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.card_grid import CardGrid
from wizard.gui.widgets.option_card import RadioCard


def grid(qtbot: QtBot, count: int, widest: int = 3) -> tuple[CardGrid, list[RadioCard]]:
    cards = [RadioCard(f"Option {number}") for number in range(count)]
    made = CardGrid(cards, widest)
    qtbot.addWidget(made)
    return made, cards


def test_as_many_columns_as_there_is_room_for(qtbot: QtBot) -> None:
    made, cards = grid(qtbot, 9)
    each = cards[0].sizeHint().width()
    assert [made.columns(each), made.columns(2 * each + 8), made.columns(10 * each)] == [1, 2, 3]


def test_a_row_is_as_tall_as_its_tallest_card_and_nothing_overlaps(qtbot: QtBot) -> None:
    cards = [RadioCard("Short"), RadioCard("Long", "help " * 40), RadioCard("Last")]
    made = CardGrid(cards, 2, 200)
    qtbot.addWidget(made)
    made.resize(640, made.heightForWidth(640))
    made.show()
    assert cards[0].height() == cards[1].height()
    assert cards[2].y() > cards[1].geometry().bottom()
    assert cards[2].geometry().bottom() < made.height()


def test_no_row_with_a_single_card_where_two_equal_rows_would_do(qtbot: QtBot) -> None:
    made, cards = grid(qtbot, 4)
    assert made.columns(10 * cards[0].sizeHint().width()) == 2


def test_the_grid_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    made, _ = grid(qtbot, 4)
    made.resize(400, 200)
    made.show()
    before = made.heightForWidth(400)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: made.heightForWidth(400) > before)
    assert made.sizeHint().height() >= before
    assert made.minimumSizeHint().width() > 0


def test_the_last_column_ends_where_the_grid_ends(qtbot: QtBot) -> None:
    made, cards = grid(qtbot, 3)
    for width in (667, 668, 669):
        made.resize(width, 100)
        made.show()
        assert (cards[0].x(), cards[2].geometry().right() + 1) == (0, width)
