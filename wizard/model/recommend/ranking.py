"""Orders the types that fit, and says why each stands where it does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log2

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Ranked

# Without a size the list starts at the smallest general purpose type that is not burstable.
_GENERAL_PURPOSE = (2.0, 8.0)
_GIB_PER_VCPU = 4.0


def rank(types: Iterable[tuple[InstanceType, Outcome]], needs: Needs) -> tuple[Ranked, ...]:
    """Best first: works before degraded, nothing one did not ask for, nearest in size, newest.

    Price is not known to the catalogue and plays no part.
    """
    vcpus, memory = _asked_size(needs)
    log_vcpus, log_memory = log2(vcpus), log2(memory)

    accelerated, metal = needs.gpus > 0, Feature.BARE_METAL in needs.features

    def place(entry: tuple[InstanceType, Outcome]) -> tuple[bool, bool, bool, float, int, str]:
        instance_type, outcome = entry
        traits = _traits(instance_type)
        distance = abs(traits.log_vcpus - log_vcpus) + abs(traits.log_memory - log_memory)
        return (
            outcome is not Outcome.WORKS,
            traits.accelerated > accelerated or traits.metal > metal,
            not instance_type.current_generation,
            round(distance, 3),
            -traits.generation,
            instance_type.name,
        )

    ordered = sorted(types, key=place)
    asked = (needs.vcpus.minimum or 0, needs.memory_gib.minimum or 0)
    return tuple(Ranked(t, outcome, asked) for t, outcome in ordered)


class _Traits:
    """What the order reads off a type, worked out once."""

    __slots__ = ("accelerated", "generation", "log_memory", "log_vcpus", "metal")

    def __init__(self, instance_type: InstanceType) -> None:
        self.accelerated = bool(instance_type.accelerators)
        self.metal = instance_type.bare_metal
        self.log_vcpus = log2(instance_type.vcpus)
        self.log_memory = log2(instance_type.memory_gib)
        self.generation = generation(instance_type)


@lru_cache(maxsize=4096)
def _traits(instance_type: InstanceType) -> _Traits:
    return _Traits(instance_type)


def generation(instance_type: InstanceType) -> int:
    """The number in the family's name: 8 for m8i. It counts within one line of types only."""
    found = re.search(r"\d+", instance_type.family)
    return int(found[0]) if found else 0


def _asked_size(needs: Needs) -> tuple[float, float]:
    vcpus, memory = needs.vcpus.minimum, needs.memory_gib.minimum
    if not vcpus and not memory:
        return _GENERAL_PURPOSE
    if not memory:
        memory = (vcpus or 0) * _GIB_PER_VCPU
    return vcpus or max(memory / _GIB_PER_VCPU, 1), memory
