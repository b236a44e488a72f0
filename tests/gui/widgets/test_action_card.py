"""Signs, gauges, frames and action cards: widgets that only paint."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.action_card import ActionCard


def test_an_action_card_is_a_button_with_two_sentences(qtbot: QtBot) -> None:
    page = QWidget()
    card = ActionCard("Take back “m1”", "Without it 835 types fit.", "relax", page)
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
