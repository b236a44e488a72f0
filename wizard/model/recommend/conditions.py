"""What is not known of the image: a condition, said once, or a doubt about single types."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import to_ask
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.frozen import field, frozen, replace
from wizard.model.judging.doubt import ANYWHERE, OF_THE_PLACE
from wizard.model.recommend.decide import Candidate
from wizard.model.recommend.ranked import Ranked


@frozen
class Doubts:
    """conditions: what the image has to have on whatever type. by_fact: the types with a doubt of their own."""

    conditions: tuple[Unknown, ...]
    unknowns: tuple[Unknown, ...]
    by_fact: Mapping[str, int] = field(hash=False)


def doubts(best: Candidate, chosen: bool) -> Doubts:
    """chosen: whether the image is one that somebody has, rather than one that is still to be found.

    Of an image still to be found it is a condition what its system has to have, where nobody named a
    version or where it matters on every type alike. All else is in doubt for the types it matters on.
    """
    fits = best.fits
    asked = best.survey.unknowns(fits)
    by_fact: dict[str, int] = {}
    for path, types in best.survey.doubts(fits).items():
        fact = to_ask(path, best.survey.launch)
        by_fact[fact] = by_fact.get(fact, 0) | types
    if chosen:
        everywhere: frozenset[str] = frozenset()
    elif best.survey.launch.os.version is None and not best.survey.launch.os.rolling:
        everywhere = frozenset(by_fact) - OF_THE_PLACE
    else:
        everywhere = frozenset(fact for fact, types in by_fact.items() if types == fits) - OF_THE_PLACE
    return Doubts(
        tuple(unknown for unknown in asked if unknown.fact in everywhere),
        tuple(u for u in asked if u.fact not in everywhere and (u.doubt or u.fact not in ANYWHERE)),
        {fact: types for fact, types in by_fact.items() if fact not in everywhere},
    )


def told(
    ranked: tuple[Ranked, ...], best: Candidate, catalog: Catalog, by_fact: Mapping[str, int]
) -> tuple[Ranked, ...]:
    """Each type with its outcome, unknown where one cannot say for want of these facts, and what is lost on it."""
    open_on = _by_type(by_fact, catalog)
    lost = _by_type(_losses(best), catalog)
    if not open_on and not lost and all(entry.outcome is not Outcome.UNKNOWN for entry in ranked):
        return ranked

    def outcome(name: str) -> Outcome:
        if name in open_on:
            return Outcome.UNKNOWN
        return Outcome.DEGRADED if name in lost else Outcome.WORKS

    return tuple(
        replace(
            entry,
            outcome=outcome(entry.instance_type.name),
            open_on=open_on.get(entry.instance_type.name, ()),
            lost=lost.get(entry.instance_type.name, ()),
        )
        for entry in ranked
    )


def _losses(best: Candidate) -> dict[str, int]:
    """The rules by which something is lost, each with the types that fit where it is."""
    found = {}
    for result in best.survey.results.by_rule:
        if result.rule.outcome is Outcome.DEGRADED and (types := result.broken & best.fits):
            found[result.rule.id] = types
    return found


def _by_type(words: Mapping[str, int], catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """For each type the words that are said of it."""
    found: dict[str, tuple[str, ...]] = {}
    for word, types in words.items():
        for t in catalog.select(types):
            found[t.name] = (*found.get(t.name, ()), word)
    return found
