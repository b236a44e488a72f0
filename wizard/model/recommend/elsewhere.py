"""What somebody looks for among the types that fit, and is not there: where it is instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.frozen import frozen
from wizard.model.recommend.recommendation import Exclusion, Recommendation


@frozen
class Elsewhere:
    """types: those that match and were left out; group: the first of them with why.

    architecture: one that was left open and would bring some of them back.
    """

    types: tuple[InstanceType, ...]
    group: Exclusion
    architecture: Architecture | None


def elsewhere(catalog: Catalog, recommendation: Recommendation, words: Sequence[str]) -> Elsewhere | None:
    """Where the types are in which every word stands; None if no type has them all, or none was left out."""
    matching = tuple(t for t in catalog.types if all(word.casefold() in _text(t) for word in words))
    for group in recommendation.excluded:
        found = [t for t in matching if t in group.types]
        if found:
            return Elsewhere(tuple(matching), group, _open(recommendation, matching))
    return None


def _open(recommendation: Recommendation, types: Sequence[InstanceType]) -> Architecture | None:
    """An architecture other than the chosen one that the answers leave open, and that one of the types has."""
    if recommendation.needs.architecture is not None or recommendation.decision is None:
        return None
    own = recommendation.decision.architecture
    for architecture, count in recommendation.by_architecture:
        if count and architecture is not own and any(architecture in t.architectures for t in types):
            return architecture
    return None


@lru_cache(maxsize=4096)
def _text(t: InstanceType) -> str:
    parts = (
        t.name,
        t.processor_manufacturer,
        t.hypervisor,
        *t.architectures,
        *(a.name for a in t.accelerators),
    )
    return " ".join(parts).casefold()
