"""JSON as it may be trusted with: no key given twice, no number that is none, no nesting without end."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from wizard.model.message import Message, MessageError

_DEEPEST = 32


class NotJson(MessageError):
    """The text cannot be used as JSON: what is wrong, and on which of its lines."""


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises NotJson."""
    try:
        value = json.loads(
            text, parse_constant=_refuse, parse_float=_read_float, object_pairs_hook=_refuse_doubles
        )
    except json.JSONDecodeError as problem:
        if "\n" not in text:
            raise NotJson(Message("not JSON")) from None
        raise NotJson(Message("not JSON at line {line}", {"line": problem.lineno})) from None
    except NotJson:
        raise
    except (ValueError, RecursionError):
        # More digits than Python reads into a number, or brackets nested without end.
        raise NotJson(Message("a value in it cannot be read")) from None
    if is_deep(value, _DEEPEST):
        raise NotJson(Message("a value in it is nested too deeply"))
    return value


def is_deep(value: object, deepest: int) -> bool:
    """True if lists and objects are nested deeper than so many levels."""
    level = [value]
    for _ in range(deepest):
        tables = [item.values() if isinstance(item, Mapping) else item for item in level]
        level = [
            child
            for table in tables
            if isinstance(table, Iterable) and not isinstance(table, str)
            for child in table
        ]
    return bool(level)


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        double = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise NotJson(Message("{key} is given twice", {"key": repr(double[:80])}))
    return table


def _refuse(name: str) -> NoReturn:
    raise NotJson(Message("{number} is no number", {"number": name}))


def _read_float(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        _refuse(digits)
    return number
