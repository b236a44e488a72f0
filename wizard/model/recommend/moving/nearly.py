"""The type that has almost all that today's has, where what has all of it is far larger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Figure, Message, counted, joined_by_and
from wizard.model.prices.amount import money
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.criteria.same_size import usable_storage_gb
from wizard.model.recommend.decide import Decision
from wizard.model.recommend.moving.disks import times
from wizard.model.recommend.moving.led import leads_to
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.ranking import rank
from wizard.model.recommend.size_of_today import SizeOfToday

# D3 has 32 vCPUs for the 36 of D2: nobody doubles a machine for the sake of an eighth.
_ALMOST = 0.85
_FAR = 1.75


@frozen
class Nearer:
    """less: what it has less than today's; options: how to ask for it.

    costs: what an hour of it and of the other costs; far_disks: how many GB of local disks the other has, where it is
    far larger by them alone.
    """

    instance_type: InstanceType
    less: Message
    options: str
    costs: Message | None = None
    far_disks: Figure | None = None

    @property
    def how(self) -> Message:
        """How to ask for it, in a sentence."""
        values: dict[str, object] = {
            "type": self.instance_type.name,
            "options": self.options,
            "costs": self.costs,
        }
        if self.costs is None:
            return Message("Who can do with {type} says so: {options}.", values)
        return Message("Who can do with {type} says so: {options}. {costs}", values)


def nearly(
    knowledge: Knowledge, needs: Needs, decision: Decision, first: InstanceType | None, costs: Costs
) -> Nearer | None:
    """The type, what it has less, and how to ask for it; None where there is none or no need, or asking leads elsewhere.

    first: the best type that has at least what today's has.
    """
    today = needs.today
    if today is None or first is None or not _is_far(first, today):
        return None
    survey, doubtful = decision.best.survey, decision.best.open
    mask = survey.usable & ~survey.results.broken[Outcome.DEGRADED]
    if not doubtful >> knowledge.catalog.bit(first) & 1:
        # What is sure is not left for what is in doubt.
        mask &= ~doubtful
    for criterion, met in decision.met:
        if criterion.answer != "same-size":
            mask &= met
    others = [t for t in knowledge.catalog.select(mask) if any(_less(t, today))]
    almost = [t for t in others if _has_almost_all(t, today, needs.system.nvme_driver)]
    best = _best(almost, knowledge, needs, first)
    if best is None:
        return None
    measures = _measures(best, today)
    if not leads_to(knowledge, (needs, today), costs, best, measures):
        return None
    options = " ".join(f"--{measure} {least:.10g}" for measure, least in measures.items())
    far_disks = counted(first.local_storage_gb) if times(first, today) < _FAR else None
    return Nearer(
        best, joined_by_and(list(_less(best, today))), options, _costs(best, first, costs), far_disks
    )


def _costs(best: InstanceType, first: InstanceType, costs: Costs) -> Message | None:
    """What both cost where that is known: in what is far larger the price is most of the difference."""
    mine, other = costs.price(best.name), costs.price(first.name)
    if mine is None or other is None:
        return None
    return Message(
        "In {region} it costs {price} USD an hour, and {first} {other}.",
        {
            "region": mine.region,
            "price": money(mine.hourly_usd),
            "first": first.name,
            "other": money(other.hourly_usd),
        },
    )


def _best(
    types: Sequence[InstanceType], knowledge: Knowledge, needs: Needs, first: InstanceType
) -> InstanceType | None:
    """The first of them, where it is not as far larger itself: today's may be smaller than any of now."""
    if not types or needs.today is None:
        return None
    best = rank([(t, Outcome.WORKS) for t in types], needs, knowledge.families)[0].instance_type
    today = needs.today
    near = not _is_far(best, today) or times(best, today) * _FAR <= times(first, today)
    return best if near else None


def _is_far(t: InstanceType, today: SizeOfToday) -> bool:
    """Twice as large in any way, the disks that are used among them."""
    disks = today.local_storage_gb
    return times(t, today) >= _FAR or 0 < _FAR * disks <= t.local_storage_gb


def _is_of_the_kind(t: InstanceType, today: SizeOfToday) -> bool:
    return (
        t.current_generation
        and t.name != today.instance_type.name
        and t.bare_metal is today.instance_type.bare_metal
        and t.gpus == today.gpus
        and today.accelerators <= {a.kind for a in t.accelerators}
    )


def _has_almost_all(t: InstanceType, today: SizeOfToday, nvme: bool | None) -> bool:
    pairs = (
        (t.vcpus, today.vcpus),
        (t.memory_gib, today.memory_gib),
        (usable_storage_gb(t, nvme), today.local_storage_gb),
    )
    return _is_of_the_kind(t, today) and all(has >= _ALMOST * own for has, own in pairs)


def _less(t: InstanceType, today: SizeOfToday) -> Iterator[Message]:
    if t.vcpus < today.vcpus:
        yield Message("{has} of {own} vCPUs", {"has": t.vcpus, "own": today.vcpus})
    if t.memory_gib < today.memory_gib:
        yield Message("{has} of {own} GiB", {"has": gib(t.memory_gib), "own": gib(today.memory_gib)})
    if t.local_storage_gb < today.local_storage_gb:
        yield Message(
            "{has} of {own} GB of local disks",
            {"has": counted(t.local_storage_gb), "own": counted(today.local_storage_gb)},
        )


def _measures(t: InstanceType, today: SizeOfToday) -> dict[str, float]:
    """What it has less, by the question that is answered with it."""
    pairs = (
        ("vcpus", t.vcpus, today.vcpus),
        ("memory-gib", t.memory_gib, today.memory_gib),
        ("local-storage-gb", t.local_storage_gb, today.local_storage_gb),
    )
    return {measure: has for measure, has, own in pairs if has < own}
