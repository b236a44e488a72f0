"""The records of a reply just as AWS writes it, one by one: it may hold a hundred thousand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Iterator, Mapping

Record = Mapping[str, object]

# What stands between two objects of a list, or ends it.
_NEXT = re.compile(r"[ \t\n\r]*(?:,[ \t\n\r]*(?=\{)|(\]))")
_SPACE = re.compile(r"[ \t\n\r]*")
_ESCAPED_LETTER = re.compile(r"\\u00[4-7]", re.IGNORECASE)
_DECODER = json.JSONDecoder()


class Unusual(Exception):
    """The text is not as AWS writes it; it may be good for all that."""


def streamed(text: str, page: Callable[[], None]) -> Iterator[tuple[Record, str, int]]:
    """The records, each with its path and where in the text it begins. Only one is alive at a time.

    page: called where the reply says that more follow. Raises Unusual, ValueError or RecursionError,
    perhaps after some records.
    """
    begin = _skip(text, 0)
    if text.startswith("[", begin):
        path, found = "", _objects(text, begin)
    else:
        path, found = "Images", _reply(text, begin, page)
    for number, (record, start) in enumerate(found):
        yield record, f"{path}[{number}]", start


def record_at(text: str, start: int) -> Record:
    """The record that begins there, as `streamed` said."""
    record: Record = _DECODER.raw_decode(text, start)[0]
    return record


def _objects(text: str, place: int) -> Generator[tuple[Record, int], None, None]:
    """The objects in a list that is all of the text."""
    _at_end(text, (yield from _members(text, place)))


def _reply(text: str, place: int, page: Callable[[], None]) -> Generator[tuple[Record, int], None, None]:
    """The objects in a reply's only Images."""
    # Of two keys of one name the last would count, which may also be written with escaped letters.
    if not text.startswith("{", place) or text.count('"Images"') != 1 or _ESCAPED_LETTER.search(text):
        raise Unusual
    found = False
    while not text.startswith("}", place):
        key, place = _DECODER.raw_decode(text, _skip(text, place + 1))
        if type(key) is not str:
            raise Unusual
        place = _after(text, place, ":")
        if key == "Images":
            found = True
            place = yield from _members(text, place)
        else:
            value, place = _DECODER.raw_decode(text, place)
            if key == "NextToken" and value:
                page()
        place = _skip(text, place)
        if not text.startswith(("}", ","), place):
            raise Unusual
    if not found:
        raise Unusual
    _at_end(text, place + 1)


def _members(text: str, place: int) -> Generator[tuple[Record, int], None, int]:
    """The objects in the list that begins here, and where it ends."""
    place = _after(text, place, "[")
    if text.startswith("]", place):
        return place + 1
    if not text.startswith("{", place):
        raise Unusual
    while True:
        record, end = _DECODER.raw_decode(text, place)
        yield record, place
        found = _NEXT.match(text, end)
        if found is None:
            raise Unusual
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
        raise Unusual
    return _skip(text, place + 1)


def _at_end(text: str, place: int) -> None:
    if _skip(text, place) != len(text):
        raise Unusual
