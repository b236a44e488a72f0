from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from wizard.aws.operations import Part, policy
from wizard.gui.dialogs.policy import PolicyDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.widgets.option_card import RadioCard


def written(part: str) -> str:
    return json.dumps(policy(Part(part) if part else None), indent=2)


@pytest.fixture
def dialog(qtbot: QtBot) -> PolicyDialog:
    dialog = PolicyDialog(written)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def text(dialog: PolicyDialog) -> QPlainTextEdit:
    return dialog.findChildren(QPlainTextEdit)[0]


def test_every_part_has_its_policy(dialog: PolicyDialog) -> None:
    assert text(dialog).toPlainText() == written("")
    assert text(dialog).accessibleName() == "Policy: Everything"
    for part in Part:
        dialog.choose(part)
        assert text(dialog).toPlainText() == written(part)
    assert len(dialog.findChildren(RadioCard)) == len(Part) + 1


def test_the_keyboard_chooses_and_copies(dialog: PolicyDialog, qtbot: QtBot) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    first = dialog.findChildren(RadioCard)[0]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert text(dialog).toPlainText() == written("images")
    copy = next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text())
    assert copy.isDefault()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert json.loads(QGuiApplication.clipboard().text()) == policy(Part.IMAGES)
    assert dialog._said.text() == "The policy is on the clipboard."
    dialog.choose("usage")
    assert dialog._said.text() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(dialog: PolicyDialog) -> None:
    from PySide6.QtGui import QAccessible

    for widget in (*dialog.findChildren(RadioCard), *dialog.findChildren(QPushButton), text(dialog)):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def test_the_menu_opens_it_and_it_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def close(dialog: PolicyDialog) -> int:
        opened.append(text(dialog).toPlainText())
        dialog.show()
        dialog.close()
        return 0

    monkeypatch.setattr(PolicyDialog, "exec", close)
    window.menus.dialogs.show_policy()
    assert opened == ['{"part": ""}']
    qtbot.waitUntil(lambda: not window.findChildren(PolicyDialog))
