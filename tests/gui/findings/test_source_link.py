from __future__ import annotations

from PySide6.QtGui import QAccessible, Qt
from pytestqt.qtbot import QtBot

from tests.gui.findings.sample import SOURCE
from wizard.gui.findings.source_link import SourceLink


def test_a_link_is_a_button_for_keyboard_and_screen_reader(qtbot: QtBot, opened: list[str]) -> None:
    link = SourceLink(SOURCE)
    qtbot.addWidget(link)
    with qtbot.waitActive(link):
        link.show()
        link.activateWindow()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened == ["https://docs.aws.amazon.com/a"]
    assert QAccessible.queryAccessibleInterface(link).role() == QAccessible.Role.Button
    assert link.heightForWidth(80) > link.heightForWidth(800)
    assert link.minimumSizeHint().width() < link.sizeHint().width()
    assert not link.grab().isNull()
