"""One rule before all types of a catalogue at once, the types grouped by the facts that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from wizard.model.catalog.catalog import Catalog
from wizard.model.catalog.split import Split
from wizard.model.ec2.fact import Values, reader
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import frozen
from wizard.model.rules.predicates import Clause
from wizard.model.rules.rule import HOLDS, Missing, Rule

Class = tuple[dict[str, Any], int]


class TypeClasses:
    """The types of a catalogue by what rules read of them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, clauses: Sequence[Clause]) -> tuple[Class, ...]:
        """The types by the answers of these conditions: every type is in exactly one class.

        Each class with its types as a mask, and the facts, by path, of one that stands for them all.
        """
        read = sorted({path for clause in clauses for path in clause.facts if path.startswith("type.")})
        splits = sorted(((path, self._told_apart(path, clauses)) for path in read), key=lambda s: len(s[1]))
        classes: list[Class] = [({}, self._catalog.everything)]
        for path, split in splits:
            classes = [
                ({**facts, path: value}, both)
                for facts, types in classes
                for value, mask in split
                if (both := types & mask)
            ]
        return tuple(classes)

    def _told_apart(self, path: str, clauses: Sequence[Clause]) -> Split:
        """The values of one fact, those that these conditions take alike as one."""
        reading = [clause for clause in clauses if path in clause.facts]
        if any(len(clause.facts) > 1 for clause in reading):
            return self._catalog.split(path.removeprefix("type."))
        found: dict[tuple[bool | None, ...], tuple[Any, int]] = {}
        for value, mask in self._catalog.split(path.removeprefix("type.")):
            answers = tuple(clause.ask({path: value}) for clause in reading)
            first, types = found.get(answers, (value, 0))
            found[answers] = first, types | mask
        return tuple(found.values())


_KEPT = 10_000


@frozen
class RuleResult:
    """One rule's result on all types for one launch, as masks over the catalogue.

    open: the types on which the rule cannot say, by the facts that are missing.
    """

    rule: Rule
    broken: int
    open: tuple[tuple[Missing, int], ...]


class CompiledRule:
    """One rule for a whole catalogue: it is asked once for each class of types whose facts it cannot tell apart."""

    def __init__(self, rule: Rule, types: TypeClasses) -> None:
        self.rule = rule
        self._types = types
        self._read_launch = reader(rule.launch_facts)
        self._conditions = rule.when_of(rule.launch_facts)
        self._answer = lru_cache(maxsize=_KEPT)(self._ask)

    @cached_property
    def _classes(self) -> tuple[Class, ...]:
        return self._types.of((*self.rule.when, self.rule.must))

    def ask(self, launch: Launch) -> RuleResult:
        """The rule's result on every type for this launch."""
        return self._answer(self._read_launch(launch), launch.os.guess is not None)

    def _ask(self, launch_values: Values, guessed: bool) -> RuleResult:
        values: dict[str, Any] = dict(zip(self.rule.launch_facts, launch_values, strict=True))
        if self.rule.must.holds_anyway(values) or any(c.ask(values) is False for c in self._conditions):
            return RuleResult(self.rule, 0, ())
        broken, undecided = 0, dict[Missing, int]()
        for type_values, mask in self._classes:
            missing = self.rule.ask({**values, **type_values}, guessed=guessed)
            if missing is None:
                broken |= mask
            elif missing is not HOLDS:
                undecided[missing] = undecided.get(missing, 0) | mask
        return RuleResult(self.rule, broken, tuple(undecided.items()))
