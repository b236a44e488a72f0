"""Signs, gauges, frames and action cards: widgets that only paint."""

from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.icon_label import IconLabel


def test_a_sign_changes_its_drawing_and_its_size(qtbot: QtBot) -> None:
    sign = IconLabel("works", accented=True)
    qtbot.addWidget(sign)
    before = sign.grab().toImage()
    sign.become("refused")
    assert sign.grab().toImage() != before
    assert IconLabel("works", lines=2).sizeHint().height() > sign.minimumSizeHint().height()


def test_what_points_onward_points_to_the_left_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    onward, sign = IconLabel("next"), IconLabel("works")
    for label, turns in ((onward, True), (sign, False)):
        qtbot.addWidget(label)
        label.resize(label.sizeHint())
        there = label.grab().toImage()
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert (label.grab().toImage() != there) is turns
