from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.flow.steps import STEPS
from wizard.gui import feedback
from wizard.gui.questions.number_editors import Spin
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.session import Session
from wizard.gui.shell.button_bar import ButtonBar
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.shell.message_bar import MessageBar
from wizard.gui.shell.summary_line import SummaryLine
from wizard.gui.shell.summary_panel import SummaryPanel
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.model.knowledge import Knowledge

Make = Callable[..., MainWindow]


def texts(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def active(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_window_opens_on_the_first_step_with_everything_on_it(window: MainWindow) -> None:
    assert window.session.walk.step == "start"
    assert {"Starting point", "So far", "1,395", "0 of 5 answered"} <= texts(window)
    assert window.windowTitle() == "Starting point[*] – AMI Wizard"
    assert not window.windowIcon().isNull()


def test_the_panel_follows_every_answer(window: MainWindow) -> None:
    before = texts(window.findChildren(SummaryPanel)[0])
    window.session.answer("hypervisor", "xen")
    after = texts(window.findChildren(SummaryPanel)[0])
    assert before != after
    assert f"{len(window.session.recommendation.ranked):,}" in after


def test_enter_leads_through_all_steps_and_the_first_control_has_the_focus(
    qtbot: QtBot, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    active(qtbot, window)
    saved: list[bool] = []
    monkeypatch.setattr(window.files, "save_pdf", lambda: saved.append(True))
    for step in STEPS[:-1]:
        assert window.session.walk.step == step.id
        control = window.page.first_control() or window.findChildren(ButtonBar)[0].first_control()
        focused = QApplication.focusWidget()
        assert focused
        assert control is focused or control.isAncestorOf(focused)
        window.go_on()
    assert window.session.walk.step == "review"
    window.go_on()
    assert saved == [True]


def test_enter_on_a_card_and_in_a_field_goes_on(qtbot: QtBot, make_window: Make) -> None:
    window = make_window()
    active(qtbot, window)
    for step in ("system", "size", "features", "place", "account", "results"):
        press(qtbot, Qt.Key.Key_Return)
        assert window.session.walk.step == step


def test_back_and_jumps_lose_nothing(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(step="size")
    session = window.session
    spin = window.page.findChildren(Spin)[0]
    spin.setValue(4)
    session.go("review")
    session.go("start")
    session.go("size")
    assert window.page.findChildren(Spin)[0].value() == 4
    assert session.walk.effective["vcpus"] == {"minimum": 4}


def test_a_problem_on_the_page_keeps_one_there(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(step="size")
    active(qtbot, window)
    lowest, highest = window.page.findChildren(Spin)[:2]
    lowest.setValue(8)
    highest.setValue(2)
    highest.setFocus()
    window.go_on()
    assert window.session.walk.step == "size"
    assert lowest.hasFocus()
    assert "Please mend the marked answer first." in texts(window)


def test_an_answer_that_is_needed_is_asked_for_at_the_question(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"start": "instance"}, size=(1000, 480))
    active(qtbot, window)
    field = next(f for f in window.page.findChildren(QuestionField) if f.question.id == "current-type")
    here = "Please answer this first."
    assert "needed" in texts(window)
    assert here not in texts(window)
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.go_on()
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert {here, "Please answer first: Which instance type does it run on today?"} <= texts(window)
    assert field.control().accessibleDescription() == here
    # Both go when the answer comes.
    window.session.answer("current-type", "m3.large")
    assert not {text for text in texts(window) if text.startswith("Please answer")}
    assert field.control().accessibleDescription() != here
    window.go_on()
    assert window.session.walk.step == "system"


def test_a_wide_window_has_the_panel_and_a_narrow_one_the_line(qtbot: QtBot, make_window: Make) -> None:
    window = make_window()
    panel, line = window.findChildren(SummaryPanel)[0], window.findChildren(SummaryLine)[0]
    assert (panel.isVisible(), line.isVisible()) == (True, False)
    window.resize(800, 600)
    assert (panel.isVisible(), line.isVisible()) == (False, True)


def test_escape_never_closes(qtbot: QtBot, make_window: Make) -> None:
    window = make_window()
    active(qtbot, window)
    for step in STEPS:
        window.session.go(step.id)
        press(qtbot, Qt.Key.Key_Escape)
        press(qtbot, Qt.Key.Key_Escape)
        assert window.isVisible(), step.id


@pytest.mark.parametrize(("place", "open_"), [(0, False), (1, False), (2, True)])
def test_closing_asks_before_it_discards(
    qtbot: QtBot,
    make_window: Make,
    discarding: Callable[[int], list[str]],
    chosen_file: Callable[[Path], None],
    world: World,
    place: int,
    open_: bool,
) -> None:
    window = make_window()
    window.session.answer("os", "ubuntu")
    asked = discarding(place)
    chosen_file(Path("/x/a.amiwizard"))
    active(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Close AMI Wizard?"]
    assert window.isVisible() is open_
    assert bool(world.saved) is (place == 0)
    if not open_:
        assert world.kept is None


def test_unsaved_answers_are_kept_a_moment_after_each_answer(
    qtbot: QtBot, window: MainWindow, world: World
) -> None:
    window.session.answer("os", "ubuntu")
    qtbot.waitUntil(lambda: world.kept == {"os": "ubuntu"})
    assert window.isWindowModified()
    window.session.mark_saved()
    qtbot.waitUntil(lambda: world.kept is None)
    assert not window.isWindowModified()


def test_an_answer_given_before_the_window_was_judged_is_kept_too(
    qtbot: QtBot, session: Session, world: World
) -> None:
    from wizard.gui.theme.text_size import TextSize

    window = MainWindow(session, world.services(), TextSize())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
        session.answer("os", "ubuntu")
    qtbot.waitUntil(lambda: world.kept == {"os": "ubuntu"})
    session.mark_saved()


def test_left_answers_are_offered_and_not_forced(make_window: Make, world: World) -> None:
    world.left = {"os": "ubuntu"}
    window = make_window()
    assert not window.session.walk.answers
    notice = window.findChildren(MessageBar)[0]
    notice.findChildren(QPushButton)[0].click()
    assert window.session.walk.effective == {"os": "ubuntu"}
    assert world.left is None


def test_left_answers_can_be_forgotten(make_window: Make, world: World) -> None:
    world.left = {"os": "ubuntu"}
    window = make_window()
    window.findChildren(MessageBar)[0].findChildren(QPushButton)[1].click()
    assert not window.session.walk.answers
    assert world.left is None


def test_a_new_palette_redraws_everything(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    pictures = [window.grab().toImage()]
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        appearance.show(scheme)
        wait_until_quiet(qtbot, window)
        pictures.append(window.grab().toImage())
    assert pictures[0] != pictures[1]
    dark = pictures[1]
    bright = sum(
        dark.pixelColor(x, y).lightness() > 200 for x in range(0, 1280, 16) for y in range(0, 800, 16)
    )
    assert bright < 0.05 * (1280 // 16) * (800 // 16)


def test_larger_text_enlarges_every_label(qtbot: QtBot, make_window: Make, qapp: QApplication) -> None:
    window = make_window(step="size")
    before = {label: label.font().pointSizeF() for label in window.findChildren(QLabel)}
    window.view_menu.larger()
    wait_until_quiet(qtbot, window)
    assert all(label.font().pointSizeF() > size for label, size in before.items())


def test_a_window_closed_before_it_was_judged_asks_nothing(
    qtbot: QtBot, knowledge: Knowledge, world: World
) -> None:
    from wizard.gui.session import Session
    from wizard.gui.theme.text_size import TextSize

    window = MainWindow(Session(knowledge), world.services(), TextSize())
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert not window.isVisible()


def test_the_clipboard_takes_what_is_copied(window: MainWindow) -> None:
    feedback.copy("text", "Copied.")
    assert QGuiApplication.clipboard().text() == "text"
    assert "Copied." in texts(window)
