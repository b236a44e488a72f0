"""What schemas are put together of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Schema = dict[str, Any]


def text(description: str = "", **more: Any) -> Schema:
    """A text, with what it is for."""
    return {"type": "string", **({"description": description} if description else {}), **more}


def one_of(words: Sequence[str], description: str = "") -> Schema:
    """One of these words."""
    return text(description, enum=sorted(words))


def texts(description: str = "", least: int = 0) -> Schema:
    """A list of texts."""
    found: Schema = {"type": "array", "items": {"type": "string"}}
    return (
        found | ({"description": description} if description else {}) | ({"minItems": least} if least else {})
    )


def table(properties: Mapping[str, Schema], required: Sequence[str] = (), description: str = "") -> Schema:
    """A table with these keys and no other."""
    found: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return (
        ({"description": description} if description else {})
        | found
        | ({"required": sorted(required)} if required else {})
    )


def many(item: Schema, description: str = "") -> Schema:
    """An array of tables, or of anything else."""
    return {"type": "array", "items": item} | ({"description": description} if description else {})


def by_name(value: Schema, names: Sequence[str] | None = None, description: str = "") -> Schema:
    """A table whose keys are names."""
    found: Schema = {"type": "object", "additionalProperties": value}
    return (
        found
        | ({"propertyNames": {"enum": sorted(names)}} if names is not None else {})
        | ({"description": description} if description else {})
    )


SOURCE = table(
    {
        "title": text("As the page calls itself"),
        "url": text(pattern="^https?://"),
        "checked": {"description": "The day somebody last read it there, as 2026-11-29"},
    },
    ("title", "url", "checked"),
)


CITED = texts("Keys of sources.toml", least=1)
