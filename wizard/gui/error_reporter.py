"""Does what may fail, and says so if it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QWidget

from wizard.gui.user_error import UserError


class ErrorReporter:
    """Shows problems over one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do it under a wait cursor; True if it was done. A Problem becomes a dialog."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        problem: UserError | None = None
        try:
            act()
        except UserError as raised:
            problem = raised
        finally:
            QApplication.restoreOverrideCursor()
        if problem is not None:
            self.show(problem)
        return problem is None

    def show(self, problem: UserError) -> None:
        """Say a problem in a dialog, and wait until it has been read."""
        from wizard.gui.dialogs.error import ErrorMessageDialog

        ErrorMessageDialog(problem, self._window).exec()
