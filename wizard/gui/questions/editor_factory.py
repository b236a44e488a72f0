"""Which editor a question gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option, Question
from wizard.gui.questions.choice_editor import ManyOfCards, OneOfCards
from wizard.gui.questions.editor import Editor

if TYPE_CHECKING:
    from wizard.gui.questions.simple_editors import PickImage

MOST_CARDS = 26
"""More options than this are searched, not laid out."""


def make_editor(question: Question, options: tuple[Option, ...], pick_image: PickImage) -> Editor:
    """An editor for a question with these options, showing no answer yet.

    The first page needs cards only; the other editors are imported when one is asked for.
    """
    match question.kind:
        case QuestionKind.ONE_OF if len(options) > MOST_CARDS:
            from wizard.gui.questions.combo_editor import ComboEditor

            return ComboEditor(options, question.default)
        case QuestionKind.ONE_OF:
            return OneOfCards(options, question.default)
        case QuestionKind.MANY_OF if len(options) > MOST_CARDS:
            from wizard.gui.questions.token_editor import TokenEditor

            return TokenEditor(options)
        case QuestionKind.MANY_OF:
            return ManyOfCards(options, question.default)
        case QuestionKind.NUMBER:
            from wizard.gui.questions.number_editors import NumberEditor

            return NumberEditor(question)
        case QuestionKind.RANGE:
            from wizard.gui.questions.number_editors import RangeEditor

            return RangeEditor(question)
        case QuestionKind.SWITCH:
            from wizard.gui.questions.simple_editors import SwitchEditor

            return SwitchEditor(question)
        case QuestionKind.TEXT:
            from wizard.gui.questions.simple_editors import TextEditor

            return TextEditor()
        case QuestionKind.IMAGE:
            from wizard.gui.questions.simple_editors import ImageEditor

            return ImageEditor(pick_image)
