from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wizard.flow.kind import Kind
from wizard.flow.question import Option, Question
from wizard.gui.chip import Chip
from wizard.gui.editors.cards import ManyOfCards, OneOfCards
from wizard.gui.editors.editor import Editor
from wizard.gui.editors.image import ImageEditor
from wizard.gui.editors.make import MOST_CARDS, make_editor
from wizard.gui.editors.number import NumberEditor
from wizard.gui.editors.range import RangeEditor
from wizard.gui.editors.search import SearchEditor
from wizard.gui.editors.spin import Spin
from wizard.gui.editors.switch import SwitchEditor
from wizard.gui.editors.text import TextEditor
from wizard.gui.editors.tokens import TokensEditor
from wizard.gui.icons import Icons
from wizard.model.message import Message, Translations

FEW = tuple(Option(word, Message(word.upper()), Message("")) for word in ("any", "nitro", "xen"))
MANY = tuple(
    Option(f"m{number}", Message(f"m{number}"), Message(f"{number} GiB")) for number in range(MOST_CARDS + 5)
)

Make = Callable[..., tuple[Editor, list[object]]]


def question(kind: Kind, **more: object) -> Question:
    return Question(id="q", kind=kind, label=Message("Which?"), help=Message("Why."), **more)  # type: ignore[arg-type]


@pytest.fixture
def make(qtbot: QtBot, icons: Icons, english: Translations) -> Make:
    def made(
        kind: Kind, options: tuple[Option, ...] = (), pick: object = None, **more: object
    ) -> tuple[Editor, list[object]]:
        asked = question(kind, options=options, **more)
        editor = make_editor(asked, options, pick or (lambda: None), icons, english)  # type: ignore[arg-type]
        qtbot.addWidget(editor)
        editor.name("Which?", "Why.")
        editor.show_value(None)
        answers: list[object] = []
        editor.answered.connect(answers.append)
        editor.show()
        return editor, answers

    return made


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


@pytest.mark.parametrize(
    ("kind", "options", "editor"),
    [
        (Kind.ONE_OF, FEW, OneOfCards),
        (Kind.ONE_OF, MANY, SearchEditor),
        (Kind.MANY_OF, FEW, ManyOfCards),
        (Kind.MANY_OF, MANY, TokensEditor),
        (Kind.NUMBER, (), NumberEditor),
        (Kind.RANGE, (), RangeEditor),
        (Kind.SWITCH, (), SwitchEditor),
        (Kind.TEXT, (), TextEditor),
        (Kind.IMAGE, (), ImageEditor),
    ],
)
def test_every_kind_has_its_editor(
    make: Make, kind: Kind, options: tuple[Option, ...], editor: type[Editor]
) -> None:
    made, answers = make(kind, options)
    assert isinstance(made, editor)
    control = made.control()
    assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    assert made.isAncestorOf(control)
    assert not answers


def test_there_is_an_editor_for_each_kind_of_question() -> None:
    assert set(Kind) == {
        Kind.ONE_OF,
        Kind.MANY_OF,
        Kind.NUMBER,
        Kind.RANGE,
        Kind.SWITCH,
        Kind.TEXT,
        Kind.IMAGE,
    }


def test_one_of_cards_shows_the_default_and_answers_by_arrow_key(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.ONE_OF, FEW, default="any")
    assert editor.control().text() == "ANY"  # type: ignore[attr-defined]
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.control().setFocus()
    press(qtbot, editor.control(), Qt.Key.Key_Right)
    assert answers == ["nitro"]
    editor.show_value("xen")
    assert editor.control().text() == "XEN"  # type: ignore[attr-defined]
    editor.show_value(None)
    assert editor.control().text() == "ANY"  # type: ignore[attr-defined]
    assert answers == ["nitro"]


def test_one_of_cards_without_a_default_begins_with_none_chosen(make: Make) -> None:
    editor, _ = make(Kind.ONE_OF, FEW)
    assert not any(card.isChecked() for card in editor.findChildren(QAbstractButton))


def test_many_of_cards_answers_a_list_and_takes_it_back(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.MANY_OF, FEW)
    cards = editor.findChildren(QAbstractButton)
    press(qtbot, cards[1], Qt.Key.Key_Space)
    press(qtbot, cards[2], Qt.Key.Key_Space)
    press(qtbot, cards[1], Qt.Key.Key_Space)
    press(qtbot, cards[2], Qt.Key.Key_Space)
    assert answers == [["nitro"], ["nitro", "xen"], ["xen"], None]


def test_cards_change_when_other_options_are_offered(make: Make) -> None:
    editor, _ = make(Kind.ONE_OF, FEW, default="any")
    before = editor.control()
    editor.offer(lambda: FEW)
    assert editor.control() is before
    editor.offer(lambda: FEW[:2])
    editor.show_value("nitro")
    assert editor.control().text() == "NITRO"  # type: ignore[attr-defined]


def test_a_number_of_nothing_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.NUMBER, unit=Message("GPUs"), whole=True)
    spin = editor.findChildren(Spin)[0]
    assert spin.text() == "any"
    press(qtbot, spin, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert answers == [1, 2, 4, 2]
    editor.show_value(0)
    editor.show_value(3)
    assert spin.text() == "3 GPUs"
    press(qtbot, spin, Qt.Key.Key_Down)
    spin.setValue(0)
    assert answers[-2:] == [2, None]


def test_a_fraction_can_be_typed_and_reads_without_idle_figures(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.NUMBER)
    spin = editor.findChildren(Spin)[0]
    spin.selectAll()
    qtbot.keyClicks(spin, "7.5")
    assert answers[-1] == 7.5
    assert spin.textFromValue(16.0) == "16"
    assert spin.textFromValue(0.5) == "0.5"


@pytest.mark.parametrize(
    ("start", "up", "down"), [(0, 1, 0), (1, 2, 0), (3, 4, 2), (8, 16, 4), (100, 128, 64)]
)
def test_the_arrows_walk_the_powers_of_two(qtbot: QtBot, start: float, up: float, down: float) -> None:
    spin = Spin("any", "", whole=True)
    qtbot.addWidget(spin)
    spin.setValue(start)
    spin.stepBy(1)
    assert spin.value() == up
    spin.setValue(start)
    spin.stepBy(-1)
    assert spin.value() == down


def test_a_range_is_open_where_nothing_is_said(make: Make) -> None:
    editor, answers = make(Kind.RANGE, unit=Message("GiB"))
    lowest, highest = editor.findChildren(Spin)
    lowest.setValue(4)
    highest.setValue(8)
    lowest.setValue(0)
    highest.setValue(0)
    assert answers == [{"minimum": 4}, {"minimum": 4, "maximum": 8}, {"maximum": 8}, None]
    editor.show_value({"minimum": 2})
    assert (lowest.value(), highest.value()) == (2, 0)
    assert len(answers) == 4
    assert (lowest.accessibleName(), highest.accessibleName()) == ("Which?, at least", "Which?, at most")
    assert {label.buddy() for label in editor.findChildren(QLabel) if label.buddy()} == {lowest, highest}


def test_a_switch_answers_yes_and_no(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.SWITCH, default=True)
    box = editor.control()
    assert box.isChecked()  # type: ignore[attr-defined]
    press(qtbot, box, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert answers == [False, True]
    editor.show_value(False)
    assert not box.isChecked()  # type: ignore[attr-defined]


def test_an_empty_text_is_no_answer(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.TEXT)
    qtbot.keyClicks(editor.control(), "ab")
    press(qtbot, editor.control(), Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert answers == ["a", "ab", "a", None]
    editor.show_value("x")
    assert editor.control().text() == "x"  # type: ignore[attr-defined]


def test_a_searched_option_is_found_by_name(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "M7")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["m7"]
    assert line.text() == "m7  ·  7 GiB"


def test_a_searched_text_that_is_no_option_is_handed_on_to_be_refused(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.ONE_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "zzz")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["zzz"]
    line.clear()
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == ["zzz", None]


def test_a_searched_option_can_be_picked_from_the_list(make: Make) -> None:
    editor, answers = make(Kind.ONE_OF, MANY, default="m0")
    box = editor.findChildren(QComboBox)[0]
    assert box.currentText() == "m0  ·  0 GiB"
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert answers == ["m3"]
    editor.show_value("m3")
    editor.show_value("elsewhere")
    assert box.currentText() == "elsewhere"
    editor.offer(lambda: MANY[:3])
    editor.show_value("m1")
    assert (box.count(), box.currentIndex()) == (3, 1)


def test_tokens_are_added_by_enter_and_taken_away_by_their_chip(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.MANY_OF, MANY)
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
    editor, answers = make(Kind.MANY_OF, MANY)
    line = editor.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "zzz")
    press(qtbot, line, Qt.Key.Key_Return)
    assert answers == [["zzz"]]
    assert line.text() == "zzz"


def test_tokens_can_be_picked_from_what_is_offered_when_one_comes_there(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.MANY_OF, MANY[:1])
    offered: list[int] = []
    tokens, _ = make(Kind.MANY_OF, MANY)
    tokens.offer(lambda: offered.append(1) or MANY)  # type: ignore[func-returns-value]
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


def test_enter_in_an_empty_token_field_is_for_the_page(qtbot: QtBot, make: Make) -> None:
    editor, answers = make(Kind.MANY_OF, MANY)
    passed: list[object] = []
    editor.keyPressEvent = passed.append  # type: ignore[method-assign]  # what the field lets through
    press(qtbot, editor.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert passed
    assert not answers


def test_an_image_is_picked_shown_and_let_go(make: Make) -> None:
    image = {"ImageId": "ami-1", "Name": "<b>web</b>", "Architecture": "arm64"}
    editor, answers = make(Kind.IMAGE, pick=lambda: image)
    pick, forget = editor.findChildren(QPushButton)
    assert not forget.isVisible()
    pick.click()
    editor.show_value(image)
    assert forget.isVisible()
    texts = [label.text() for label in editor.findChildren(QLabel)]
    assert texts == ["ami-1", "<b>web</b> · arm64"]
    forget.click()
    assert answers == [image, None]


def test_an_image_not_picked_answers_nothing(make: Make) -> None:
    editor, answers = make(Kind.IMAGE, pick=lambda: None)
    editor.findChildren(QPushButton)[0].click()
    assert not answers


def test_what_an_image_hides_is_shown(make: Make) -> None:
    editor, _ = make(Kind.IMAGE)
    editor.show_value({"ImageId": "ami-\u202e1", "Name": "x" * 1_000_000})
    texts = [label.text() for label in editor.findChildren(QLabel)]
    assert texts[0] == "ami-U+202E1"
    assert len(texts[1]) < 200
