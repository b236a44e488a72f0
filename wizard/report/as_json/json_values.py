"""The one way from the model's records to JSON values for scripts, in one language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any

from wizard.model.ec2.finding import Finding, Unknown
from wizard.model.frozen import names_of
from wizard.model.message import Message, Translations
from wizard.model.recommend.lifecycle.system_support import SystemSupport

_PLAIN = frozenset({type(None), bool, int, float})

Read = Callable[[Any], object]
Shape = Mapping[str, Read]
"""The keys of a record's object, in order, each with how its value is read from the record."""
Shapes = Mapping[type[Any], Shape]


def shape(*keys: str | tuple[str, str | Read]) -> Shape:
    """A shape from keys: a name stands for the field of that name, a pair for another path or a function."""
    pairs = [(key, key) if isinstance(key, str) else key for key in keys]
    return {key: attrgetter(read) if isinstance(read, str) else read for key, read in pairs}


SHAPES: Shapes = {
    Finding: shape(
        *("rule", "reason", "outcome", "evidence", "text", "ec2_error", "ec2_error_code", "remedy", "sources")
    ),
    SystemSupport: shape(
        ("os", "system.title"),
        *("ends", "ended", "regular_ends", "regular_ended"),
        ("move_to", "successors"),
        *("text", "sources"),
    ),
    Unknown: shape("fact", "matters_because", "how_to_supply"),
}


class JsonValues:
    """Turns records into JSON values.

    shapes: of the records that are not written field by field, added to those that many documents
    have. text: what is done to each text, such as masking account ids.
    """

    def __init__(
        self,
        translations: Translations,
        shapes: Shapes | None = None,
        text: Callable[[str], str] | None = None,
    ) -> None:
        self._translations = translations
        self._shapes = {**SHAPES, **(shapes or {})}
        self._text = text

    def of(self, value: Any) -> Any:
        """A text, a number, a list or an object that `json.dumps` takes."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is str:
            return self._text(value) if self._text else value
        match value:
            case Enum():
                return value.value
            case Message():
                return self.of(value.render(self._translations))
            case datetime.date():
                return value.isoformat()
            case dict() | Mapping():
                return {str(key): self.of(inner) for key, inner in value.items()}
            case list() | tuple():
                return [self.of(item) for item in value]
        if kind not in self._shapes:
            self._shapes[kind] = shape(*names_of(kind))
        return {key: self.of(read(value)) for key, read in self._shapes[kind].items()}
