from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.shell.main_window import MainWindow
from wizard.gui.shell.message_bar import MessageBar


def test_each_choice_acts_and_closes_the_notice(qtbot: QtBot) -> None:
    done: list[str] = []
    for word in ("Restore", "Forget"):
        page = QWidget()
        choices = tuple((w, partial(done.append, w)) for w in ("Restore", "Forget"))
        notice = MessageBar("Not saved.", choices, lambda: True)
        QVBoxLayout(page).addWidget(notice)
        qtbot.addWidget(page)
        page.show()
        next(b for b in notice.findChildren(QPushButton) if b.text() == word).click()
        assert notice.isHidden()
    assert done == ["Restore", "Forget"]


def test_an_offer_stands_on_the_first_page_only(qtbot: QtBot, make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    window.offer_answers({"os": "ubuntu"})
    notice = window.findChildren(MessageBar)[0]
    qtbot.waitUntil(notice.isVisible)
    window.session.go("results")
    assert notice.isHidden()
    window.session.go("start")
    assert not notice.isHidden()
