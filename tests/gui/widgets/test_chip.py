from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from wizard.gui.theme.icons import Icons
from wizard.gui.widgets.chip import Chip
from wizard.model.message import Translations


def test_a_chip_says_what_pressing_it_does(qtbot: QtBot, icons: Icons, english: Translations) -> None:
    chip = Chip("m5", icons, english)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Remove m5"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
