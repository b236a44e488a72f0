from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.widgets.label import Label
from wizard.gui.widgets.scroll_pane import ScrollPane


def test_a_dialog_grows_as_far_as_the_screen_goes(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    body = ScrollPane()
    QVBoxLayout(dialog).addWidget(body)
    dialog.resize(400, 100)
    dialog.show()
    body.column.addWidget(Label("words " * 200))
    # What is new is not seen before it has been laid out.
    wait_until_quiet(qtbot, dialog)
    body.make_room(dialog)
    qtbot.waitUntil(lambda: body.viewport().height() >= body.wanted)
    height = dialog.height()
    body.make_room(dialog)
    assert dialog.height() == height
    for _ in range(100):
        body.column.addWidget(QPushButton("x"))
    wait_until_quiet(qtbot, dialog)
    body.make_room(dialog)
    assert height < dialog.height() <= dialog.screen().availableSize().height()
    qtbot.waitUntil(lambda: body.column.contentsMargins().right() > 0)
