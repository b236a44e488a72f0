"""Examples of a rule: launches on which it holds, and launches on which it is broken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.fact import build_launch
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import frozen
from wizard.model.toml_text import parse


class ExampleError(ValueError):
    """Examples cannot be used; the text names the key and what was expected."""


@frozen
class Example:
    """A launch and a type, by name."""

    launch: Launch
    instance_type: str


@frozen
class Examples:
    """At least one launch that a rule fits, and at least one that breaks it."""

    fits: tuple[Example, ...]
    breaks: tuple[Example, ...]


def read_examples(text: str) -> Examples:
    """The keys fits and breaks of a rule's TOML table, which are its last. Raises ExampleError."""
    try:
        table = parse(text)
        if table.keys() != {"fits", "breaks"} or not all(table.values()):
            raise ValueError("expected fits and breaks as the last keys, each with at least one example")
        return Examples(*(tuple(map(_read_example, table[key])) for key in ("fits", "breaks")))
    except (TypeError, ValueError) as problem:
        raise ExampleError(f"fits, breaks: {problem}") from None


def _read_example(table: Mapping[str, Any]) -> Example:
    rest = dict(table)
    name = rest.pop("type", None)
    if not isinstance(name, str):
        raise ValueError("type: expected an instance type's name in each example")
    return Example(build_launch(rest), name)
