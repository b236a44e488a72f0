from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.results.looking import OLD, Make, tabs
from wizard.gui.results.next_steps_row import NextStepsRow
from wizard.gui.shell.main_window import MainWindow


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    row = window.page.findChildren(NextStepsRow)[0]
    link = next(link for link in row.links() if text in link.accessibleName())
    qtbot.keyClick(link, Qt.Key.Key_Space)


def tab(window: MainWindow) -> str:
    return tabs(window).tabText(tabs(window).currentIndex()).replace("&", "")


def test_each_step_leads_to_where_it_is_done(
    qtbot: QtBot, make_window: Make, world: World, chosen_file: Callable[[Path], None]
) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    press(qtbot, window, "Find the AMI")
    assert tab(window) == "Image"
    press(qtbot, window, "what the move takes")
    assert tab(window) == "Moving on"
    chosen_file(Path("/x/r.pdf"))
    press(qtbot, window, "Save the report")
    assert Path("/x/r.pdf") in world.files
    window.session.resume({"os": "ubuntu", "os-version": "24.04"}, saved=True)
    window.session.go("results")
    press(qtbot, window, "how many vCPUs")
    assert window.session.walk.step == "size"
    focused = window.focusWidget()
    assert focused is not None
    assert "vCPUs" in focused.accessibleName()
