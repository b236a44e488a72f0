"""What every page has: room that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QTabWidget
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.label import Label
from wizard.gui.widgets.page import Page


def test_each_part_gets_the_height_that_it_needs_where_the_page_is_narrow(qtbot: QtBot) -> None:
    page = Page("Title", "", wide=True)
    qtbot.addWidget(page)
    words, tabs = (
        Label("as many words as take several lines of a page that is this narrow " * 3),
        QTabWidget(),
    )
    tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    tabs.setMinimumHeight(300)
    page.column.addWidget(words)
    page.column.addWidget(tabs, 1)
    page.resize(300, 200)
    page.show()
    qtbot.waitUntil(lambda: tabs.height() >= 300)
    assert words.height() >= words.heightForWidth(words.width())
