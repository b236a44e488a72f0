"""Qt's application, which takes files from the desktop as well."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from wizard.gui.shell.main_window import MainWindow


class Application(QApplication):
    """macOS names no file in the arguments: it hands it over once the program runs, also the one that started it."""

    def event(self, event: QEvent) -> bool:
        """Open it in the window, as what is dropped there."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        windows = (each for each in self.topLevelWidgets() if isinstance(each, MainWindow))
        window = next((each for each in windows if each.isVisible()), None)
        if window is None or not event.file():
            return False
        # The desktop does not wait for what the person may be asked first.
        QTimer.singleShot(0, window, partial(window.router.take_file, Path(event.file())))
        return True
