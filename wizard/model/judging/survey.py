"""What the rules say of one launch on every type of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.ec2.launch import Launch
from wizard.model.judging.compiled_rule import CompiledRule, RuleResult
from wizard.model.rules.rule import Rule


@dataclass(frozen=True)
class RuleResults:
    """The words of all rules that decide, worst first. Launches that they see alike share them."""

    words: tuple[RuleResult, ...]
    everything: int

    @cached_property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types whose worst finding it is; every type is in exactly one."""
        broken = dict.fromkeys(Outcome, 0)
        for word in self.words:
            broken[word.rule.outcome] |= word.broken
        rest, found = self.everything, {}
        for outcome, types in broken.items():
            found[outcome] = rest & types
            rest &= ~types
        found[Outcome.WORKS] |= rest
        return found

    @cached_property
    def usable(self) -> int:
        """The types on which the instance comes up, perhaps with something lost."""
        return self.outcomes[Outcome.WORKS] | self.outcomes[Outcome.DEGRADED]


@dataclass(frozen=True, slots=True)
class CatalogResult:
    """What all rules say of one launch on every type. Masks are over the catalogue's types."""

    catalog: Catalog
    launch: Launch
    words: RuleResults
    advice: tuple[CompiledRule, ...]

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types whose worst finding it is; every type is in exactly one."""
        return self.words.outcomes

    @property
    def usable(self) -> int:
        """The types on which the instance comes up, perhaps with something lost."""
        return self.words.usable

    def broken(self, mask: int) -> Iterator[tuple[Rule, int]]:
        """The rules broken on at least one type of the mask, worst first, with those types."""
        for word in self.words.words:
            if types := word.broken & mask:
                yield word.rule, types
        for bench in self.advice:
            if types := bench.word(self.launch).broken & mask:
                yield bench.rule, types

    def unknowns(self, mask: int) -> tuple[Unknown, ...]:
        """The facts that could make it worse on at least one type of the mask, each with its first rule."""
        found: dict[str, Unknown] = {}
        for word in self.words.words:
            severity = word.rule.outcome.severity
            better = sum(types for o, types in self.outcomes.items() if o.severity < severity)
            for missing, types in word.open:
                if asked := types & better & mask:
                    first = self.catalog.first(asked)
                    for path in missing:
                        unknown = word.rule.unknown(path, self.launch, first)
                        found.setdefault(unknown.fact, unknown)
        return tuple(found.values())
