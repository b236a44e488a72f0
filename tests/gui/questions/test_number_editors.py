from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import Make, press
from wizard.flow.kind import QuestionKind
from wizard.gui.questions.number_editors import Spin
from wizard.model.message import Message


@pytest.mark.parametrize(("language", "point"), [("C", "."), ("de_DE", ","), ("en_US", ".")])
@pytest.mark.parametrize("typed", ["7.5", "7,5"])
def test_a_fraction_can_be_typed_and_reads_without_idle_figures(
    qtbot: QtBot, make: Make, typed: str, language: str, point: str
) -> None:
    """With a point or a comma, whichever the language has; never ten times as much."""
    editor, answers = make(QuestionKind.NUMBER)
    spin = editor.findChildren(Spin)[0]
    spin.setLocale(QLocale(language))
    spin.selectAll()
    qtbot.keyClicks(spin, typed)
    assert answers[-1] == 7.5
    assert spin.textFromValue(16.0) == "16"
    assert spin.textFromValue(0.5) == f"0{point}5"


@pytest.mark.parametrize(
    ("start", "up", "down"), [(0, 1, 0), (1, 2, 0), (3, 4, 2), (8, 16, 4), (100, 128, 64)]
)
def test_the_arrows_walk_the_powers_of_two(qtbot: QtBot, start: float, up: float, down: float) -> None:
    spin = Spin("any", "", whole=True)
    qtbot.addWidget(spin)
    spin.setValue(start)
    spin.stepBy(1)
    assert spin.value() == up
    spin.setValue(start)
    spin.stepBy(-1)
    assert spin.value() == down


def test_a_number_of_nothing_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.NUMBER, unit=Message("GPUs"), whole=True)
    spin = editor.findChildren(Spin)[0]
    assert spin.text() == "any"
    press(qtbot, spin, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert answers == [1, 2, 4, 2]
    editor.show_value(0)
    editor.show_value(3)
    assert spin.text() == "3 GPUs"
    press(qtbot, spin, Qt.Key.Key_Down)
    spin.setValue(0)
    assert answers[-2:] == [2, None]


def test_a_range_is_open_where_nothing_is_said(make: Make) -> None:
    editor, answers = make(QuestionKind.RANGE, unit=Message("GiB"))
    lowest, highest = editor.findChildren(Spin)
    lowest.setValue(4)
    highest.setValue(8)
    lowest.setValue(0)
    highest.setValue(0)
    assert answers == [{"minimum": 4}, {"minimum": 4, "maximum": 8}, {"maximum": 8}, None]
    editor.show_value({"minimum": 2})
    assert (lowest.value(), highest.value()) == (2, 0)
    assert len(answers) == 4
    assert (lowest.accessibleName(), highest.accessibleName()) == ("Which?, at least", "Which?, at most")
    assert {label.buddy() for label in editor.findChildren(QLabel)} - {None} == {lowest, highest}
