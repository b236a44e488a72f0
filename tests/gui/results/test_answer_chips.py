from __future__ import annotations

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.results.looking import Make
from wizard.gui.results.answer_chips import AnswerChips
from wizard.gui.results.architecture_bar import ArchitectureBar
from wizard.gui.widgets.page import tab_chain


def test_each_answer_can_be_taken_back_above_the_results(qtbot: QtBot, make_window: Make) -> None:
    answers = {"os": "ubuntu", "os-version": "22.04", "arch": "any", "vcpus": {"minimum": 4}}
    window = make_window(answers, "results")
    row = window.page.findChildren(AnswerChips)[0]
    names = [chip.accessibleName() for chip in row.chips()]
    assert names == ["Remove Ubuntu", "Remove 22.04", "Remove at least 4 vCPUs"]
    chain = tab_chain(window.page)
    architectures = window.page.findChildren(ArchitectureBar)[0]
    assert [chain.index(chip) for chip in row.chips()] == sorted(chain.index(chip) for chip in row.chips())
    assert chain.index(architectures.stop()) < chain.index(row.chips()[0])
    # By the keyboard alone: the focus stays among them.
    row.chips()[1].setFocus()
    qtbot.keyClick(row.chips()[1], Qt.Key.Key_Space)
    assert "os-version" not in window.session.walk.answers
    assert [chip.accessibleName() for chip in row.chips()] == ["Remove Ubuntu", "Remove at least 4 vCPUs"]
    assert window.focusWidget() is row.chips()[1]
    qtbot.mouseClick(row.chips()[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.chips()[0], Qt.MouseButton.LeftButton)
    assert row.chips() == []
    assert row.isHidden()
    for _ in range(3):
        window.session.undo()
    assert [chip.accessibleName() for chip in row.chips()] == names
