"""What the rules say of one launch on every type of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.ec2.launch import Launch
from wizard.model.judging.compiled_rule import CompiledRule, RuleResult
from wizard.model.judging.doubt import ask, in_doubt, settled
from wizard.model.rules.rule import Rule


@dataclass(frozen=True)
class RuleResults:
    """The words of all rules that decide, worst first. Launches that they see alike share them."""

    words: tuple[RuleResult, ...]
    everything: int

    @cached_property
    def broken(self) -> dict[Outcome, int]:
        """For each outcome the types on which a rule of that outcome is broken."""
        found = dict.fromkeys(Outcome, 0)
        for word in self.words:
            found[word.rule.outcome] |= word.broken
        return found

    @cached_property
    def as_bad(self) -> dict[Outcome, int]:
        """For each outcome the types on which a rule of that outcome or a worse one is broken."""
        found, so_far = {}, 0
        for outcome, types in self.broken.items():
            so_far |= types
            found[outcome] = so_far
        return found

    @property
    def prevented(self) -> int:
        """The types on which there is no instance that one could use."""
        return self.as_bad[Outcome.UNREACHABLE]

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
        for word in self.words:
            for missing, types in word.open:
                if in_doubt(word.rule, missing, given):
                    masks[Outcome.UNKNOWN] |= types
        rest, found = self.everything, {}
        for outcome, types in masks.items():
            found[outcome] = rest & types
            rest &= ~types
        found[Outcome.WORKS] |= rest
        return found


@dataclass(frozen=True, slots=True)
class CatalogResult:
    """What all rules say of one launch on every type. Masks are over the catalogue's types."""

    catalog: Catalog
    launch: Launch
    words: RuleResults
    advice: tuple[CompiledRule, ...]

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types that have it; every type is in exactly one."""
        return self.words.outcomes(settled(self.launch))

    @property
    def usable(self) -> int:
        """The types on which the instance comes up, perhaps with something lost, as far as is known."""
        return self.catalog.everything & ~self.words.prevented

    @property
    def open(self) -> int:
        """The types of which nobody can say whether the instance comes up, for want of a fact."""
        return self.outcomes[Outcome.UNKNOWN]

    def doubts(self, mask: int) -> dict[str, int]:
        """The facts on which the launch itself depends, each with the types of the mask where it does."""
        found: dict[str, int] = {}
        given, certain = settled(self.launch), self.words.prevented
        for word in self.words.words:
            for missing, types in word.open:
                asked = types & mask & ~certain
                if asked and in_doubt(word.rule, missing, given):
                    for path in missing:
                        found[path] = found.get(path, 0) | asked
        return found

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
            for missing, types in word.open:
                if asked := types & mask & ~self.words.as_bad[word.rule.outcome]:
                    ask(found, word.rule, missing, self.launch, self.catalog.first(asked))
        return tuple(found.values())
