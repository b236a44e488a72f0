from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.list_item import BULLET, ListItem


def test_the_texts_of_a_list_begin_in_one_line(qtbot: QtBot) -> None:
    sheet = QWidget()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    for item in (ListItem("1.", "one"), ListItem("10.", "<i>ten</i>"), ListItem(BULLET, "bullet")):
        column.addWidget(item)
    sheet.show()
    items = sheet.findChildren(ListItem)
    (_, one), (ten_mark, ten), (_, bullet) = (item.findChildren(QLabel) for item in items)
    assert one.x() == ten.x() > bullet.x() > 0
    assert ten_mark.geometry().right() < ten.x()
    assert ten_mark.sizeHint().width() >= ten_mark.fontMetrics().horizontalAdvance("10.")
    assert ten.text() == "<i>ten</i>"
    assert ten.textFormat() is Qt.TextFormat.PlainText


def test_what_is_put_below_stands_under_the_text(qtbot: QtBot) -> None:
    item = ListItem("1.", "one")
    qtbot.addWidget(item)
    below = QLabel("below")
    item.put(below)
    item.show()
    _, text, _ = item.findChildren(QLabel)
    assert below.x() == text.x()
    assert below.y() >= text.geometry().bottom()
