from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.shell.message_bar import MessageBar


def test_each_choice_acts_and_closes_the_notice(qtbot: QtBot) -> None:
    done: list[str] = []
    for word in ("Restore", "Forget"):
        page = QWidget()
        notice = MessageBar("Not saved.", tuple((w, partial(done.append, w)) for w in ("Restore", "Forget")))
        QVBoxLayout(page).addWidget(notice)
        qtbot.addWidget(page)
        page.show()
        next(b for b in notice.findChildren(QPushButton) if b.text() == word).click()
        assert notice.isHidden()
    assert done == ["Restore", "Forget"]
