"""Variables that a file sets and uses itself, as Ansible's {{ name }}, filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_USED = re.compile(
    r"\{\{\s*(?P<name>[A-Za-z_]\w*)\s*(?:\|\s*default\(\s*['\"](?P<default>[^'\"]*)['\"]\s*(?:,\s*\w+\s*)?\)\s*)?\}\}"
)
_SETS = frozenset({"vars", "set_fact", "ansible.builtin.set_fact", "variables"})
_DEEPEST = 24
_STEPS = 4


def fill(documents: Sequence[Any]) -> None:
    """Put into each text what stands for its variable, as far as the documents set it to one text only."""
    held: dict[str, str | None] = {}
    for name, value in _set(documents, 0):
        held[name] = value if held.get(name, value) == value else None
    for document in documents:
        _fill(document, held, 0)


def _set(value: Any, level: int) -> Iterator[tuple[str, str]]:
    if level > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _SETS and isinstance(inner, dict):
                yield from ((name, each) for name, each in inner.items() if isinstance(each, str))
            yield from _set(inner, level + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _set(inner, level + 1)


def _fill(value: Any, held: dict[str, str | None], level: int) -> None:
    if level > _DEEPEST or not isinstance(value, dict | list):
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str) and "{{" in inner:
            value[key] = _filled(inner, held)
        else:
            _fill(inner, held, level + 1)


def _filled(text: str, held: dict[str, str | None]) -> str:
    for _ in range(_STEPS):
        used = _USED.fullmatch(text.strip())
        if used is None:
            break
        known = held.get(used["name"]) or used["default"]
        if known is None:
            break
        text = known
    return text
