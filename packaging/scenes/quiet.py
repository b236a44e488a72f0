"""Waiting until what comes bit by bit is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from wizard.gui.images.details_tabs import LockedOutTab
from wizard.gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow


def quiet(act: Callable[[MainWindow], QWidget | None], window: MainWindow) -> QWidget:
    """The verdict is built bit by bit, and late where the machine is busy; where another tab is looked at, never."""
    shown = act(window) or window
    for _ in range(100):
        if all(tab.findChildren(Label) for tab in shown.findChildren(LockedOutTab) if tab.isVisible()):
            break
        QTest.qWait(100)
    return shown
