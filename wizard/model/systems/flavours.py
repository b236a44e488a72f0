"""Which of a system's images somebody means, by the words that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wizard.model.systems.os_cell import Tokens


def flavour_of(asked: Tokens, flavours: Iterable[str]) -> str | None:
    """Of the flavours that somebody named the one of most words, and of these the first."""
    named = _named(asked, flavours)
    return min(named, key=lambda key: (-key.count("-"), asked.index(key.split("-")[0])), default=None)


def beside(asked: Tokens, meant: str | None, flavours: Mapping[str, str]) -> tuple[str, ...]:
    """The words for other images than the one that is meant: minimal of pro and minimal, as no image is both."""
    alike = [key for key in flavours if flavours[key] == flavours.get(meant or "")]
    heard = {word for key in alike for word in key.split("-")}
    others = {word for key in _named(asked, flavours) for word in key.split("-")} - heard
    return tuple(str(word) for word in asked if word in others)


def _named(asked: Tokens, flavours: Iterable[str]) -> list[str]:
    return [key for key in flavours if set(key.split("-")) <= set(asked)]
