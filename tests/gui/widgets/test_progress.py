"""Signs, gauges, frames and action cards: widgets that only paint."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from wizard.gui.widgets.progress import ProgressStrip


def test_a_gauge_is_longer_where_more_is_left(qtbot: QtBot) -> None:
    gauge = ProgressStrip()
    qtbot.addWidget(gauge)
    gauge.resize(100, 4)
    looks = []
    for share in (0.0, 0.5, 1.0):
        gauge.show_share(share)
        looks.append(gauge.grab().toImage().pixelColor(60, 2).name())
    assert looks[0] == looks[1] != looks[2]
