"""Orders the types that fit: what works, what was asked for, nearest in size, newest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from wizard.model.catalog.families import Families, PurposeOrder
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.recommend.costs.costs import NO_COSTS, Costs
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.kind import SortKey, TypeKind, TypeKinds, kinds_for, purpose_order
from wizard.model.recommend.order.size import Size
from wizard.model.recommend.ranked import Ranked, Wish

_Entry = tuple[InstanceType, Outcome, TypeKind]

_DEAREST = Decimal(10_000)
_BALANCED = 0.9


def rank(
    types: Iterable[tuple[InstanceType, Outcome]],
    needs: Needs,
    families: Families,
    doubted: frozenset[InstanceType] = frozenset(),
    costs: Costs = NO_COSTS,
    lossy: frozenset[InstanceType] = frozenset(),
) -> tuple[Ranked, ...]:
    """The one to look at first first.

    What works before what loses something; what nothing is open about; nothing that nobody asked
    for; current families on Nitro before previous ones and Xen; not twice as large as asked; the purpose; nearest in size,
    exact before larger; the plain family before its variants; newest; cheapest, and of the same price
    the one that costs less for each vCPU and GiB.

    doubted: types on which a fact that nobody knows could keep it from running.
    costs: what a type costs an hour, where that is known.
    lossy: types on which something is lost, also where it is not known whether they work at all.
    """
    types = tuple(types)
    kinds = kinds_for(needs, families)
    order = purpose_order(needs, families)
    if needs.max_price is not None and needs.purpose is None:
        order = replace(order, size=_bought([t for t, _ in types], kinds, order))
    size = Size(needs, order)
    today = needs.today.instance_type.name if needs.today else None
    by_age = bool(needs.families) and not size.named
    in_doubt = {t.name for t in doubted}
    loses = {t.name for t in lossy}

    def place(entry: _Entry) -> SortKey:
        t, outcome, kind = entry
        gpus, near, distance, imbalance, times = size[kind.size]
        excess = 0.0
        if not size.plain:
            near, excess = size.beyond(t, near, imbalance), size.excess(t)
        named = size.named
        return (
            # One number and no tuples in the tuple: a thousand keys are compared ten thousand times.
            32 * (t.name in in_doubt)
            + 16 * (outcome is Outcome.DEGRADED or t.name in loses)
            + 8 * (t.name == today)
            + kind.unasked,
            gpus,
            times,
            kind.unlike,
            # Who names families of accelerators and no size asks for the newer of them first.
            -kind.generation if by_age and t.accelerators else 0,
            near,
            # Where a size was named, what goes with it; else the plain families of any size first.
            distance if named else kind.variants,
            imbalance,
            kind.variants if named else 0,
            -kind.generation,
            excess,
            kind.soft,
            costs.order(t.name) or _DEAREST,
            # For the same money more, which is less for each vCPU and GiB.
            -kind.size[0] - kind.size[1],
            kind.last,
        )

    wish = Wish.of(needs)
    ordered = sorted([(t, outcome, kinds[t]) for t, outcome in types], key=place)
    # What holds for all types alike is no reason to leave today's; what sets some apart may be.
    if today and (not in_doubt or all(t.name in in_doubt for t, _ in types)):
        ordered = _kept_where_nothing_is_newer(ordered, today, size)
    return tuple(
        [
            Ranked(t, outcome, wish, kind.generation, t.name in in_doubt, costs.price(t.name))
            for t, outcome, kind in ordered
        ]
    )


def _kept_where_nothing_is_newer(ordered: list[_Entry], today: str, size: Size) -> list[_Entry]:
    """Today's type comes first where it is as near in size as the best, and nothing newer is worth a move.

    A current one where it works, and none of its kind is newer; a previous one where the best is of a
    previous generation too, and of none later.
    """
    own = next((entry for entry in ordered if entry[0].name == today), None)
    if own is None:
        return ordered
    mine, best = own[2], ordered[0][2]
    if best.generation > mine.generation or size[mine.size][:2] > size[best.size][:2]:
        return ordered
    if own[1] is Outcome.WORKS and not mine.unasked:
        stays = not any(kind.follows(mine) for _, _, kind in ordered)
    else:
        stays = not own[0].current_generation and not ordered[0][0].current_generation
    return [own, *(entry for entry in ordered if entry is not own)] if stays else ordered


def _bought(types: Sequence[InstanceType], kinds: TypeKinds, order: PurposeOrder) -> tuple[float, float]:
    """The largest size in the usual balance that is at full speed at any time; the usual one if there is none.

    types: those that the limit of the price leaves. Who names a price and no size asks how much it buys.
    """
    like = min((kinds[t].unlike for t in types), default=0)
    balanced = (
        t.vcpus
        for t in types
        if (kind := kinds[t]).unlike == like
        and not kind.unasked
        and not kind.soft
        and t.memory_gib >= t.vcpus * order.gib_per_vcpu * _BALANCED
    )
    vcpus = max(balanced, default=0)
    return (vcpus, vcpus * order.gib_per_vcpu) if vcpus else order.size
