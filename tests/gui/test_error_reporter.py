from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.dialogs.error import ErrorMessageDialog
from wizard.gui.error_reporter import ErrorReporter
from wizard.gui.user_error import UserError


@pytest.fixture
def trouble(qtbot: QtBot) -> ErrorReporter:
    window = QWidget()
    qtbot.addWidget(window)
    return ErrorReporter(window)


def test_what_works_is_done_under_a_wait_cursor(trouble: ErrorReporter) -> None:
    seen: list[object] = []
    assert trouble.attempt(lambda: seen.append(QApplication.overrideCursor()))
    assert seen[0] is not None
    assert QApplication.overrideCursor() is None


def test_a_problem_becomes_a_dialog(trouble: ErrorReporter, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ErrorMessageDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))

    def fail() -> None:
        raise UserError("No.", "Because.", "Then.")

    assert not trouble.attempt(fail)
    assert shown == ["Problem"]
    assert QApplication.overrideCursor() is None


def test_a_fault_of_the_program_is_not_caught_here(trouble: ErrorReporter) -> None:
    with pytest.raises(ZeroDivisionError):
        trouble.attempt(lambda: 1 / 0)
    assert QApplication.overrideCursor() is None
