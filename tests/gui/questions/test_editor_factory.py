from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from tests.gui.questions.making import FEW, MANY, Make
from wizard.flow.kind import Kind
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
        (Kind.ONE_OF, FEW, OneOfCards),
        (Kind.ONE_OF, MANY, ComboEditor),
        (Kind.MANY_OF, FEW, ManyOfCards),
        (Kind.MANY_OF, MANY, TokenEditor),
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
