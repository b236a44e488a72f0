"""Judges an image on a type, and on every type of the catalogue at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from wizard.model.catalog import Catalog
from wizard.model.fact import Values, reader
from wizard.model.finding import Finding, Outcome, Unknown, Verdict
from wizard.model.instance_type import InstanceType
from wizard.model.launch import Launch
from wizard.model.rule import HOLDS, Missing, Rule
from wizard.model.rulebook import Rulebook

_KEPT = 10_000


def judge(rulebook: Rulebook, launch: Launch, instance_type: InstanceType) -> Verdict:
    """Every rule's word on one image and one type, in the rulebook's order.

    A missing fact is named only if it could make the outcome worse than it is already.
    """
    findings: list[Finding] = []
    open_questions: list[tuple[Rule, Missing]] = []
    for rule in rulebook.rules:
        missing = rule.check(launch, instance_type)
        if missing is None:
            findings.append(rule.finding(launch, instance_type))
        elif missing is not HOLDS:
            open_questions.append((rule, missing))
    worst = max((finding.outcome.severity for finding in findings), default=0)
    unknowns: dict[str, Unknown] = {}
    for rule, missing in open_questions:
        if rule.outcome.severity > worst:
            for path in missing:
                unknown = rule.unknown(path, launch, instance_type)
                unknowns.setdefault(unknown.fact, unknown)
    return Verdict(tuple(findings), tuple(unknowns.values()))


@dataclass(frozen=True, slots=True)
class Word:
    """One rule's word on all types for one launch, as masks over the catalogue.

    open: the types on which the rule cannot say, by the facts that are missing.
    """

    rule: Rule
    broken: int
    open: tuple[tuple[Missing, int], ...]


@dataclass(frozen=True)
class Words:
    """The words of all rules, in their order. Launches that rules see alike share them."""

    words: tuple[Word, ...]
    everything: int

    @cached_property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types whose worst finding it is; every type is in exactly one."""
        rest, found = self.everything, {}
        for outcome in Outcome:
            worst = 0
            for word in self.words:
                if word.rule.outcome is outcome:
                    worst |= word.broken
            found[outcome] = rest & worst
            rest &= ~worst
        found[Outcome.WORKS] |= rest
        return found


@dataclass(frozen=True, slots=True)
class Survey:
    """What all rules say of one launch on every type. Masks are over the catalogue's types."""

    catalog: Catalog
    launch: Launch
    words: Words

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """For each outcome the types whose worst finding it is; every type is in exactly one."""
        return self.words.outcomes

    @property
    def usable(self) -> int:
        """The types on which the instance comes up, perhaps with something lost."""
        return self.outcomes[Outcome.WORKS] | self.outcomes[Outcome.DEGRADED]

    def broken(self, mask: int) -> Iterator[tuple[Rule, int]]:
        """The rules broken on at least one type of the mask, worst first, with those types."""
        for word in self.words.words:
            if word.broken & mask:
                yield word.rule, word.broken & mask

    def unknowns(self, mask: int) -> tuple[Unknown, ...]:
        """The facts that could make it worse on at least one type of the mask, each with its first rule."""
        found: dict[str, Unknown] = {}
        for word in self.words.words:
            better = sum(
                types for o, types in self.outcomes.items() if o.severity < word.rule.outcome.severity
            )
            for missing, types in word.open:
                if asked := types & better & mask:
                    first = self.catalog.select(asked)[0]
                    for path in missing:
                        unknown = word.rule.unknown(path, self.launch, first)
                        found.setdefault(unknown.fact, unknown)
        return tuple(found.values())


class Judge:
    """A rulebook bound to a catalogue, for judging images on all types at once.

    A rule sees only the facts it names. So the types fall, for each rule, into a few classes of
    equal facts, and a rule is asked once for each class and each distinct set of launch facts; its
    answer for all types is one integer. Launches in which all rules see the same share everything
    but their names. `judge` on a single type gives the same by the same `Rule.ask`.
    """

    def __init__(self, rulebook: Rulebook, catalog: Catalog) -> None:
        self.rulebook = rulebook
        self.catalog = catalog
        self._benches = tuple(_Bench(rule, catalog) for rule in rulebook.rules)
        self._see = reader(tuple(sorted({path for rule in rulebook.rules for path in rule.launch_facts})))
        self._words: dict[Values, Words] = {}

    def survey(self, launch: Launch) -> Survey:
        """What all rules say of this launch on every type of the catalogue."""
        seen = (launch.os.guess is not None, *self._see(launch))
        words = self._words.get(seen)
        if words is None:
            words = Words(tuple(bench.word(launch) for bench in self._benches), self.catalog.everything)
            if len(self._words) >= _KEPT:
                self._words.clear()
            self._words[seen] = words
        return Survey(self.catalog, launch, words)


class _Bench:
    """One rule, and the types by the facts that it reads."""

    def __init__(self, rule: Rule, catalog: Catalog) -> None:
        self._rule = rule
        self._catalog = catalog
        self._read_launch = reader(rule.launch_facts)
        self._answer = lru_cache(maxsize=_KEPT)(self._ask)

    @cached_property
    def _classes(self) -> tuple[tuple[dict[str, Any], int], ...]:
        read = reader(self._rule.type_facts)
        classes: dict[Values, int] = {}
        for bit, instance_type in enumerate(self._catalog.types):
            values = read(instance_type)
            classes[values] = classes.get(values, 0) | 1 << bit
        return tuple((dict(zip(self._rule.type_facts, v, strict=True)), mask) for v, mask in classes.items())

    def word(self, launch: Launch) -> Word:
        return self._answer(self._read_launch(launch), launch.os.guess is not None)

    def _ask(self, launch_values: Values, guessed: bool) -> Word:
        values: dict[str, Any] = dict(zip(self._rule.launch_facts, launch_values, strict=True))
        if any(
            clause.ask(values) is False for clause in self._rule.when if values.keys() >= set(clause.facts)
        ):
            return Word(self._rule, 0, ())
        broken, undecided = 0, dict[Missing, int]()
        for type_values, mask in self._classes:
            missing = self._rule.ask({**values, **type_values}, guessed=guessed)
            if missing is None:
                broken |= mask
            elif missing is not HOLDS:
                undecided[missing] = undecided.get(missing, 0) | mask
        return Word(self._rule, broken, tuple(undecided.items()))
