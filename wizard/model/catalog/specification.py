"""InstanceTypeSpecification the other way round: the lists that allow exactly the types that work.

The limits are those of ReplaceImageInstanceTypeSpecification in the EC2 API: at most 100 entries a
list, each of 1 to 24 characters, * as the wildcard, never two of them side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from heapq import heapify, heappop, heapreplace

from wizard.model.catalog.catalog import Catalog
from wizard.model.frozen import frozen
from wizard.model.message import Message, MessageError

MOST_ENTRIES = 100
LONGEST_ENTRY = 24


class NoSpecification(MessageError):
    """The types cannot be told apart within the API's limits; the text says by how much."""


@frozen
class Specification:
    """With a supported list a type must match it; a type that matches unsupported is out in any case.

    Both empty: every type is allowed.
    """

    supported: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()

    def allows(self, name: str) -> bool:
        """Whether an image with this specification may be launched on a type."""
        if self.supported and not any(like(pattern, name) for pattern in self.supported):
            return False
        return not any(like(pattern, name) for pattern in self.unsupported)


@cache
def _pattern(wildcard: str) -> re.Pattern[str]:
    # Only * is a wildcard for EC2; fnmatch would read ? and [ as well.
    return re.compile(".*".join(map(re.escape, wildcard.split("*"))), re.DOTALL)


def like(wildcard: str, name: str) -> bool:
    """Whether an entry such as t3.* means this instance type."""
    return _pattern(wildcard).fullmatch(name) is not None


class Specifier:
    """Writes specifications over one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def specify(self, allowed: int) -> Specification:
        """The shortest specification found that allows exactly this mask of types.

        Finding the very shortest is a set cover problem; this takes, again and again, the pattern
        that covers most of what is left, for both lists and for broad patterns with exceptions.
        Raises NoSpecification if every way needs more than 100 entries in a list.
        """
        everything = self._catalog.everything
        denied = everything & ~allowed
        if not denied:
            return Specification()
        if not allowed:
            return Specification(unsupported=("*",))
        ways = [
            Specification(unsupported=self._cover(denied, denied)),
            Specification(supported=self._cover(allowed, allowed)),
            self._with_exceptions(allowed),
        ]
        possible = [way for way in ways if max(len(way.supported), len(way.unsupported)) <= MOST_ENTRIES]
        if not possible:
            fewest = min(len(way.supported) + len(way.unsupported) for way in ways)
            numbers = {"fewest": fewest, "most": MOST_ENTRIES}
            said = Message("{fewest} entries are needed, {most} a list are allowed", numbers)
            raise NoSpecification(said)
        return min(possible, key=lambda way: len(way.supported) + len(way.unsupported))

    def _with_exceptions(self, allowed: int) -> Specification:
        """Whole lines of types that mostly work as supported, what does not work in them as exceptions."""
        broad = 0
        for mask in self._lines.values():
            if (mask & allowed).bit_count() * 2 > mask.bit_count():
                broad |= mask
        supported = self._cover(allowed, broad | allowed)
        matched = 0
        for pattern in supported:
            matched |= self._patterns[pattern]
        return Specification(supported, self._cover(matched & ~allowed, self._catalog.everything & ~allowed))

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        """The types by the letters their family begins with: m, c, inf."""
        lines: dict[str, int] = {}
        for bit, t in enumerate(self._catalog.types):
            line = t.family[: next((n for n, c in enumerate(t.family) if not c.isalpha()), len(t.family))]
            lines[line] = lines.get(line, 0) | 1 << bit
        return lines

    @cached_property
    def _patterns(self) -> dict[str, int]:
        """Pattern -> the types it matches: whole names, beginnings, sizes, and beginnings with sizes."""
        beginnings: dict[str, int] = {}
        for bit, t in enumerate(self._catalog.types):
            for length in range(1, len(t.name)):
                beginnings[t.name[:length]] = beginnings.get(t.name[:length], 0) | 1 << bit
        return self._combine(beginnings)

    def _combine(self, beginnings: Mapping[str, int]) -> dict[str, int]:
        endings: dict[str, int] = {}
        for bit, t in enumerate(self._catalog.types):
            endings[t.size] = endings.get(t.size, 0) | 1 << bit
            kind = t.size.partition("-")[0]
            endings[kind + "*"] = endings.get(kind + "*", 0) | 1 << bit
        by_mask: dict[int, str] = {}

        def offer(pattern: str, mask: int) -> None:
            # Of patterns for the same types the plainest: it catches least of what AWS adds later.
            if mask and len(pattern) <= LONGEST_ENTRY and _plain(pattern) > _plain(by_mask.get(mask, "")):
                by_mask[mask] = pattern

        for bit, t in enumerate(self._catalog.types):
            offer(t.name, 1 << bit)
        for text, mask in beginnings.items():
            offer(text + "*", mask)
        for ending, ends in endings.items():
            offer("*." + ending, ends)
            for text, mask in beginnings.items():
                if "." not in text:
                    offer(f"{text}*.{ending}", mask & ends)
        return {pattern: mask for mask, pattern in by_mask.items()}

    def _cover(self, wanted: int, permitted: int) -> tuple[str, ...]:
        """Patterns within `permitted` that together match all of `wanted`, few of them."""
        heap = [
            (-(mask & wanted).bit_count(), len(pattern), pattern, mask)
            for pattern, mask in self._patterns.items()
            if mask & wanted and not mask & ~permitted
        ]
        heapify(heap)
        chosen: dict[str, int] = {}
        rest = wanted
        while rest:
            _, length, pattern, mask = heap[0]
            gain = (mask & rest).bit_count()
            # Gains only shrink, so the head is the best as soon as its own gain is up to date.
            if gain and (len(heap) < 2 or -gain <= min(entry[0] for entry in heap[1:3])):
                chosen[pattern] = mask
                rest &= ~mask
                heappop(heap)
            elif gain:
                heapreplace(heap, (-gain, length, pattern, mask))
            else:
                heappop(heap)
        return tuple(sorted(_needed(chosen, wanted)))


def _plain(pattern: str) -> tuple[bool, int]:
    return bool(pattern) and "*" not in pattern, len(pattern)


def _needed(chosen: Mapping[str, int], wanted: int) -> Iterable[str]:
    """The patterns without those whose types the others match as well."""
    kept = dict(chosen)
    for pattern in sorted(chosen, key=lambda p: chosen[p].bit_count()):
        others = 0
        for other, mask in kept.items():
            if other != pattern:
                others |= mask
        if wanted & ~others == 0:
            del kept[pattern]
    return kept
