from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAccessible, QEnterEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from wizard.flow.steps import STEPS
from wizard.flow.walk import StepState
from wizard.gui.session import Session
from wizard.gui.shell.step_list import StepItem, StepList


@pytest.fixture
def step_list(qtbot: QtBot) -> StepList:
    step_list = StepList()
    qtbot.addWidget(step_list)
    step_list.resize(220, 600)
    with qtbot.waitActive(step_list):
        step_list.show()
        step_list.activateWindow()
    return step_list


def steps(step_list: StepList) -> list[StepItem]:
    return step_list.findChildren(StepItem)


def test_every_step_is_there_and_no_other(step_list: StepList) -> None:
    assert len(steps(step_list)) == len(STEPS)


def test_a_step_is_spoken_with_its_state_and_its_answers(step_list: StepList, session: Session) -> None:
    session.answer("start", "instance")
    session.go("system")
    session.answer("os", "ubuntu")
    step_list.refresh(session.walk)
    names = [
        QAccessible.queryAccessibleInterface(step).text(QAccessible.Text.Name) for step in steps(step_list)
    ]
    assert names[0] == "Starting point, needs an answer"
    assert names[1] == "Operating system, current step, Ubuntu"
    assert names[2] == "Hardware size, to do"
    session.go("size")
    step_list.refresh(session.walk)
    assert steps(step_list)[1].accessibleName() == "Operating system, answered, Ubuntu"
    session.go("features")
    step_list.refresh(session.walk)
    assert steps(step_list)[2].accessibleName() == "Hardware size, left open"
    # Half an answer to the first step counts as one.
    assert [label.text() for label in step_list.findChildren(QLabel)] == ["2 of 5 answered"]


def test_a_step_with_answers_is_taller_but_not_without_end(step_list: StepList, session: Session) -> None:
    step = steps(step_list)[2]
    heights = [step.heightForWidth(220)]
    for summary in ("4 vCPUs", "word " * 200):
        step.become(StepState.DONE, summary, "")
        heights.append(step.heightForWidth(220))
    assert heights[0] < heights[1] < heights[2] < 2 * heights[1]


@pytest.mark.parametrize(
    ("summary", "cut"), [("4 vCPUs", False), ("words of an answer, " * 20, True), ("x" * 300, False)]
)
def test_what_two_lines_do_not_hold_is_marked_as_cut(step_list: StepList, summary: str, cut: bool) -> None:
    step = steps(step_list)[2]
    step.become(StepState.DONE, summary, "")
    shown = step.shown_summary(150)
    assert (shown.replace("\u00a0", " ") != summary) is cut
    assert shown.endswith("…") is cut


def test_a_figure_and_its_unit_stay_on_one_line(step_list: StepList) -> None:
    step = steps(step_list)[2]
    step.become(StepState.DONE, "4 bis 8 vCPUs · mindestens 16 GiB", "")
    assert step.shown_summary(400) == "4 bis 8\u00a0vCPUs · mindestens 16\u00a0GiB"


def test_states_look_different(step_list: StepList) -> None:
    step = steps(step_list)[3]
    looks = []
    for state in StepState:
        step.become(state, "", "")
        looks.append(step.grab().toImage())
    QApplication.sendEvent(step, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    looks.append(step.grab().toImage())
    QApplication.sendEvent(step, QEvent(QEvent.Type.Leave))
    assert all(one != other for at, one in enumerate(looks) for other in looks[at + 1 :])


def test_a_click_goes_there(qtbot: QtBot, step_list: StepList) -> None:
    with qtbot.waitSignal(step_list.chosen) as chosen:
        qtbot.mouseClick(steps(step_list)[4], Qt.MouseButton.LeftButton)
    assert chosen.args == [STEPS[4].id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_arrows_walk_and_enter_goes_there(
    qtbot: QtBot, step_list: StepList, session: Session, key: Qt.Key
) -> None:
    step_list.refresh(session.walk)
    first = steps(step_list)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    for step in steps(step_list)[:2]:
        assert step.hasFocus()
        qtbot.keyClick(step, Qt.Key.Key_Down)
    with qtbot.waitSignal(step_list.chosen) as chosen:
        qtbot.keyClick(steps(step_list)[2], key)
    assert chosen.args == [STEPS[2].id]


def test_the_step_list_is_one_stop_for_the_tab_key(step_list: StepList, session: Session) -> None:
    session.go("place")
    step_list.refresh(session.walk)
    stops = [step.title for step in steps(step_list) if step.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Region and family"]


def test_other_keys_are_for_the_window(qtbot: QtBot, step_list: StepList, session: Session) -> None:
    step_list.refresh(session.walk)
    with qtbot.assertNotEmitted(step_list.chosen):
        qtbot.keyClick(step_list, Qt.Key.Key_Down)
        steps(step_list)[0].setFocus()
        qtbot.keyClick(steps(step_list)[0], Qt.Key.Key_F5)
