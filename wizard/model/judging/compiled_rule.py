"""One rule before all types of a catalogue at once, the types grouped by the facts that it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import Values, reader
from wizard.model.ec2.launch import Launch
from wizard.model.rules.rule import HOLDS, Missing, Rule

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


_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule's result on all types for one launch, as masks over the catalogue.

    open: the types on which the rule cannot say, by the facts that are missing.
    """

    rule: Rule
    broken: int
    open: tuple[tuple[Missing, int], ...]


class CompiledRule:
    """One rule, and the types by the facts that it reads."""

    def __init__(self, rule: Rule, types: TypeClasses) -> None:
        self.rule = rule
        self._types = types
        self._read_launch = reader(rule.launch_facts)
        self._answer = lru_cache(maxsize=_KEPT)(self._ask)

    @cached_property
    def _classes(self) -> tuple[Class, ...]:
        return self._types.of(self.rule.type_facts)

    def ask(self, launch: Launch) -> RuleResult:
        return self._answer(self._read_launch(launch), launch.os.guess is not None)

    def rules_out(self, known: Mapping[str, Any]) -> bool:
        """True if these facts alone show that the rule does not apply."""
        return any(
            clause.ask(known) is False for clause in self.rule.when if known.keys() >= set(clause.facts)
        )

    def _ask(self, launch_values: Values, guessed: bool) -> RuleResult:
        values: dict[str, Any] = dict(zip(self.rule.launch_facts, launch_values, strict=True))
        if self.rules_out(values):
            return RuleResult(self.rule, 0, ())
        broken, undecided = 0, dict[Missing, int]()
        for type_values, mask in self._classes:
            missing = self.rule.ask({**values, **type_values}, guessed=guessed)
            if missing is None:
                broken |= mask
            elif missing is not HOLDS:
                undecided[missing] = undecided.get(missing, 0) | mask
        return RuleResult(self.rule, broken, tuple(undecided.items()))
