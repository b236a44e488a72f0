"""Another language from the View menu, at once and for the next start."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from wizard import app
from wizard.gui import texts
from wizard.gui.shell.main_window import MainWindow
from wizard.model.message import Translations
from wizard.store.preferences import load_preferences


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, english: Translations) -> MainWindow:
    made = app.open_window(english)
    app.follow_language(qapp, made)
    with qtbot.waitSignal(made.ready):
        made.show()
    return made


def choose(qtbot: QtBot, window: MainWindow, language: str) -> MainWindow:
    """Click the language in the menu; the window that speaks it."""
    before = set(QApplication.topLevelWidgets())

    def entries() -> list[QAction]:
        return [action for action in window.findChildren(QAction) if action.text() == language]

    qtbot.waitUntil(lambda: bool(entries()))
    entries()[0].trigger()

    def another() -> list[MainWindow]:
        return [
            w
            for w in QApplication.topLevelWidgets()
            if isinstance(w, MainWindow) and w not in before and w.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(another()))
    (found,) = another()
    qtbot.waitUntil(lambda: not isValid(window))
    return found


def headings(window: MainWindow) -> set[str]:
    return {label.text() for label in window.page.findChildren(QLabel)}


def test_the_language_changes_at_once_and_nothing_that_was_answered_is_lost(
    qtbot: QtBot, window: MainWindow, english: Translations
) -> None:
    try:
        window.session.answer("os", "ubuntu")
        window.session.go("size")
        assert "How many vCPUs?" in headings(window)
        german = choose(qtbot, window, "Deutsch")
        assert "Wie viele vCPUs?" in headings(german)
        assert german.session.walk.answers["os"] == "ubuntu"
        assert load_preferences().language == "de"
        again = choose(qtbot, german, "English")
        assert "How many vCPUs?" in headings(again)
        assert load_preferences().language == "en"
        again.leave()
        again.deleteLater()
    finally:
        texts.use(english)
