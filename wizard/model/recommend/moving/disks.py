"""The local disks of today's type: a need where they are used, and nobody knows here whether they are."""

from __future__ import annotations

from collections.abc import Collection

from wizard.model.catalog.families import Families
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.instance_type import InstanceType, size_said
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import Decision, Met, decide
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.decided import ranked_by
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.size_of_today import SizeOfToday

_DISKS = "local-storage-gb"
# Of one size are 15 and 16 GiB, and 36 and 32 vCPUs.
_ALIKE = 1.25
# Who has them in the name of the type goes further for them, but nobody takes four times the machine.
_FAR = 4
_MUCH_NEARER = 2


@frozen
class Weighed:
    """What was decided. needs: those that it meets; disks: what becomes of today's, where one can do without."""

    needs: Needs
    decision: Decision
    ranked: tuple[Ranked, ...]
    disks: Message | None = None


def weighed(knowledge: Knowledge, needs: Needs, costs: Costs) -> Weighed:
    """The decision with today's disks as a need; without them where only a larger type, or none, has them.

    That only where every type of today's line has some, used or not, and nobody asked for them again: nobody takes a
    larger machine for disks of which nobody said that they are used.
    """
    kept = _decided(knowledge, needs, costs)
    today, first = needs.today, _first(kept)
    if (
        today is None
        or needs.local_storage_gb
        or not _had_them_anyway(today, knowledge.families, knowledge.catalog.families)
    ):
        return kept
    bare = _decided(knowledge, _without_disks(needs), costs, kept.decision.met)
    best = _first(bare)
    if best is None or best is first:
        return kept
    if first is None or _asks_too_much(first, best, today, knowledge.families):
        return replace(bare, disks=_left_out(needs, today, first))
    stays = first is today.instance_type
    return kept if stays else replace(kept, disks=_may_be_left_out(today, best))


def _asks_too_much(first: InstanceType, best: InstanceType, today: SizeOfToday, families: Families) -> bool:
    """Whether the first, which has the disks, is larger than the best without, or built for storage alone."""
    with_them, without = times(first, today), times(best, today)
    if "d" in families.options(today.instance_type.family):
        return with_them >= _FAR and without * _MUCH_NEARER <= with_them
    return with_them > without * _ALIKE or families.is_for(Purpose.STORAGE, first.family)


def _decided(knowledge: Knowledge, needs: Needs, costs: Costs, met: Met = ()) -> Weighed:
    """met: the types that meet a criterion, as far as another decision has found them."""
    decision = decide(knowledge, needs, met)
    return Weighed(needs, decision, ranked_by(knowledge, decision, needs, costs))


def _first(answer: Weighed) -> InstanceType | None:
    return answer.ranked[0].instance_type if answer.ranked else None


def _without_disks(needs: Needs) -> Needs:
    """The same, where today's local disks are no need."""
    today = needs.today
    return (
        needs if today is None else replace(needs, today=replace(today, answered=today.answered | {_DISKS}))
    )


def _had_them_anyway(today: SizeOfToday, families: Families, known: Collection[str]) -> bool:
    """Whether every type of that line has disks, as before the fourth generation, so that many are not used.

    Who has a family for storage, or the variant with disks of a family that is sold without, has it for them.
    known: every family.
    """
    family = today.instance_type.family
    return (
        bool(today.local_storage_gb)
        and not families.is_for(Purpose.STORAGE, family)
        and ("d" not in families.options(family) or family.replace("d", "") not in known)
    )


def times(t: InstanceType, today: SizeOfToday) -> float:
    """How many times as large as today's, by what it has most more of."""
    pairs = ((t.vcpus, today.vcpus), (t.memory_gib, today.memory_gib))
    return max((has / own for has, own in pairs if own), default=0.0)


def _left_out(needs: Needs, today: SizeOfToday, keeping: InstanceType | None) -> Message:
    """keeping: the best type that has as much."""
    here = today.instance_type
    values: dict[str, object] = {
        "here": here.name,
        "disks": counted(here.local_storage_gb),
        "system": needs.system.title or Message("the system"),
    }
    if keeping is None:
        return Message(
            "No type that fits has the {disks} GB of local disks of {here} so that {system} can use them: what you keep there "
            "goes on an EBS volume.",
            values,
        )
    return Message(
        "The {disks} GB of local disks of {here} are no need here, as every type of that line has some: what you keep there goes "
        "on an EBS volume. The nearest type with as much is {type} ({size}): --local-storage-gb {number}.",
        values | {"type": keeping.name, "size": size_said(keeping), "number": str(here.local_storage_gb)},
    )


def _may_be_left_out(today: SizeOfToday, best: InstanceType) -> Message:
    """best: the type to take where they are not used."""
    values: dict[str, object] = {
        "here": today.instance_type.name,
        "disks": counted(today.local_storage_gb),
        "type": best.name,
        "size": size_said(best),
    }
    return Message(
        "If you keep nothing on the {disks} GB of local disks of {here}, {type} ({size}) is enough: "
        "--local-storage-gb 0.",
        values,
    )
