from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import FEW, Make, press
from wizard.flow.kind import QuestionKind
from wizard.gui.questions.editor import Editor
from wizard.gui.widgets.option_card import RadioCard


def card_of(editor: Editor) -> str:
    card = editor.control()
    assert isinstance(card, RadioCard)
    return card.text()


def test_one_of_cards_shows_the_default_and_answers_by_arrow_key(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.ONE_OF, FEW, default="any")
    assert card_of(editor) == "ANY"
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.control().setFocus()
    press(qtbot, editor.control(), Qt.Key.Key_Right)
    assert answers == ["nitro"]
    editor.show_value("xen")
    assert card_of(editor) == "XEN"
    editor.show_value(None)
    assert card_of(editor) == "ANY"
    assert answers == ["nitro"]


def test_one_of_cards_without_a_default_begins_with_none_chosen(make: Make) -> None:
    editor, _ = make(QuestionKind.ONE_OF, FEW)
    assert not any(card.isChecked() for card in editor.findChildren(QAbstractButton))


def test_many_of_cards_answers_a_list_and_takes_it_back(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(QuestionKind.MANY_OF, FEW)
    cards = editor.findChildren(QAbstractButton)
    press(qtbot, cards[1], Qt.Key.Key_Space)
    press(qtbot, cards[2], Qt.Key.Key_Space)
    press(qtbot, cards[1], Qt.Key.Key_Space)
    press(qtbot, cards[2], Qt.Key.Key_Space)
    assert answers == [["nitro"], ["nitro", "xen"], ["xen"], None]


def test_cards_change_when_other_options_are_offered(make: Make) -> None:
    editor, _ = make(QuestionKind.ONE_OF, FEW, default="any")
    before = editor.control()
    editor.offer(lambda: FEW)
    assert editor.control() is before
    editor.offer(lambda: FEW[:2])
    editor.show_value("nitro")
    assert card_of(editor) == "NITRO"
