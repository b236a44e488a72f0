from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from tests.gui.questions.making import FEW, MANY, Make
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option
from wizard.gui.questions.choice_editor import ManyOfCards, OneOfCards
from wizard.gui.questions.combo_editor import ComboEditor
from wizard.gui.questions.editor import Editor
from wizard.gui.questions.number_editors import NumberEditor, RangeEditor
from wizard.gui.questions.simple_editors import ImageEditor, SwitchEditor, TextEditor
from wizard.gui.questions.token_editor import TokenEditor


@pytest.mark.parametrize(
    ("kind", "options", "editor"),
    [
        (QuestionKind.ONE_OF, FEW, OneOfCards),
        (QuestionKind.ONE_OF, MANY, ComboEditor),
        (QuestionKind.MANY_OF, FEW, ManyOfCards),
        (QuestionKind.MANY_OF, MANY, TokenEditor),
        (QuestionKind.NUMBER, (), NumberEditor),
        (QuestionKind.RANGE, (), RangeEditor),
        (QuestionKind.SWITCH, (), SwitchEditor),
        (QuestionKind.TEXT, (), TextEditor),
        (QuestionKind.IMAGE, (), ImageEditor),
    ],
)
def test_every_kind_has_its_editor(
    make: Make, kind: QuestionKind, options: tuple[Option, ...], editor: type[Editor]
) -> None:
    made, answers = make(kind, options)
    assert isinstance(made, editor)
    control = made.control()
    assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    assert made.isAncestorOf(control)
    assert not answers


def test_there_is_an_editor_for_each_kind_of_question() -> None:
    assert set(QuestionKind) == {
        QuestionKind.ONE_OF,
        QuestionKind.MANY_OF,
        QuestionKind.NUMBER,
        QuestionKind.RANGE,
        QuestionKind.SWITCH,
        QuestionKind.TEXT,
        QuestionKind.IMAGE,
    }
