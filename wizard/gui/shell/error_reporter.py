"""Shows in a dialog whatever a part of the window says did not work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from wizard.gui import feedback
from wizard.gui.user_error import UserError


class ErrorReporter(QObject):
    """Listens as long as its window lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        feedback.bridge.failed.connect(self.show)

    def show(self, error: UserError) -> None:
        """Say it over the window that the person is at, and wait until it has been read."""
        from wizard.gui.dialogs.error import ErrorMessageDialog

        ErrorMessageDialog(error, QApplication.activeWindow() or self._window).exec()
