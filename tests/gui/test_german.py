"""The window in German: the letters for Alt lead each to one thing, and nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from tests.gui.test_accessibility import STATES, assert_one_control_a_letter, assert_whole, every_tab
from wizard.gui import texts
from wizard.gui.shell.main_window import MainWindow
from wizard.store.languages import translations

Make = Callable[..., MainWindow]


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, usual_look: None) -> str:
    """What the window speaks."""
    texts.use(translations(request.param))
    return str(request.param)


@pytest.fixture
def german(usual_look: None) -> None:
    texts.use(translations("de"))


def letters_of(window: QMainWindow) -> Iterator[tuple[str, list[str]]]:
    """Each menu with the letters of its entries."""
    for head in window.menuBar().actions():
        menu: Any = head.menu()
        menu.aboutToShow.emit()
        entries = [action.text().replace("&&", "") for action in menu.actions()]
        yield head.text(), [found.group(1).lower() for text in entries if (found := re.search("&(.)", text))]


@pytest.mark.usefixtures("language")
def test_no_letter_stands_twice_in_a_menu(make_window: Make) -> None:
    window = make_window({"os": "ubuntu"}, "results")
    window.images.show()
    for each in (window, window.images.window):
        for title, letters in letters_of(each):
            assert letters, title
            assert sorted(letters) == sorted(set(letters)), title
    window.images.leave()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("state", list(STATES))
def test_a_page_in_german(qtbot: QtBot, make_window: Make, state: str) -> None:
    window = make_window(*STATES[state], (1280, 800))
    for size in ((1280, 800), (1024, 700), (760, 480)):
        window.resize(*size)
        for _ in every_tab(window, qtbot):
            assert_one_control_a_letter(window)
            assert window.page.horizontalScrollBar().maximum() == 0, size
            assert_whole(window)


@pytest.mark.usefixtures("german")
def test_the_images_in_german(qtbot: QtBot, make_window: Make) -> None:
    window = make_window()
    window.images.show()
    images = window.images.window
    images.resize(1024, 700)
    images.panel.show_sample()
    for view in range(3):
        images.panel.browser.show_view(view)
        wait_until_quiet(qtbot, images)
        assert_one_control_a_letter(images)
        assert_whole(images)
    window.images.leave()
