from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from wizard.gui.questions.start_page import StartPage
from wizard.gui.rules.error_dialog import ErrorDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.widgets.action_card import ActionCard


def cards(window: MainWindow) -> dict[str, ActionCard]:
    assert isinstance(window.page, StartPage)
    return {card.accessibleName(): card for card in window.page.findChildren(ActionCard) if card.isVisible()}


def test_what_one_has_is_pasted_by_one_click(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("m3.medium")
    qtbot.mouseClick(cards(window)["Paste it"], Qt.MouseButton.LeftButton)
    assert window.session.walk.answers["current-type"] == "m3.medium"


def test_an_error_and_all_images_are_one_click_away(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    qtbot.mouseClick(cards(window)["Understand an error"], Qt.MouseButton.LeftButton)
    assert opened == ["Explain an EC2 error"]
    qtbot.mouseClick(cards(window)["Look at all my images"], Qt.MouseButton.LeftButton)
    assert window.images.window.isVisible()
    window.images.window.close()


def test_the_doors_give_way_to_the_questions_and_come_back_below_them(window: MainWindow) -> None:
    assert len(cards(window)) == 3
    window.session.answer("start", "image")
    assert cards(window) == {}
    window.session.answer("start", "new")
    shown = cards(window)
    assert len(shown) == 3
    question = window.page.first_control()
    assert question is not None
    chain = window.page.tab_chain()
    assert all(chain.index(card) > chain.index(question) for card in shown.values())
    top = question.mapTo(window, question.rect().topLeft()).y()
    assert all(card.mapTo(window, card.rect().topLeft()).y() > top for card in shown.values())
