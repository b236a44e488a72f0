from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.rules.dialog import RulesDialog
from wizard.gui.rules.error_dialog import ErrorDialog, ErrorMeaning
from wizard.gui.rules.rule_view import RuleView
from wizard.gui.shell.main_window import MainWindow
from wizard.model.knowledge import Knowledge

ERROR = "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
MEANING = "EC2 refused the launch because the AMI boots by UEFI and t2.micro does not."
WRAPPED = f"""╷
│ Error: creating EC2 Instance: operation error EC2: RunInstances, api error InvalidParameterValue: {ERROR}
╵"""


@pytest.fixture
def dialog(qtbot: QtBot, knowledge: Knowledge) -> ErrorDialog:
    dialog = ErrorDialog(knowledge)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def box(dialog: ErrorDialog) -> QPlainTextEdit:
    return dialog.findChildren(QPlainTextEdit)[0]


def told(dialog: ErrorDialog) -> str:
    meaning = dialog.findChildren(ErrorMeaning)[0]
    return meaning.findChildren(QLabel)[0].text()


def test_it_recognises_while_one_types(dialog: ErrorDialog, qtbot: QtBot) -> None:
    hint = told(dialog)
    qtbot.keyClicks(box(dialog), "The m5.lar")
    qtbot.waitUntil(lambda: told(dialog).startswith("Not recognised"))
    box(dialog).setPlainText(ERROR)
    qtbot.waitUntil(lambda: told(dialog).startswith(MEANING))
    box(dialog).clear()
    qtbot.waitUntil(lambda: told(dialog) == hint)


def test_a_paste_with_a_frame_around_it(dialog: ErrorDialog) -> None:
    dialog.paste(WRAPPED)
    assert told(dialog).startswith(MEANING)
    dialog.paste("   \n ")
    assert not told(dialog).startswith((MEANING, "Not"))


def test_the_same_meaning_is_not_built_anew_at_each_key(dialog: ErrorDialog) -> None:
    dialog.paste(ERROR)
    meaning = dialog.findChildren(ErrorMeaning)[0]
    sheet = meaning.widget()
    dialog.paste(f"{ERROR} ")
    assert meaning.widget() is sheet
    dialog.paste("x")
    dialog.paste(ERROR)
    assert told(dialog).startswith(MEANING)


def test_a_megabyte_is_read_quickly_enough(dialog: ErrorDialog) -> None:
    dialog.paste("The architecture 'arm64' of " * 40_000)
    assert told(dialog)


def test_escape_closes(dialog: ErrorDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(box(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_leads_to_the_rule_in_full(dialog: ErrorDialog, qtbot: QtBot) -> None:
    dialog.paste(ERROR)
    read = []

    def close() -> None:
        rules = dialog.findChildren(RulesDialog)[0]
        read.append(rules.findChildren(RuleView)[0].findChildren(QLabel)[0].text())
        qtbot.keyClick(rules, Qt.Key.Key_Escape)

    QTimer.singleShot(50, close)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Rule B1 in full")
    button.click()
    assert read == ["[type] boots by [boot modes of the type] only, so EC2 refuses an AMI of boot mode uefi."]
    assert dialog.isVisible()


def test_the_menu_opens_it_and_it_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = []

    def close() -> None:
        dialog = window.findChildren(ErrorDialog)[0]
        opened.append(dialog.windowTitle())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(50, close)
    window.menus.dialogs.explain_error()
    qapp.processEvents()
    assert opened == ["Explain an EC2 error"]
    qtbot.waitUntil(lambda: not window.findChildren(ErrorDialog))


def test_what_is_said_is_seen_without_scrolling_and_the_command_breaks_at_its_options(
    dialog: ErrorDialog, qtbot: QtBot
) -> None:
    dialog.paste(WRAPPED)
    meaning = dialog.findChildren(ErrorMeaning)[0]
    most = dialog.screen().availableSize().height()
    qtbot.waitUntil(lambda: meaning.verticalScrollBar().maximum() == 0 or dialog.height() >= most - 40)
    command = next(label.text() for label in meaning.findChildren(QLabel) if "aws ec2" in label.text())
    assert command.splitlines()[:2] == ["aws ec2 describe-images \\", "  --image-ids AMI_ID \\"]
    assert not [line for line in command.splitlines() if line.endswith("-")]
