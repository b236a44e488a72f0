"""The newer type beside one that stays, since none of its size is newer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked, sized

_DEAREST = Decimal(10_000)
_TWICE = 2


def newer_and_larger(needs: Needs, ranked: Sequence[Ranked]) -> Message | None:
    """The nearest of those that are newer than today's, where today's is the answer; None where it is not."""
    if not ranked or ranked[0].instance_type.name != needs.current_type:
        return None
    mine = ranked[0].generation
    newer = [
        each
        for each in ranked[1:]
        if each.generation > mine
        and each.instance_type.current_generation
        and not each.doubted
        and each.outcome is not Outcome.DEGRADED
        and _is_not_far_larger(each.instance_type, ranked[0].instance_type)
    ]
    if not newer:
        return None
    first = newer[0]
    if first.instance_type.accelerators:
        line = ranked[0].instance_type.family[:1]
        alike = [each for each in newer if each.instance_type.family[:1] == line] or newer
        first = min(alike, key=lambda each: each.price.hourly_usd if each.price else _DEAREST)
    return Message("Of a newer generation, {type} is the nearest.", {"type": sized(first.instance_type)})


def _is_not_far_larger(t: InstanceType, here: InstanceType) -> bool:
    return t.vcpus <= here.vcpus * _TWICE and t.memory_gib <= here.memory_gib * _TWICE
