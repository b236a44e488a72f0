"""Signs, strips, frames and action cards: widgets that only paint."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from wizard.gui.widgets.progress import ProgressStrip


def test_a_strip_is_longer_where_more_is_left(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.resize(100, 4)
    looks = []
    for share in (0.0, 0.5, 1.0):
        strip.show_share(share)
        looks.append(strip.grab().toImage().pixelColor(60, 2).name())
    assert looks[0] == looks[1] != looks[2]
