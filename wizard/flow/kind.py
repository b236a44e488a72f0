"""The kinds of answer a question can take, and which JSON value fits each."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Mapping, Sequence
from enum import StrEnum

from wizard.flow.json_text import is_deep
from wizard.model.message import Figure, Message

Value = str | int | float | bool | Sequence[str] | Mapping[str, object]
"""An answer: a JSON value. A range is a mapping of "minimum" and "maximum", either may be missing."""

LARGEST = 10**9
"""No vCPU count, size or bandwidth comes near it; it keeps every number printable."""

_LONGEST_QUOTE = 80
_BRIEF = reprlib.Repr()
_BRIEF.maxlevel = 2
_BRIEF.maxdict = _BRIEF.maxlist = _BRIEF.maxtuple = 3
# DescribeImages nests four levels deep.
_DEEPEST_IMAGE = 16


class QuestionKind(StrEnum):
    """How a question is answered: the editor that a window draws, the value that a file holds.

    NUMBER is a least amount, RANGE has a least and a largest.
    """

    ONE_OF = "one-of"
    MANY_OF = "many-of"
    NUMBER = "number"
    RANGE = "range"
    SWITCH = "switch"
    TEXT = "text"
    IMAGE = "image"


def misfit(kind: QuestionKind, value: object, whole: bool = False) -> Message | None:
    """What is wrong with a value for a kind, with what was expected; None if nothing is.

    whole: numbers must be whole. Whether a word is among a question's options is not asked here.
    """
    match kind:
        case QuestionKind.ONE_OF | QuestionKind.TEXT:
            return None if isinstance(value, str) else _unlike(value, Message("a text"))
        case QuestionKind.MANY_OF:
            fits = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
            return None if fits else _unlike(value, Message("a list of texts"))
        case QuestionKind.NUMBER:
            return None if _is_number(value, whole) else _unlike(value, _number(whole))
        case QuestionKind.RANGE:
            return _range_misfit(value, whole)
        case QuestionKind.SWITCH:
            return None if isinstance(value, bool) else _unlike(value, Message("true or false"))
    return _image_misfit(value)


def quoted(value: object) -> str:
    """A value as one short printable line, whatever it holds."""
    if isinstance(value, list | tuple | dict):
        return _BRIEF.repr(value)
    text = repr(value[:_LONGEST_QUOTE]) if isinstance(value, str) else json.dumps(value, default=str)
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _unlike(value: object, expected: Message) -> Message:
    return Message(
        "{given} does not fit; expected {expected}", {"given": quoted(value), "expected": expected}
    )


def _number(whole: bool) -> Message:
    if whole:
        return Message("a whole number from 0 to {largest}", {"largest": LARGEST})
    return Message("a number from 0 to {largest}", {"largest": LARGEST})


def _is_number(value: object, whole: bool) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= LARGEST and (not whole or value == int(value))


def _range_misfit(value: object, whole: bool) -> Message | None:
    if not isinstance(value, Mapping) or not value or value.keys() - {"minimum", "maximum"}:
        return _unlike(value, Message("a minimum, a maximum or both"))
    for bound in value.values():
        if not _is_number(bound, whole):
            return _unlike(bound, _number(whole))
    if value.get("minimum", 0) > value.get("maximum", LARGEST):
        return Message(
            "{minimum} to {maximum} does not fit; the smaller number comes first",
            {"minimum": plain(value["minimum"]), "maximum": plain(value["maximum"])},
        )
    return None


def _image_misfit(value: object) -> Message | None:
    if not isinstance(value, Mapping) or is_deep(value, _DEEPEST_IMAGE):
        return _unlike(value, Message("one image in DescribeImages' JSON"))
    # The window's first picture needs no image.
    from wizard.model.images.describe_images import ImageError, image_from

    try:
        image_from(value, "image")
    except ImageError as problem:
        return problem.message
    return None


def plain(number: object) -> Figure:
    """A number without a decimal point that says nothing: 16.0 is 16."""
    return Figure(int(number) if isinstance(number, float) and number == int(number) else number)
