from __future__ import annotations

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QStyleOptionToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.widgets.chip import Chip


def test_a_chip_says_what_pressing_it_does(qtbot: QtBot) -> None:
    chip = Chip("m5")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Remove m5"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_an_hour_of_new_chips_shares_the_pictures_that_the_style_keeps_of_them(qtbot: QtBot) -> None:
    appearance.show(Scheme.DARK)
    row = QWidget()
    qtbot.addWidget(row)
    column = QVBoxLayout(row)
    kept = set()
    for _ in range(10):
        chip, option = Chip("m5"), QStyleOptionToolButton()
        column.addWidget(chip)
        chip.initStyleOption(option)
        assert option.palette == chip.palette()
        kept.add(option.palette.cacheKey())
    assert len(kept) == 1


def test_a_chip_that_takes_nothing_away_is_drawn_grey(qtbot: QtBot) -> None:
    chip, option = Chip("m5"), QStyleOptionToolButton()
    qtbot.addWidget(chip)
    chip.setEnabled(False)
    chip.initStyleOption(option)
    assert option.palette.currentColorGroup() is chip.palette().currentColorGroup()
    assert option.palette.currentColorGroup() is QPalette.ColorGroup.Disabled
