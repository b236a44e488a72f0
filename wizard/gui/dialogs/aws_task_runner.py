"""Runs a question to AWS beside the window, and asks the person for the code that it may need."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.aws_service import AskCode
from wizard.gui.dialogs.mfa import MfaPrompt
from wizard.gui.task_runner import TaskRunner


class AwsTaskRunner(TaskRunner):
    """A code is asked for over `window`, until the question that needs it has ended or is given up."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._codes = MfaPrompt(window)

    @property
    def ask_code(self) -> AskCode:
        """What a task is made with. Not for the window's thread."""
        return self._codes.ask

    def cancel(self) -> None:
        super().cancel()
        self._codes.dismiss()

    def abandon(self) -> None:
        # Whoever waits for a code could not leave.
        self.cancel()
        super().abandon()
