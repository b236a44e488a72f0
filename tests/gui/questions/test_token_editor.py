from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import MANY, Make, press
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option
from wizard.gui.widgets.chip import Chip


def test_tokens_are_added_by_enter_and_taken_away_by_their_chip(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.MANY_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    editor.answered.connect(editor.show_value)
    qtbot.keyClicks(line, "M1, m2")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == [["m1"], ["m1", "m2"]]
    assert line.text() == ""
    chips = [chip for chip in editor.findChildren(Chip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["m1", "m2"]
    chips[0].click()
    assert answers[-1] == ["m2"]


def test_a_refused_token_stays_to_be_mended(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.MANY_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "zzz")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == [["zzz"]]
    assert line.text() == "zzz"


def test_tokens_can_be_picked_from_what_is_offered_when_one_comes_there(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.MANY_OF, MANY[:1])
    offered: list[int] = []

    def offering() -> tuple[Option, ...]:
        offered.append(1)
        return MANY

    tokens, _ = make(QuestionKind.MANY_OF, MANY)
    tokens.offer(offering)
    assert not offered
    line = tokens.findChildren(QLineEdit)[0]
    with qtbot.waitActive(tokens):
        tokens.activateWindow()
    line.setFocus()
    assert offered == [1]
    picked: list[object] = []
    tokens.answered.connect(picked.append)
    line.completer().activated.emit("m5  ·  5 GiB")
    assert picked == [["m5"]]
    assert (editor.findChildren(QLineEdit), answers) == ([], [])


def test_enter_in_an_empty_token_field_is_for_the_page(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, answers = make(QuestionKind.MANY_OF, MANY)
    passed: list[object] = []
    monkeypatch.setattr(editor, "keyPressEvent", passed.append)
    press(qtbot, editor.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert passed
    assert not answers
