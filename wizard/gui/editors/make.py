"""Which editor a question gets."""

from __future__ import annotations

from wizard.flow.kind import Kind
from wizard.flow.question import Option, Question
from wizard.gui.editors.cards import ManyOfCards, OneOfCards
from wizard.gui.editors.editor import Editor
from wizard.gui.editors.image import ImageEditor, PickImage
from wizard.gui.editors.number import NumberEditor
from wizard.gui.editors.range import RangeEditor
from wizard.gui.editors.search import SearchEditor
from wizard.gui.editors.switch import SwitchEditor
from wizard.gui.editors.text import TextEditor
from wizard.gui.editors.tokens import TokensEditor
from wizard.gui.icons import Icons
from wizard.model.message import Translations

MOST_CARDS = 26
"""More options than this are searched, not laid out."""


def make_editor(
    question: Question, options: tuple[Option, ...], pick_image: PickImage, icons: Icons, translations: Translations
) -> Editor:
    """An editor for a question with these options, showing no answer yet."""
    match question.kind:
        case Kind.ONE_OF if len(options) > MOST_CARDS:
            return SearchEditor(options, question.default, translations)
        case Kind.ONE_OF:
            return OneOfCards(options, question.default, translations)
        case Kind.MANY_OF if len(options) > MOST_CARDS:
            return TokensEditor(options, icons, translations)
        case Kind.MANY_OF:
            return ManyOfCards(options, question.default, translations)
        case Kind.NUMBER:
            return NumberEditor(question, translations)
        case Kind.RANGE:
            return RangeEditor(question, translations)
        case Kind.SWITCH:
            return SwitchEditor(question, translations)
        case Kind.TEXT:
            return TextEditor()
        case Kind.IMAGE:
            return ImageEditor(pick_image, icons, translations)
