"""Orders the types that fit: what works, what was asked for, nearest in size, newest."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from wizard.model.catalog.families import Families
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.recommend.costs import NO_COSTS, Costs
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.kind import Key, kinds_for, purpose_order
from wizard.model.recommend.order.size import Size
from wizard.model.recommend.ranked import Ranked, Wish

_DEAREST = Decimal(10_000)


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
    for; current families on Nitro before previous ones and Xen; the purpose; nearest in size,
    exact before larger; the plain family before its variants; newest; cheapest.

    doubted: types on which a fact that nobody knows could keep it from running.
    costs: what a type costs an hour, where that is known.
    lossy: types on which something is lost, also where it is not known whether they work at all.
    """
    kinds = kinds_for(needs, families)
    size = Size(needs, purpose_order(needs, families))
    today = needs.today.instance_type.name if needs.today else None
    in_doubt = {t.name for t in doubted}
    loses = {t.name for t in lossy}

    def place(entry: tuple[InstanceType, Outcome]) -> Key:
        t, outcome = entry
        kind = kinds[t]
        gpus, near, distance, imbalance = size[kind.size]
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
            kind.unlike,
            near,
            # Where a size was named, what goes with it; else the plain families of any size first.
            distance if named else kind.variants,
            imbalance,
            kind.variants if named else 0,
            -kind.generation,
            excess,
            kind.soft,
            costs.order(t.name) or _DEAREST,
            kind.last,
        )

    wish = Wish.of(needs)
    return tuple(
        Ranked(t, outcome, wish, kinds[t].generation, t.name in in_doubt, costs.price(t.name))
        for t, outcome in sorted(types, key=place)
    )
