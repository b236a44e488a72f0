"""The types of a catalogue, by the facts that a rule reads: it cannot tell apart those of one class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wizard.model.catalog import Catalog
from wizard.model.fact import reader

Class = tuple[dict[str, Any], int]


class TypeClasses:
    """Asks each type for each fact once, however many rules read it."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._by_fact: dict[str, tuple[tuple[Any, int], ...]] = {}

    def of(self, paths: tuple[str, ...]) -> tuple[Class, ...]:
        """The facts of each class by path, and its types as a mask; every type is in exactly one."""
        classes: list[Class] = [({}, self._catalog.everything)]
        for path in sorted(paths, key=lambda path: len(self._split(path))):
            classes = list(self._divided(classes, path))
        return tuple(classes)

    def _divided(self, classes: list[Class], path: str) -> Iterator[Class]:
        for facts, types in classes:
            for value, mask in self._split(path):
                if both := types & mask:
                    yield {**facts, path: value}, both

    def _split(self, path: str) -> tuple[tuple[Any, int], ...]:
        """The values of one fact, each with its types."""
        if path not in self._by_fact:
            read = reader((path,))
            bits: dict[Any, list[int]] = {}
            for bit, instance_type in enumerate(self._catalog.types):
                bits.setdefault(read(instance_type)[0], []).append(bit)
            self._by_fact[path] = tuple((value, _mask(places)) for value, places in bits.items())
        return self._by_fact[path]


def _mask(places: list[int]) -> int:
    """The integer with these bits, written as bytes: adding up powers of two is quadratic."""
    packed = bytearray(places[-1] // 8 + 1)
    for place in places:
        packed[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(packed, "little")
