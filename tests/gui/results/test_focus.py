"""Where the focus is when one comes to the results: on something that is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.shell.main_window import MainWindow

MOVE = {"start": "instance", "current-type": "m3.medium", "os": "amazon-linux"}


@pytest.mark.parametrize("answers", [{"os": "ubuntu"}, {"os": "windows", "arch": "arm64"}, MOVE])
def test_the_focus_is_on_what_is_seen(
    qtbot: QtBot, make_window: Callable[..., MainWindow], answers: dict[str, Any]
) -> None:
    window = make_window(answers, "size")
    with qtbot.waitActive(window):
        window.activateWindow()
    bar = None
    for place in range(6):
        window.session.go("results")
        wait_until_quiet(qtbot, window)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.page.isAncestorOf(focused)
        assert focused.isVisible(), f"{focused} in tab {place}"
        bar = window.page.findChildren(QTabWidget)[0]
        following = (bar.currentIndex() + 1) % bar.count()
        if bar.isTabVisible(following):
            bar.setCurrentIndex(following)
        # One comes back to the tab that one left.
        window.session.go("size")
        wait_until_quiet(qtbot, window)
    assert bar is not None
