"""A text for a person, kept apart from its values until somebody reads it."""

from __future__ import annotations

import datetime
import gettext
import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from wizard.model.frozen import field, frozen

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
"""What a template leaves open, by name."""
_LONGEST_VALUE = 200
_WITH_DECIMAL_COMMA = frozenset({"de"})
_SEPARATORS = str.maketrans(",.", ".,")


class Translations(Protocol):
    """What a message needs to be said in a language; `gettext.NullTranslations` is one."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...
    def info(self) -> Mapping[str, str]: ...


class Figure(str):
    """A number as English writes it, 1,395 or 0.61; other languages have their own separators."""

    __slots__ = ()

    def render(self, translations: Translations) -> str:
        """The number as the reader's language writes it."""
        return self.translate(_SEPARATORS) if _comma(translations) else str(self)


@frozen
class Message:
    """An English template with `{name}` placeholders and the values that fill them.

    The model, the flow and the report speak in messages; window, command line and writers call
    `render` with the reader's translations. Values are put in as they are: braces, markup or
    percent signs inside a value never count as a template.

    template: the English text, the key of its translation.
    values: placeholder name -> value; a value may itself be a Message, a Figure or a date.
    plural, count: for texts with a number, the English plural and the number that decides.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""
    count: int = 1

    def render(self, translations: Translations) -> str:
        """The text in the reader's language. An unknown placeholder stays visible as written."""
        if self.plural:
            text = translations.ngettext(self.template, self.plural, self.count)
        else:
            text = translations.gettext(self.template) if self.template else ""

        def fill(match: re.Match[str]) -> str:
            value = self.values.get(match[1], match[0])
            if isinstance(value, (Message, Figure)):
                return value.render(translations)
            if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
                return day(value, translations)
            return clipped(str(value))

        return PLACEHOLDER.sub(fill, text)

    def __hash__(self) -> int:
        return hash((self.template, self.plural, self.count, tuple(sorted(self.values))))

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that the template wants filled."""
        return placeholders(self.template + self.plural)


def placeholders(template: str) -> frozenset[str]:
    """The names that a template wants filled."""
    return frozenset(PLACEHOLDER.findall(template))


ENGLISH: Translations = gettext.NullTranslations()
"""What says every text as it stands in the code."""


class MessageError(ValueError):
    """What is wrong, in one line for a person. message: that line; `str` gives it in English."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.render(ENGLISH)


def located(place: str, problem: Message) -> Message:
    """The problem after the place where it is, which may be a file's name: never cut, never translated."""
    return Message(f"{place}: {{problem}}", {"problem": problem})


def in_line(number: int, problem: Message) -> Message:
    """The problem after the line where it is."""
    return Message("line {number}: {problem}", {"number": number, "problem": problem})


def joined(parts: Sequence[Message], between: str = " ") -> Message:
    """Several messages as one: sentences one after the other, or the members of a list."""
    if len(parts) == 1:
        return parts[0]
    places = {f"part{place}": part for place, part in enumerate(parts)}
    return Message(between.join(f"{{{place}}}" for place in places), places)


def joined_by_and(parts: Sequence[Message]) -> Message:
    """Several messages as the members of a list within a sentence: a, b and c."""
    if len(parts) < 2:
        return joined(parts)
    return Message("{others} and {last}", {"others": joined(parts[:-1], ", "), "last": parts[-1]})


def counted(number: int) -> Figure:
    """A count: 1,395."""
    return Figure(f"{number:,}")


def figure(number: float) -> Figure:
    """A number without zeros that say nothing: 12.5."""
    return Figure(f"{number:g}")


def day(date: datetime.date, translations: Translations) -> str:
    """A date as the reader's language writes it: 2026-11-29 in English, 29.11.2026 in German."""
    return f"{date:%d.%m.%Y}" if _comma(translations) else date.isoformat()


def _comma(translations: Translations) -> bool:
    return translations.info().get("language") in _WITH_DECIMAL_COMMA


def clipped(value: str, longest: int = _LONGEST_VALUE) -> str:
    """The value, or its beginning and an ellipsis: a field may hold a megabyte."""
    return value if len(value) <= longest else value[: longest - 1] + "…"
