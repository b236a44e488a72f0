"""What the rules say of one launch on every type of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import frozen
from wizard.model.judging.compiled_rule import CompiledRule, RuleResult
from wizard.model.judging.doubt import ask, in_doubt, settled
from wizard.model.rules.rule import Rule


@frozen
class RuleResults:
    """The results of all rules that decide, worst first. Launches that they see alike share them."""

    by_rule: tuple[RuleResult, ...]
    everything: int

    @cached_property
    def broken(self) -> dict[Outcome, int]:
        """For each outcome the types on which a rule of that outcome is broken."""
        found = dict.fromkeys(Outcome, 0)
        for result in self.by_rule:
            found[result.rule.outcome] |= result.broken
        return found

    @cached_property
    def as_bad(self) -> dict[Outcome, int]:
        """For each outcome the types on which a rule of that outcome or a worse one is broken."""
        found, so_far = {}, 0
        for outcome, types in self.broken.items():
            so_far |= types
            found[outcome] = so_far
        return found

    @cached_property
    def prevented(self) -> int:
        """The types on which there is no instance that one could use."""
        return self.as_bad[Outcome.UNREACHABLE]

    @cached_property
    def usable(self) -> int:
        """All other types."""
        return self.everything & ~self.prevented

    @cached_property
    def _outcomes(self) -> dict[frozenset[str], dict[Outcome, int]]:
        return {}

    def outcomes(self, given: frozenset[str]) -> dict[Outcome, int]:
        """For each outcome its types; every type is in exactly one. given: the facts that leave no doubt."""
        known = self._outcomes.get(given)
        if known is None:
            known = self._outcomes[given] = self._sorted(given)
        return known

    def _sorted(self, given: frozenset[str]) -> dict[Outcome, int]:
        masks = dict(self.broken)
        for result in self.by_rule:
            for missing, types in result.open:
                if in_doubt(result.rule, missing, given):
                    masks[Outcome.UNKNOWN] |= types
        rest, found = self.everything, {}
        for outcome, types in masks.items():
            found[outcome] = rest & types
            rest &= ~types
        found[Outcome.WORKS] |= rest
        return found


@frozen
class CatalogResult:
    """What all rules say of one launch on every type. Masks are over the catalogue's types."""

    catalog: Catalog
    launch: Launch
    results: RuleResults
    advice: tuple[CompiledRule, ...]

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types that have it; every type is in exactly one."""
        return self.results.outcomes(settled(self.launch))

    @property
    def usable(self) -> int:
        """The types on which the instance comes up, perhaps with something lost, as far as is known."""
        return self.results.usable

    @property
    def open(self) -> int:
        """The types of which nobody can say whether the instance comes up, for want of a fact."""
        return self.outcomes[Outcome.UNKNOWN]

    def doubts(self, mask: int) -> dict[str, int]:
        """The facts on which the launch itself depends, each with the types of the mask where it does."""
        found: dict[str, int] = {}
        given, certain = settled(self.launch), self.results.prevented
        for result in self.results.by_rule:
            for missing, types in result.open:
                asked = types & mask & ~certain
                if asked and in_doubt(result.rule, missing, given):
                    for path in missing:
                        found[path] = found.get(path, 0) | asked
        return found

    def failed(self, mask: int) -> Iterator[tuple[Rule, int]]:
        """The rules broken on at least one type of the mask, but for advice: worst first, with those types."""
        for result in self.results.by_rule:
            if types := result.broken & mask:
                yield result.rule, types

    def broken(self, mask: int) -> Iterator[tuple[Rule, int]]:
        """The rules broken on at least one type of the mask, advice too, worst first, with those types."""
        yield from self.failed(mask)
        for compiled in self.advice:
            if types := compiled.ask(self.launch).broken & mask:
                yield compiled.rule, types

    def unknowns(self, mask: int) -> tuple[Unknown, ...]:
        """The facts that could make it worse on at least one type of the mask, each with its first rule."""
        found: dict[str, Unknown] = {}
        for result in self.results.by_rule:
            for missing, types in result.open:
                if asked := types & mask & ~self.results.as_bad[result.rule.outcome]:
                    ask(found, result.rule, missing, self.launch, self.catalog.first(asked))
        return tuple(found.values())
