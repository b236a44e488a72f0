"""Words of the field, explained where they stand. Read when somebody first asks for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wizard.gui.texts import gettext, render

if TYPE_CHECKING:
    from wizard.model.terms import Term


class _Chosen:
    terms: Callable[[], Mapping[str, Term]] = dict


def use(terms: Callable[[], Mapping[str, Term]]) -> None:
    """Take the words from here from now on."""
    _Chosen.terms = staticmethod(terms)


def explained(id: str) -> str:
    """What a word means and where to see it, as plain text in two paragraphs; empty for an unknown one."""
    term = _Chosen.terms().get(id)
    if term is None:
        return ""
    where = gettext("To see it: {command}").replace("{command}", term.command)
    return f"{render(term.text)}\n\n{where}"
