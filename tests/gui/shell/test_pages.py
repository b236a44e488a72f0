from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from wizard.flow.steps import STEPS
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.widgets.page import Page


def test_every_step_has_a_page_with_a_first_control(make_window: Callable[..., MainWindow]) -> None:
    window = make_window({"os": "ubuntu"})
    for step in STEPS:
        window.session.go(step.id)
        page = window.page
        assert isinstance(page, Page)
        assert isinstance(page, QScrollArea)
        # From the page of images one Enter goes on: the button that asks AWS is not where it would press it. At the
        # end Enter saves the PDF.
        assert (page.first_control() is None) is (step.id in ("account", "review")), step.id
        assert page.blocker() is None, step.id


def test_a_page_is_made_once(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    first = window.page
    window.session.go("size")
    window.session.go("start")
    assert window.page is first


def test_a_bare_page_has_nothing_to_do(qtbot: QtBot) -> None:
    page = Page("Title", "Why.")
    qtbot.addWidget(page)
    page.refresh()
    assert page.first_control() is None
    assert page.blocker() is None
    assert page.accessibleName() == "Title"
