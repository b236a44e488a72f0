from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.editors.making import Make
from wizard.flow.kind import Kind
from wizard.gui.editors.spin import Spin


def test_a_fraction_can_be_typed_and_reads_without_idle_figures(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.NUMBER)
    spin = editor.findChildren(Spin)[0]
    spin.selectAll()
    qtbot.keyClicks(spin, "7.5")
    assert answers[-1] == 7.5
    assert spin.textFromValue(16.0) == "16"
    assert spin.textFromValue(0.5) == "0.5"


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
