"""The records in a text of DescribeImages' JSON, one by one: it may hold a hundred thousand."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from itertools import islice

Record = Mapping[str, object]
Found = tuple[Record, str, int | None]
"""A record, the name to call it by in messages, and where in the text it begins, if that is known."""

_EXPECTED = "expected an image in DescribeImages' JSON, or the whole reply"
# What an image must have at least one of, to be told from any other JSON object.
_MARKS = frozenset({"ImageId", "Name", "Architecture", "VirtualizationType", "RootDeviceType"})
_BOM = "\ufeff"
_SPACE = re.compile(r"[ \t\n\r]*")
# What stands between two objects of a list, or ends it.
_NEXT = re.compile(r"[ \t\n\r]*(?:,[ \t\n\r]*(?=\{)|(\]))")
_ESCAPED_LETTER = re.compile(r"\\u00[4-7]", re.IGNORECASE)
_DECODER = json.JSONDecoder()


class ImageError(ValueError):
    """The text holds no usable image; one line that names file, key and what was expected."""


def records_in(text: str, name: str) -> Iterator[Found]:
    """The records of a text: one image, a list of them, or the whole reply. name: the file's name.

    Only one record is alive at a time where the text is as AWS writes it. Raises ImageError for a
    damaged text, or one that holds something else; records before the damage may have come already.
    """
    begin = _skip(text, 1 if text.startswith(_BOM) else 0)
    is_list = text.startswith("[", begin)
    label = f"{name}: " if is_list else f"{name}: Images"
    done = 0
    try:
        for record, start in (_objects if is_list else _reply)(text, begin):
            where = f"{label}[{done}]"
            done += 1
            yield record, where, start
    except (_Unusual, ValueError, RecursionError):
        # Whatever is the matter: read the whole, or say what is wrong with it.
        for record, where in islice(_records(_parse(text, name), name), done, None):
            yield record, where, None


def record_at(text: str, start: int) -> Record:
    """The record that begins there, as `records_in` said."""
    record: Record = _DECODER.raw_decode(text, start)[0]
    return record


class _Unusual(Exception):
    """The text is not as AWS writes it; it may be good for all that."""


def _objects(text: str, place: int) -> Generator[tuple[Record, int], None, None]:
    """The objects in a list that is all of the text. Raises _Unusual, ValueError, RecursionError."""
    _at_end(text, (yield from _members(text, place)))


def _reply(text: str, place: int) -> Generator[tuple[Record, int], None, None]:
    """The objects in a reply's only Images. Raises as _objects does."""
    # Of two keys of one name the last would count, which may also be written with escaped letters.
    if not text.startswith("{", place) or text.count('"Images"') != 1 or _ESCAPED_LETTER.search(text):
        raise _Unusual
    found = False
    while not text.startswith("}", place):
        key, place = _DECODER.raw_decode(text, _skip(text, place + 1))
        if type(key) is not str:
            raise _Unusual
        place = _after(text, place, ":")
        if key == "Images":
            found = True
            place = yield from _members(text, place)
        else:
            _, place = _DECODER.raw_decode(text, place)
        place = _skip(text, place)
        if not text.startswith(("}", ","), place):
            raise _Unusual
    if not found:
        raise _Unusual
    _at_end(text, place + 1)


def _members(text: str, place: int) -> Generator[tuple[Record, int], None, int]:
    """The objects in the list that begins here, and where it ends."""
    place = _after(text, place, "[")
    if text.startswith("]", place):
        return place + 1
    if not text.startswith("{", place):
        raise _Unusual
    while True:
        record, end = _DECODER.raw_decode(text, place)
        yield record, place
        found = _NEXT.match(text, end)
        if found is None:
            raise _Unusual
        place = found.end()
        if found[1]:
            return place


def _skip(text: str, place: int) -> int:
    """The next place that is no white space."""
    return _SPACE.match(text, place).end()  # type: ignore[union-attr]  # it matches everywhere


def _after(text: str, place: int, sign: str) -> int:
    """The next place behind this sign."""
    place = _skip(text, place)
    if not text.startswith(sign, place):
        raise _Unusual
    return _skip(text, place + 1)


def _at_end(text: str, place: int) -> None:
    if _skip(text, place) != len(text):
        raise _Unusual


def _parse(text: str, name: str) -> object:
    try:
        return json.loads(text.removeprefix(_BOM))
    except json.JSONDecodeError as problem:
        raise ImageError(
            f"{name}: line {problem.lineno}: no valid JSON ({problem.msg}); {_EXPECTED}"
        ) from None
    except RecursionError:
        raise ImageError(f"{name}: nested too deeply; {_EXPECTED}") from None
    except ValueError:  # a number of more digits than Python reads
        raise ImageError(f"{name}: a number is too long; {_EXPECTED}") from None


def _records(found: object, name: str) -> Iterator[tuple[Record, str]]:
    """Each image's JSON object, with the name to call it by."""
    if isinstance(found, dict) and "Images" not in found:
        if _MARKS.isdisjoint(found):
            raise ImageError(f"{name}: none of {', '.join(sorted(_MARKS))}; {_EXPECTED}")
        yield found, name
        return
    at = "Images" if isinstance(found, dict) else ""
    images = found["Images"] if isinstance(found, dict) else found
    if not isinstance(images, list):
        raise ImageError(f"{name}: {at + ': ' if at else ''}{_EXPECTED}")
    for number, record in enumerate(images):
        if not isinstance(record, dict):
            raise ImageError(f"{name}: {at}[{number}]: expected an object")
        yield record, f"{name}: {at}[{number}]"
