"""The JSON in a text, with whatever a terminal, a fence or a second document put around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from wizard.model.frozen import frozen
from wizard.model.message import Message

_BOM = "\ufeff"
_DECODER = json.JSONDecoder()
# Where a value may begin: first on its line, or an object that somebody's words stand before.
_BEGIN = re.compile(r"^[ \t]*(?=[\[{])|(?=\{\s*\")|(?=\[\s*\{)", re.MULTILINE)
# What JSON begins with, and a shell's prompt or a log's time does not.
_LIKE_JSON = re.compile(
    r"(?!\[{1,2}[A-Za-z][\w:.-]*\]{1,2}[ \t]*[\r\n])(?:\{\s*(?:\"|\}|$)|\[\s*(?:\{\s*(?:\"|\}|$)|[\"\]\[]|$))"
)
# White space of web pages, chats and word processors, which JSON and YAML do not take for it.
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2003\u2007\u200b\u202f\u3000\ufeff", " "))
# Between two values of a stream: white space, commas, the record separator of RFC 7464.
_BETWEEN = re.compile(r"[\s,\x1e]*")


class NotJsonText(ValueError):
    """The text holds no JSON, or damaged JSON. message: the line and what is wrong; damaged: which of the two."""

    def __init__(self, message: Message, damaged: bool) -> None:
        self.message = message
        self.damaged = damaged
        super().__init__(message.template)


@frozen
class JsonText:
    """One value and the line, from 1, on which it begins."""

    value: object
    line: int


def json_texts(text: str) -> list[JsonText]:
    """All JSON values of a text, of which there is at least one.

    Raises NotJsonText. A value that breaks off or is damaged is never passed over for those after it.
    """
    text = text.removeprefix(_BOM)
    try:
        return [JsonText(json.loads(text), 1)]
    except json.JSONDecodeError as problem:
        first = problem
        if (spaced := with_plain_spaces(text)) != text:
            return json_texts(spaced)
    except (RecursionError, ValueError) as problem:
        _refuse(problem, 1)
    found = list(_scattered(text))
    if not found:
        where = {"line": first.lineno, "problem": first.msg}
        begun = bool(_LIKE_JSON.match(text.lstrip()))
        raise NotJsonText(Message("line {line}: no valid JSON ({problem})", where), begun)
    return found


def with_plain_spaces(text: str) -> str:
    """The same with the white space that a keyboard makes; each place in it stays where it was."""
    return text.translate(_SPACES)


def _scattered(text: str) -> Iterator[JsonText]:
    """The values one after another. Raises NotJsonText for a damaged one."""
    start = _begin(text, 0)
    line, counted = 1, 0
    while start is not None:
        line, counted = line + text.count("\n", counted, start), start
        try:
            value, end = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as problem:
            if _LIKE_JSON.match(text, start):
                where = {"line": problem.lineno, "problem": problem.msg}
                raise NotJsonText(Message("line {line}: no valid JSON ({problem})", where), True) from None
            start = _begin(text, _line_end(text, start))
            continue
        except (RecursionError, ValueError) as problem:
            _refuse(problem, line)
        if value == [] or _holds_object(value):
            yield JsonText(value, line)
        following = _BETWEEN.match(text, end)
        end = following.end() if following else end
        start = end if text.startswith(("{", "["), end) else _begin(text, _line_end(text, end))


def _begin(text: str, place: int) -> int | None:
    """Where from here on the next value may begin."""
    found = _BEGIN.search(text, place)
    return found.end() if found else None


def _refuse(problem: Exception, line: int) -> NoReturn:
    if isinstance(problem, RecursionError):
        raise NotJsonText(Message("nested too deeply"), True) from None
    # More digits than Python reads into a number.
    raise NotJsonText(Message("line {line}: a number is too long", {"line": line}), True) from None


def _holds_object(value: object) -> bool:
    """Whether it is more than the number in brackets that a shell prints of a job."""
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(i, dict | list) for i in value)
    )


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
