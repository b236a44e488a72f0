from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.quiet import wait_until_quiet
from wizard.gui.file_actions import FileActions
from wizard.gui.review.preview import Preview
from wizard.gui.shell.dialog_launcher import DialogLauncher
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.theme import colors as color


def actions(window: MainWindow) -> dict[str, QAction]:
    menus = [entry.menu() for entry in window.menuBar().actions()]
    return {
        a.text().replace("&", ""): a
        for menu in menus
        if isinstance(menu, QMenu)
        for a in menu.actions()
        if a.text()
    }


def test_every_entry_has_a_key_or_is_a_choice(window: MainWindow) -> None:
    keys = {text: action.shortcut().toString() for text, action in actions(window).items()}
    without = {text for text, key in keys.items() if not key}
    assert without == {"Colours of the system", "Light", "Dark", "Language", "About AMI Wizard"}
    named = [key for key in keys.values() if key]
    assert len(named) == len(set(named))
    assert keys["Open answers…"] == "Ctrl+O"
    assert keys["Save answers…"] == "Ctrl+S"
    assert keys["3  Hardware size"] == "Ctrl+3"


ENTRIES = {
    "Open answers…": "open_answers",
    "Save answers…": "save_answers",
    "Compare with other answers…": "compare_answers",
    "Save as PDF…": "save_pdf",
    "Copy as Markdown": "copy_markdown",
    "Instance types…": "show_types",
    "Age of the instance types…": "show_catalog",
    "Prices…": "show_prices",
    "Words…": "show_terms",
    "IAM policy…": "show_policy",
    "Start over": "start_over",
    "About AMI Wizard": "show_about",
}


def test_each_entry_does_what_it_says(
    make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(method: str) -> Callable[[object], None]:
        return lambda _self: done.append(method)

    for method in ENTRIES.values():
        owner = FileActions if hasattr(FileActions, method) else DialogLauncher
        monkeypatch.setattr(owner, method, noting(method))
    window = make_window()
    for entry in ENTRIES:
        actions(window)[entry].trigger()
    assert done == list(ENTRIES.values())


def test_text_grows_and_is_remembered(window: MainWindow, world: World, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    entries = actions(window)
    entries["Larger text"].trigger()
    assert qapp.font().pointSizeF() > usual
    percents = [world.preferences["text_percent"]]
    entries["Smaller text"].trigger()
    entries["Smaller text"].trigger()
    assert [*percents, world.preferences["text_percent"]] == [115, 90]
    entries["Usual text size"].trigger()
    assert qapp.font().pointSizeF() == usual


def test_colours_change_while_the_window_is_open_and_are_remembered(
    qtbot: QtBot, window: MainWindow, world: World
) -> None:
    entries = actions(window)
    assert entries["Light"].isChecked()
    entries["Dark"].trigger()
    qtbot.waitUntil(lambda: color.is_dark(window.palette()))
    assert world.preferences["scheme"] == "dark"
    entries["Colours of the system"].trigger()
    qtbot.waitUntil(lambda: not color.is_dark(window.palette()))


def test_the_go_menu_goes(window: MainWindow) -> None:
    entries = actions(window)
    entries["8  Review and save"].trigger()
    assert window.session.walk.step == "review"
    entries["Back"].trigger()
    assert window.session.walk.step == "results"
    entries["Next"].trigger()
    assert window.session.walk.step == "review"


def test_quit_closes(window: MainWindow) -> None:
    actions(window)["Quit"].trigger()
    assert not window.isVisible()


def test_answers_can_be_undone_after_the_report_was_drawn_twice(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window({"os": "ubuntu"}, "review")
    window.page.findChildren(Preview)[0].redraw()
    wait_until_quiet(qtbot, window)
    window.session.answer("os", "debian")
    entries = actions(window)
    assert entries["Undo the last answer"].isEnabled()
    entries["Undo the last answer"].trigger()
    assert window.session.walk.effective["os"] == "ubuntu"
    assert entries["Redo it"].isEnabled()
