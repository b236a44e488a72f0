"""A word out of a closed list."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """What every such list is made from. Words are looked up in tables a hundred thousand times, and the
    hash that Enum gives its members is worked out by a function in Python each time; a string keeps its own.
    """

    __hash__ = str.__hash__
