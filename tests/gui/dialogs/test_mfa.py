from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.dialogs.mfa import MfaDialog, MfaPrompt


def test_only_six_digits_sign_in(qtbot: QtBot) -> None:
    dialog = MfaDialog("arn:aws:iam::1:mfa/<b>me</b>")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._go.isEnabled()
    dialog._line.setText("12345")
    qtbot.keyClick(dialog._line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog._line.setText("\uff11\uff12\uff13\uff14\uff15\uff16")
    assert not dialog._go.isEnabled()
    dialog._line.setText("123456")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog._line, Qt.Key.Key_Return)
    assert dialog.code == "123456"
    assert "arn:aws:iam::1:mfa/<b>me</b>" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.fixture
def prompt(qtbot: QtBot) -> MfaPrompt:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    prompt = MfaPrompt(window)
    prompt.setProperty("window", window)
    return prompt


def asking(prompt: MfaPrompt) -> tuple[threading.Thread, list[str | None]]:
    got: list[str | None] = []
    thread = threading.Thread(target=lambda: got.append(prompt.ask("arn:aws:iam::123456789012:mfa/me")))
    thread.start()
    return thread, got


def dialog_of(prompt: MfaPrompt, qtbot: QtBot) -> MfaDialog:
    def shown() -> list[MfaDialog]:
        return prompt._window.findChildren(MfaDialog)

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_the_code_goes_to_the_thread_that_asked(qtbot: QtBot, prompt: MfaPrompt) -> None:
    thread, got = asking(prompt)
    dialog = dialog_of(prompt, qtbot)
    dialog._line.setText("123456")
    dialog._go.click()
    thread.join(30)
    assert got == ["123456"]


def test_no_code_is_an_answer_too(qtbot: QtBot, prompt: MfaPrompt) -> None:
    thread, got = asking(prompt)
    dialog_of(prompt, qtbot).reject()
    thread.join(30)
    assert got == [None]


def test_dismissing_lets_the_thread_go_and_closes_the_dialog(qtbot: QtBot, prompt: MfaPrompt) -> None:
    thread, got = asking(prompt)
    dialog = dialog_of(prompt, qtbot)
    with qtbot.waitSignal(dialog.finished):
        prompt.dismiss()
    thread.join(30)
    assert got == [None]


def test_a_question_that_was_dismissed_before_it_was_shown_is_not_shown(
    qtbot: QtBot, prompt: MfaPrompt
) -> None:
    thread, got = asking(prompt)
    while not prompt._open:
        pass
    prompt.dismiss()
    thread.join(30)
    wait_until_quiet(qtbot, prompt._window)
    assert got == [None]
    assert prompt._window.findChildren(MfaDialog) == []
