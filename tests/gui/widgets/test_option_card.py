from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QAccessible, QColor, QEnterEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.option_card import CheckCard, RadioCard

HELP = "A network for tightly coupled computing and training; needs its own driver."


def test_a_card_is_what_it_looks_like_to_a_screen_reader(qtbot: QtBot) -> None:
    for card, role in (
        (RadioCard("Yes", HELP), QAccessible.Role.RadioButton),
        (CheckCard("Yes", HELP), QAccessible.Role.CheckBox),
    ):
        qtbot.addWidget(card)
        spoken = QAccessible.queryAccessibleInterface(card)
        assert spoken.role() == role
        assert spoken.text(QAccessible.Text.Name) == "Yes"
        assert spoken.text(QAccessible.Text.Description) == HELP


def test_an_ampersand_is_a_letter_and_no_key(qtbot: QtBot) -> None:
    card = RadioCard("R&D")
    qtbot.addWidget(card)
    assert card.shortcut().isEmpty()
    assert card.accessibleName() == "R&D"


@pytest.mark.parametrize("kind", [RadioCard, CheckCard])
def test_a_click_anywhere_on_the_card_chooses(qtbot: QtBot, kind: type[RadioCard | CheckCard]) -> None:
    card = kind("EFA", HELP)
    qtbot.addWidget(card)
    card.resize(300, 80)
    card.show()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(290, 75))
    assert card.isChecked()


def test_a_narrow_card_is_taller(qtbot: QtBot) -> None:
    card = CheckCard("EFA", HELP)
    qtbot.addWidget(card)
    assert card.heightForWidth(200) > card.heightForWidth(600)
    assert card.heightForWidth(200) > CheckCard("EFA").heightForWidth(200)
    assert card.minimumSizeHint().width() < card.sizeHint().width()


def test_larger_text_makes_larger_cards(qtbot: QtBot, qapp: QApplication) -> None:
    card = CheckCard("EFA", HELP)
    qtbot.addWidget(card)
    card.show()
    before = card.sizeHint(), card.heightForWidth(300)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: card.heightForWidth(300) > before[1])
    assert card.sizeHint().width() > before[0].width()


@pytest.mark.parametrize("kind", [RadioCard, CheckCard])
def test_chosen_pointed_at_and_focused_look_different(
    qtbot: QtBot, kind: type[RadioCard | CheckCard]
) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    card, other = kind("EFA", HELP), kind("ENA", HELP)
    row.addWidget(card)
    row.addWidget(other)
    qtbot.addWidget(page)
    page.show()
    other.setFocus()
    looks = [card.grab().toImage()]
    QApplication.sendEvent(card, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    looks.append(card.grab().toImage())
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    card.setChecked(True)
    looks.append(card.grab().toImage())
    assert all(one != other for at, one in enumerate(looks) for other in looks[at + 1 :])
    assert looks[0].pixelColor(3, 3) != QColor()


@pytest.mark.parametrize(
    ("direction", "side"), [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, 1)]
)
def test_the_mark_stands_where_reading_begins(qtbot: QtBot, direction: Qt.LayoutDirection, side: int) -> None:
    card = CheckCard("EFA")
    qtbot.addWidget(card)
    card.setLayoutDirection(direction)
    card.setChecked(True)
    card.resize(300, card.heightForWidth(300))
    picture = card.grab().toImage()
    row, half = picture.height() // 2, picture.width() // 2
    found = [0, 0]
    for x in range(8, picture.width() - 8):
        found[x >= half] += picture.pixelColor(x, row).hslSaturationF() > 0.5
    assert found[side] > 3
    assert found[1 - side] == 0
