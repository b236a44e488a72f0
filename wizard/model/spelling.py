"""Which known word somebody may have meant who wrote another."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one is likely a slip of: two strokes of the keyboard away, or its beginning.

    None where no word is so near: another name is no help.
    """
    from difflib import get_close_matches  # only a mistake has to wait for it

    written = word.casefold()[:_LONGEST]
    words = {each.casefold(): each for each in known}
    for candidate in get_close_matches(written, words, 3):
        if candidate.startswith(written) or _strokes(written, candidate) <= (1 if len(written) < 6 else 2):
            return words[candidate]
    return None


def _strokes(word: str, other: str) -> int:
    """How many letters to add, drop, change or swap with their neighbour lead from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word):
        before, last, row = row, before, [i + 1]
        for j, aim in enumerate(other):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != aim))
            if i and j and letter == other[j - 1] and word[i - 1] == aim:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return row[-1]
