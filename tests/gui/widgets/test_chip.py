from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.chip import Chip


def test_a_chip_says_what_pressing_it_does(qtbot: QtBot) -> None:
    chip = Chip("m5")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Remove m5"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
