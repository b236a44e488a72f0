"""Texts in TOML as tables: parsed, or as another process parsed them before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Table = dict[str, Any]
Parse = Callable[[str], Table]


class TomlError(ValueError):
    """A text is not TOML; it says where."""


def parse(text: str) -> Table:
    """The tables of a text, worked out from it. Raises TomlError."""
    # Where all texts are remembered, nothing waits for the parser.
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise TomlError(str(problem)) from None


class _Chosen:
    read: Parse = staticmethod(parse)


def read_with(read: Parse) -> None:
    """Have texts read by this from now on: the same tables as `parse` gives, sooner."""
    _Chosen.read = staticmethod(read)


def read_toml(text: str) -> Table:
    """The tables of a text, which are the caller's own. Raises TomlError."""
    return _Chosen.read(text)
