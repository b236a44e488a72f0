from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.rules.error_dialog import ErrorBox
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[ErrorBox]:
    sheet = QWidget()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    box = ErrorBox("Error message", "Paste it here.", "An error occurred")
    column.addWidget(box)
    column.addWidget(QLineEdit())
    sheet.show()
    sheet.activateWindow()
    box.setFocus()
    yield box
    sheet.hide()


def inner(box: ErrorBox) -> QPlainTextEdit:
    return box.findChildren(QPlainTextEdit)[0]


def test_it_is_named_and_takes_the_focus(box: ErrorBox, qtbot: QtBot) -> None:
    assert (inner(box).accessibleName(), inner(box).accessibleDescription()) == (
        "Error message",
        "Paste it here.",
    )
    assert inner(box).placeholderText() == "An error occurred"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is inner(box))


def test_what_is_pasted_is_plain_text(box: ErrorBox, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("<b>Unsupported</b>\nsecond line")
    with qtbot.waitSignal(box.changed):
        inner(box).paste()
    assert box.text() == "<b>Unsupported</b>\nsecond line"
    with qtbot.waitSignal(box.changed):
        box.set_text("other")
    assert box.text() == "other"


def test_tab_leads_on(box: ErrorBox, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is inner(box))
    qtbot.keyClick(inner(box), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert box.text() == ""


def test_its_edge_shows_the_focus_in_light_and_dark(box: ErrorBox, qtbot: QtBot, qapp: QApplication) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is inner(box))
    edges = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        for focused in (True, False):
            (inner(box) if focused else box.window().findChildren(QLineEdit)[0]).setFocus()
            qapp.processEvents()
            image = box.grab().toImage()
            edges.append(image.pixelColor(image.width() // 2, 0).name())
    assert len(set(edges)) == 4
