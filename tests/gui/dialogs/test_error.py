from __future__ import annotations

from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from wizard.gui.dialogs.error import ErrorMessageDialog
from wizard.gui.user_error import UserError


def button(dialog: ErrorMessageDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_problem_cause_and_next_step_are_plain_text(qtbot: QtBot) -> None:
    problem = UserError("Unable to use <i>x</i>.", "line 3: <script>", "Choose another.", "raw <b>text</b>")
    dialog = ErrorMessageDialog(problem)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts == ["Unable to use <i>x</i>.", "line 3: <script>", "Choose another."]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


def test_the_raw_text_is_behind_details_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = ErrorMessageDialog(UserError("No.", "Because.", "", "Traceback …"))
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.findChildren(QPlainTextEdit)[0]
    assert not text.isVisible()
    button(dialog, "Details").click()
    assert text.isVisible()
    assert text.toPlainText() == "Traceback …"
    button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "Traceback …"


def test_without_raw_text_there_is_no_details_button(qtbot: QtBot) -> None:
    dialog = ErrorMessageDialog(UserError("No.", "Because.", "Then."))
    qtbot.addWidget(dialog)
    assert len(dialog.findChildren(QPushButton)) == 1


def test_a_megabyte_is_clipped(qtbot: QtBot) -> None:
    dialog = ErrorMessageDialog(UserError("No.", "x" * 1_000_000, "Then.", "y" * 1_000_000))
    qtbot.addWidget(dialog)
    assert max(len(label.text()) for label in dialog.findChildren(QLabel)) < 1000
    assert len(dialog.findChildren(QPlainTextEdit)[0].toPlainText()) == 100_000
