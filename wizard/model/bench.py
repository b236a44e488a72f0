"""One rule before all types of a catalogue at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from wizard.model.fact import Values, reader
from wizard.model.launch import Launch
from wizard.model.rule import HOLDS, Missing, Rule
from wizard.model.type_classes import Class, TypeClasses

_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Word:
    """One rule's word on all types for one launch, as masks over the catalogue.

    open: the types on which the rule cannot say, by the facts that are missing.
    """

    rule: Rule
    broken: int
    open: tuple[tuple[Missing, int], ...]


class Bench:
    """One rule, and the types by the facts that it reads."""

    def __init__(self, rule: Rule, types: TypeClasses) -> None:
        self.rule = rule
        self._types = types
        self._read_launch = reader(rule.launch_facts)
        self._answer = lru_cache(maxsize=_KEPT)(self._ask)

    @cached_property
    def _classes(self) -> tuple[Class, ...]:
        return self._types.of(self.rule.type_facts)

    def word(self, launch: Launch) -> Word:
        return self._answer(self._read_launch(launch), launch.os.guess is not None)

    def rules_out(self, known: Mapping[str, Any]) -> bool:
        """True if these facts alone show that the rule does not apply."""
        return any(
            clause.ask(known) is False for clause in self.rule.when if known.keys() >= set(clause.facts)
        )

    def _ask(self, launch_values: Values, guessed: bool) -> Word:
        values: dict[str, Any] = dict(zip(self.rule.launch_facts, launch_values, strict=True))
        if self.rules_out(values):
            return Word(self.rule, 0, ())
        broken, undecided = 0, dict[Missing, int]()
        for type_values, mask in self._classes:
            missing = self.rule.ask({**values, **type_values}, guessed=guessed)
            if missing is None:
                broken |= mask
            elif missing is not HOLDS:
                undecided[missing] = undecided.get(missing, 0) | mask
        return Word(self.rule, broken, tuple(undecided.items()))
