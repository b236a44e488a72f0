"""What one may do without to take a smaller machine: memory or vCPUs beside the same accelerators."""

from __future__ import annotations

from decimal import Decimal

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import Decision
from wizard.model.recommend.moving.disks import times, weighed
from wizard.model.recommend.moving.led import leads_to
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import sized
from wizard.model.recommend.size_of_today import SizeOfToday

_DEAREST = Decimal(10_000)
_HALF = 2
_SAME_SIZE = "same-size"
_MUCH_MORE = 1.5
_FOR_MEMORY = (Purpose.DATABASE, Purpose.MEMORY)


def smaller_with_the_same_gpus(
    knowledge: Knowledge, needs: Needs, decision: Decision, first: InstanceType | None, costs: Costs
) -> Message | None:
    """The cheapest type as new as the first with as many accelerators of as much memory, if half as large.

    Only where the first is twice as large as today's for the sake of the rest.
    """
    today = needs.today
    if today is None or first is None or not today.accelerators or times(first, today) < _HALF:
        return None
    survey = decision.best.survey
    mask = survey.usable & ~survey.results.broken[Outcome.DEGRADED] & ~decision.best.open
    for criterion, met in decision.met:
        if criterion.answer != _SAME_SIZE:
            mask &= met
    age = knowledge.families.generation
    found = [
        t
        for t in knowledge.catalog.select(mask)
        if _has_its_accelerators(t, today) and age(t.family) >= age(first.family)
    ]
    best = min(
        found, key=lambda t: (costs.order(t.name) or _DEAREST, t.vcpus, t.memory_gib, t.name), default=None
    )
    if best is None or not _is_smaller(best, today) or best.memory_gib * _HALF > first.memory_gib:
        return None
    measures = {"vcpus": best.vcpus, "memory-gib": best.memory_gib, "local-storage-gb": 0}
    if not leads_to(knowledge, (needs, today), costs, best, measures):
        return None
    values: dict[str, object] = {
        "type": sized(best),
        "accelerator": best.devices[0].name,
        "options": " ".join(f"--{measure} {least:g}" for measure, least in measures.items()),
    }
    return Message(
        "If the accelerators count and not the memory beside them, {type} with {accelerator} is enough: {options}.",
        values,
    )


def without_the_purpose(
    knowledge: Knowledge, needs: Needs, first: InstanceType | None, costs: Costs
) -> Message | None:
    """The type nearest to today's size, where the purpose leads to one with far more memory: it may be paid for nothing."""
    today = needs.today
    if today is None or first is None or needs.purpose not in _FOR_MEMORY:
        return None
    if not today.memory_gib or first.memory_gib < today.memory_gib * _MUCH_MORE:
        return None
    ranked = weighed(knowledge, replace(needs, purpose=None), costs).ranked
    best = ranked[0].instance_type if ranked else first
    if best.memory_gib * _MUCH_MORE > first.memory_gib or best.name == today.instance_type.name:
        return None
    return Message(
        "It has that much memory for the purpose; nearest to the size of {here} is {type}: --purpose any.",
        {"here": today.instance_type.name, "type": sized(best)},
    )


def _has_its_accelerators(t: InstanceType, today: SizeOfToday) -> bool:
    memory = max((a.memory_mib for a in t.accelerators), default=0)
    return (
        t.current_generation
        and not t.bare_metal
        and t.gpus == today.gpus
        and today.accelerators <= {a.kind for a in t.accelerators}
        and memory >= today.accelerator_memory_mib
    )


def _is_smaller(t: InstanceType, today: SizeOfToday) -> bool:
    return t.memory_gib < today.memory_gib or t.vcpus < today.vcpus
