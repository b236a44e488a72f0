from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.gui.file_actions import FileActions
from wizard.gui.review.preview import Preview
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {b.text().replace("&", ""): b for b in window.page.findChildren(QPushButton)}


def commands(window: MainWindow) -> dict[str, QAction]:
    menu = window.page.findChildren(QMenu)[0]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_pages_are_drawn_anew_for_another_width(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review", (1280, 800))
    window.resize(800, 700)
    qtbot.waitUntil(lambda: len(world.scales) == 2)
    assert world.scales[1] < world.scales[0]
    assert len(world.reports) == 1


def test_a_hidden_page_is_not_drawn(qtbot: QtBot, make_window: Make, world: World) -> None:
    window = make_window({"os": "ubuntu"}, "review", (1280, 800))
    window.session.go("size")
    window.resize(800, 700)
    wait_until_quiet(qtbot, window)
    assert len(world.scales) == 1


def noting(done: list[str], name: str) -> Callable[[FileActions], None]:
    def note(_actions: FileActions) -> None:
        done.append(name)

    return note


def test_the_place_that_is_being_read_stays(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    preview = window.page.findChildren(Preview)[0]
    pages = preview.widget()
    assert pages
    pages.setMinimumHeight(5000)
    wait_until_quiet(qtbot, window)
    preview.verticalScrollBar().setValue(0)
    preview.redraw()
    assert preview.verticalScrollBar().value() == 0
