from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.file_actions import FileActions
from wizard.gui.review.preview import Sheet
from wizard.gui.shell.main_window import MainWindow

Make = Callable[..., MainWindow]


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {b.text().replace("&", ""): b for b in window.page.findChildren(QPushButton)}


def commands(window: MainWindow) -> dict[str, QAction]:
    menu = window.page.findChildren(QMenu)[0]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_sheet_shows_each_pixel_as_one(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    sheet = window.page.findChildren(Sheet)[0]
    assert (sheet.sizeHint().width(), sheet.sizeHint().height()) == (3, 3)
    assert not sheet.grab().isNull()


def noting(done: list[str], name: str) -> Callable[[FileActions], None]:
    def note(_actions: FileActions) -> None:
        done.append(name)

    return note
