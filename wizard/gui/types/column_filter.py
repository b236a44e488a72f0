"""What one types under the head of a column, and whether a cell meets it."""

from __future__ import annotations

import re
from collections.abc import Callable

from wizard.gui.types.cells import Amount

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_SPAN = re.compile(rf"{_NUMBER}\s*(?:-|–|\.\.)\s*{_NUMBER}")
_LEAST = re.compile(rf"(?:>=|=>|≥)\s*{_NUMBER}|{_NUMBER}\s*\+")
_MORE = re.compile(rf">\s*{_NUMBER}")
_MOST = re.compile(rf"(?:<=|=<|≤)\s*{_NUMBER}")
_LESS = re.compile(rf"<\s*{_NUMBER}")
_EXACT = re.compile(rf"=\s*{_NUMBER}")
_BARE = re.compile(_NUMBER)

Meets = Callable[[Amount], bool]


def figures(text: str, *, most: bool = False) -> Meets | None:
    """Whether figures meet what was typed: 4, >4, <0.2, =4, 4-8. None where it is nothing of that.

    most: a figure by itself is a limit that nothing may exceed, as of a price; else it is the least that one wants.

    A cell of two figures, from what is sustained to the burst, meets what lies in between.
    """
    text = text.strip()
    if _BARE.fullmatch(text):
        text = f"{'<' if most else '>'}={text}"
    for form, meets in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            return meets(*(float(part.replace(",", ".")) for part in found.groups() if part))
    return None


def _span(least: float, most: float) -> Meets:
    return lambda amount: amount[1] >= least and amount[0] <= most


def _least(least: float) -> Meets:
    return lambda amount: amount[1] >= least


def _more(least: float) -> Meets:
    return lambda amount: amount[1] > least


def _most(most: float) -> Meets:
    return lambda amount: amount[0] <= most


def _less(most: float) -> Meets:
    return lambda amount: amount[0] < most


def _exact(figure: float) -> Meets:
    return _span(figure, figure)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Meets]], ...] = (
    (_SPAN, _span),
    (_LEAST, _least),
    (_MORE, _more),
    (_MOST, _most),
    (_LESS, _less),
    (_EXACT, _exact),
)
