"""Signs, gauges, frames and action cards: widgets that only paint."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.action_card import ActionCard
from wizard.gui.gauge import Gauge
from wizard.gui.icons import Icons
from wizard.gui.sign import Sign


def test_a_sign_changes_its_drawing_and_its_size(qtbot: QtBot, icons: Icons) -> None:
    sign = Sign(icons, "works", accented=True)
    qtbot.addWidget(sign)
    before = sign.grab().toImage()
    sign.become("refused")
    assert sign.grab().toImage() != before
    assert Sign(icons, "works", lines=2).sizeHint().height() > sign.minimumSizeHint().height()


def test_a_gauge_is_longer_where_more_is_left(qtbot: QtBot) -> None:
    gauge = Gauge()
    qtbot.addWidget(gauge)
    gauge.resize(100, 4)
    looks = []
    for share in (0.0, 0.5, 1.0):
        gauge.show_share(share)
        looks.append(gauge.grab().toImage().pixelColor(60, 2).name())
    assert looks[0] == looks[1] != looks[2]


def test_an_action_card_is_a_button_with_two_sentences(qtbot: QtBot, icons: Icons) -> None:
    page = QWidget()
    card = ActionCard("Take back “m1”", "Without it 835 types fit.", "relax", icons, page)
    qtbot.addWidget(page)
    spoken = QAccessible.queryAccessibleInterface(card)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Take back “m1”"
    assert spoken.text(QAccessible.Text.Description) == "Without it 835 types fit."
    assert card.heightForWidth(120) > card.heightForWidth(800)
    card.resize(card.sizeHint())
    plain = card.grab().toImage()
    page.show()
    card.setFocus()
    QApplication.processEvents()
    assert card.grab().toImage() != plain
