from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAccessible, QEnterEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.flow.steps import STEPS
from wizard.flow.walk import StepState
from wizard.gui.session import Conversation
from wizard.gui.shell.step_list import Trail, TrailStep
from wizard.gui.theme.icons import Icons
from wizard.model.message import Translations


@pytest.fixture
def trail(qtbot: QtBot, icons: Icons, english: Translations) -> Trail:
    trail = Trail(icons, english)
    qtbot.addWidget(trail)
    trail.resize(220, 600)
    with qtbot.waitActive(trail):
        trail.show()
        trail.activateWindow()
    return trail


def steps(trail: Trail) -> list[TrailStep]:
    return trail.findChildren(TrailStep)


def test_every_step_is_there_and_no_other(trail: Trail) -> None:
    assert len(steps(trail)) == len(STEPS)


def test_a_step_is_spoken_with_its_state_and_its_answers(trail: Trail, conversation: Conversation) -> None:
    conversation.answer("start", "instance")
    conversation.go("system")
    conversation.answer("os", "ubuntu")
    trail.refresh(conversation.walk)
    names = [QAccessible.queryAccessibleInterface(step).text(QAccessible.Text.Name) for step in steps(trail)]
    assert names[0] == "Starting point, needs an answer, needs an answer"
    assert names[1] == "Operating system, current step, Ubuntu"
    assert names[2] == "Hardware size, to do"
    conversation.go("size")
    trail.refresh(conversation.walk)
    assert steps(trail)[1].accessibleName() == "Operating system, done, Ubuntu"


def test_a_step_with_answers_is_taller_but_not_without_end(trail: Trail, conversation: Conversation) -> None:
    step = steps(trail)[2]
    heights = [step.heightForWidth(220)]
    for summary in ("4 vCPUs", "word " * 200):
        step.become(StepState.DONE, summary, "")
        heights.append(step.heightForWidth(220))
    assert heights[0] < heights[1] < heights[2] < 2 * heights[1]


def test_states_look_different(trail: Trail) -> None:
    step = steps(trail)[3]
    looks = []
    for state in StepState:
        step.become(state, "", "")
        looks.append(step.grab().toImage())
    QApplication.sendEvent(step, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    looks.append(step.grab().toImage())
    QApplication.sendEvent(step, QEvent(QEvent.Type.Leave))
    assert all(one != other for at, one in enumerate(looks) for other in looks[at + 1 :])


def test_a_click_goes_there(qtbot: QtBot, trail: Trail) -> None:
    with qtbot.waitSignal(trail.chosen) as chosen:
        qtbot.mouseClick(steps(trail)[4], Qt.MouseButton.LeftButton)
    assert chosen.args == [STEPS[4].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_arrows_walk_and_enter_goes_there(
    qtbot: QtBot, trail: Trail, conversation: Conversation, key: Qt.Key
) -> None:
    trail.refresh(conversation.walk)
    first = steps(trail)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    for step in steps(trail)[:2]:
        assert step.hasFocus()
        qtbot.keyClick(step, Qt.Key.Key_Down)
    with qtbot.waitSignal(trail.chosen) as chosen:
        qtbot.keyClick(steps(trail)[2], key)
    assert chosen.args == [STEPS[2].id]


def test_the_trail_is_one_stop_for_the_tab_key(trail: Trail, conversation: Conversation) -> None:
    conversation.go("place")
    trail.refresh(conversation.walk)
    stops = [step.title for step in steps(trail) if step.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Region and family"]


def test_other_keys_are_for_the_window(qtbot: QtBot, trail: Trail, conversation: Conversation) -> None:
    trail.refresh(conversation.walk)
    with qtbot.assertNotEmitted(trail.chosen):
        qtbot.keyClick(trail, Qt.Key.Key_Down)
        steps(trail)[0].setFocus()
        qtbot.keyClick(steps(trail)[0], Qt.Key.Key_F5)
