"""Words that tell an error when they stand near each other, in whatever sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wizard.model.errors.pasted import bare
from wizard.model.frozen import frozen

_AND = " + "
_OR = " | "
# How far the words may stand from each other, and how often each of the first is looked at.
_REACH = 160
_LOOKS = 8


@frozen
class Sign:
    """For the sentences that no wording has: tools say the same in ever new words.

    groups: what must stand near each other, in any order, parted by " + ", such as
    "boot mode | uefi + not supported | unsupported"; of each group one of its words, parted by
    " | ", is enough, also in the plural. A star stands for the rest of a word.
    """

    groups: str

    def find(self, lowered: str) -> int:
        """How many letters of it stand together in a text of small letters; 0 if it does not."""
        first, *others = self._words
        longest = 0
        for word in first:
            for at in word.places(lowered):
                around = lowered[max(0, at - _REACH) : at + _REACH]
                lengths = [
                    max((len(w.stem) for w in group if w.stands_in(around)), default=0) for group in others
                ]
                if all(lengths):
                    longest = max(longest, len(word.stem) + sum(lengths))
        return longest

    @cached_property
    def _words(self) -> list[list[_Word]]:
        groups = bare(self.groups).lower().split(_AND)
        return [
            [_Word(word.removesuffix("*"), word[-1] != "*") for word in group.split(_OR)] for group in groups
        ]


@frozen
class _Word:
    """whole: no letter may follow the stem; none may stand before it."""

    stem: str
    whole: bool

    def places(self, text: str) -> Iterator[int]:
        at = -1
        for _ in range(_LOOKS):
            at = text.find(self.stem, at + 1)
            if at < 0:
                return
            rest = text[at + len(self.stem) : at + len(self.stem) + 2].removeprefix("s")
            if not (text[at - 1 : at].isalnum() or (self.whole and rest[:1].isalnum())):
                yield at

    def stands_in(self, text: str) -> bool:
        return next(self.places(text), None) is not None
