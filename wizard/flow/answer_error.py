"""An answer that cannot be, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wizard.flow.kind import quoted
from wizard.model.message import ENGLISH, Message, Translations, counted, located
from wizard.model.spelling import nearest

_LISTED = 14


class AnswerError(ValueError):
    """An answer that cannot be.

    place: where it stands, which is the question's id. message: what was given, what was expected,
    and what is near.
    """

    def __init__(self, place: str, message: Message) -> None:
        self.place = place
        self.message = message
        super().__init__(self.line(ENGLISH))

    @property
    def located(self) -> Message:
        """The message after its place, which may begin with a file's name and is never cut."""
        return located(self.place, self.message)

    def line(self, translations: Translations) -> str:
        """The whole problem in one line that begins with its place."""
        return self.located.render(translations)


def unknown_word(word: str, known: Sequence[str], also: Iterable[str] = ()) -> Message:
    """What to say of a word that is not in a closed set: the set, or how large it is, and the nearest.

    also: words outside the set that may have been meant.
    """
    values: dict[str, object] = {
        "given": quoted(word),
        "count": counted(len(known)),
        "known": ", ".join(known),
    }
    near = nearest(word, [*known, *also])
    if near:
        values["nearest"] = near
    match len(known) <= _LISTED, near is not None:
        case True, True:
            return Message("{given} is not known; expected one of {known}; the nearest is {nearest}", values)
        case True, False:
            return Message("{given} is not known; expected one of {known}", values)
        case False, True:
            return Message(
                "{given} is not known; expected one of the {count} in the catalogue; the nearest is {nearest}",
                values,
            )
    values["known"] = ", ".join(known[:_LISTED])
    return Message(
        "{given} is not known; expected one of the {count} in the catalogue, such as {known}", values
    )
