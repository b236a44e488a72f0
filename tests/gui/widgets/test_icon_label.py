"""Signs, gauges, frames and action cards: widgets that only paint."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from wizard.gui.widgets.icon_label import IconLabel


def test_a_sign_changes_its_drawing_and_its_size(qtbot: QtBot) -> None:
    sign = IconLabel("works", accented=True)
    qtbot.addWidget(sign)
    before = sign.grab().toImage()
    sign.become("refused")
    assert sign.grab().toImage() != before
    assert IconLabel("works", lines=2).sizeHint().height() > sign.minimumSizeHint().height()
