from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui import feedback
from wizard.gui.dialogs.error import ErrorMessageDialog
from wizard.gui.shell.error_reporter import ErrorReporter
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError

REFUSED = UserError("No.", "Because.", "Then.")


def failing() -> str:
    raise REFUSED


def test_what_works_is_done_under_a_wait_cursor(qapp: object) -> None:
    seen: list[object] = []
    assert feedback.attempt(lambda: seen.append(QApplication.overrideCursor()))
    assert seen[0] is not None
    assert QApplication.overrideCursor() is None


def test_a_result_is_given_back_and_none_for_what_failed(problems: list[UserError]) -> None:
    assert feedback.result_of(lambda: "made") == "made"
    assert not problems
    assert feedback.result_of(failing) is None
    assert problems == [REFUSED]
    assert QApplication.overrideCursor() is None


def test_a_problem_becomes_one_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    # The windows of earlier tests, which would listen too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = QWidget()
    qtbot.addWidget(window)
    ErrorReporter(window)
    shown: list[str] = []
    monkeypatch.setattr(ErrorMessageDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    assert not feedback.attempt(failing)
    assert shown == ["Problem"]


def test_a_fault_of_the_program_is_not_caught_here(qapp: object) -> None:
    with pytest.raises(ZeroDivisionError):
        feedback.attempt(lambda: 1 / 0)
    assert QApplication.overrideCursor() is None


def test_the_end_of_a_task_is_said_if_it_was_not_done(qapp: object, problems: list[UserError]) -> None:
    feedback.show_end(None)
    assert problems == []
    feedback.show_end(REFUSED)
    assert problems == [REFUSED]
    with pytest.raises(ZeroDivisionError):
        feedback.show_end(ZeroDivisionError())
    assert problems == [REFUSED]


def test_the_clipboard_takes_what_is_copied_and_a_line_says_so(
    told: list[str], make_window: Callable[..., MainWindow]
) -> None:
    window = make_window()
    feedback.copy("text", "Copied.")
    assert QGuiApplication.clipboard().text() == "text"
    assert told == ["Copied."]
    assert window._button_bar._message.text() == "Copied."
