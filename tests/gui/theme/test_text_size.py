from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.text_size import PERCENTS, TextSize


def test_larger_smaller_and_back(qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    size = TextSize()
    size.larger()
    assert qapp.font().pointSizeF() == pytest.approx(usual * 1.15)
    size.smaller()
    size.smaller()
    assert size.percent == 90
    size.usual()
    assert qapp.font().pointSizeF() == usual


def test_there_is_an_end_in_both_directions(qapp: QApplication) -> None:
    size = TextSize(PERCENTS[-1])
    size.larger()
    assert size.percent == PERCENTS[-1]
    for _ in PERCENTS:
        size.smaller()
    assert size.percent == PERCENTS[0]


@pytest.mark.parametrize(("remembered", "step"), [(100, 100), (117, 115), (1, 80), (999, 200)])
def test_what_was_remembered_counts_as_the_nearest_step(
    qapp: QApplication, remembered: int, step: int
) -> None:
    assert TextSize(remembered).percent == step


def test_a_font_measured_in_pixels_grows_too(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPixelSize(20)
    qapp.setFont(font)
    TextSize(200)
    assert qapp.font().pixelSize() == 40


def test_a_drawing_on_a_button_is_as_large_as_the_text_beside_it(qtbot: QtBot, qapp: QApplication) -> None:
    before = QPushButton("Copy")
    bare = QPushButton("Close")
    for button in (before, bare):
        qtbot.addWidget(button)
    put_icon(before, "copy")
    usual = before.iconSize().height()
    untouched = bare.iconSize()
    size = TextSize()
    for _ in PERCENTS:
        size.larger()
    after = QPushButton("Copy")
    qtbot.addWidget(after)
    put_icon(after, "copy")
    assert before.iconSize() == after.iconSize()
    assert before.iconSize().height() > 1.5 * usual
    assert bare.iconSize() == untouched
