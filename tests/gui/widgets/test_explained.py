from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from wizard.gui import terms
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.rules.terms_dialog import TermsDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.widgets.explained import ExplainButton, TermLabel


def test_a_word_is_explained_where_it_stands_by_pointer_and_by_key(
    qtbot: QtBot, make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    window = make_window({"start": "image", "image-boot-mode": "uefi"})
    field = next(f for f in window.page.findChildren(QuestionField) if f.question.id == "image-boot-mode")
    (button,) = field.findChildren(ExplainButton)
    assert button.accessibleName() == "What does it mean? Which boot mode was it registered with?"
    button.click()
    field.control().setFocus()
    qtbot.keyClick(field.control(), Qt.Key.Key_F1)
    point = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(button, point)
    words = (label for label in window.findChildren(TermLabel) if label.isVisibleTo(window))
    word = next(label for label in words if label.text() == "Boot mode")
    QApplication.sendEvent(word, point)
    assert len(shown) == 4
    assert len(set(shown)) == 1
    assert "Whether the machine starts with UEFI" in shown[0]
    # With hyphens at which no line is broken.
    command = "aws ec2 describe-images --image-ids IMAGE-ID".replace("-", "\N{NON-BREAKING HYPHEN}")
    assert f"To see it: {command}" in shown[0]
    assert not word.grab().toImage().isNull()
    # A question about no word has nothing to say.
    start = next(f for f in window.page.findChildren(QuestionField) if f.question.id == "start")
    assert not start.findChildren(ExplainButton)
    start.control().setFocus()
    qtbot.keyClick(start.control(), Qt.Key.Key_F1)
    assert len(shown) == 4
    assert terms.explained("no such word") == ""


def test_all_words_stand_in_one_place(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[TermsDialog] = []

    def note(dialog: TermsDialog) -> None:
        opened.append(dialog)

    monkeypatch.setattr(TermsDialog, "exec", note)
    window.menus.dialogs.show_terms()
    said = [label.text() for label in opened[0].findChildren(QLabel)]
    for term in window.session.knowledge.terms.values():
        assert {term.name.template, term.text.template, term.command} <= set(said)
