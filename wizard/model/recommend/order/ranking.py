"""Orders the types that fit: what works, what was asked for, nearest in size, newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from wizard.model.catalog.families import Families, PurposeOrder
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import ZoneKind
from wizard.model.frozen import frozen, replace
from wizard.model.recommend.costs.costs import NO_COSTS, Costs
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.kind import SortKey, TypeKind, TypeKinds, kinds_for
from wizard.model.recommend.order.purpose_of import TRAINING_GPUS, purpose_order
from wizard.model.recommend.order.size import Size
from wizard.model.recommend.ranked import Ranked, Wish

_Entry = tuple[InstanceType, Outcome, TypeKind]
_BeforeAge = Callable[[InstanceType, Decimal], SortKey]

_DEAREST = Decimal(10_000)
_NO_COST = Decimal(0)
_SLOWER = 0.05
_BALANCED = _WIDELY = 0.9


@frozen
class Drawbacks:
    """What sets types back, by name. doubted: a fact that nobody knows could keep it from running.

    lossy: something is lost, also where it is not known whether they work at all. slower: nothing is lost but
    the faster of their network interfaces, which other old types never had. warned: they work, and AWS
    recommends a newer kernel for their network than the system has. uncertified: not for SAP HANA, on an image for SAP.
    """

    doubted: frozenset[str] = frozenset()
    lossy: frozenset[str] = frozenset()
    slower: frozenset[str] = frozenset()
    warned: frozenset[str] = frozenset()
    uncertified: frozenset[str] = frozenset()


_NO_DRAWBACKS = Drawbacks()


def rank(
    types: Iterable[tuple[InstanceType, Outcome]],
    needs: Needs,
    families: Families,
    drawbacks: Drawbacks = _NO_DRAWBACKS,
    costs: Costs = NO_COSTS,
) -> tuple[Ranked, ...]:
    """The one to look at first first.

    What works before what loses something; what nothing is open about; nothing that nobody asked
    for; current families on Nitro before previous ones and Xen; not twice as large as asked; the purpose; nearest in size,
    exact before larger; the plain family before its variants; newest; cheapest, and of the same price
    the one that costs less for each vCPU and GiB.

    costs: what a type costs an hour, where that is known.
    """
    types = tuple(types)
    fitting = [t for t, _ in types]
    kinds = kinds_for(needs, families)
    order = purpose_order(needs, families)
    if needs.max_price is not None and needs.purpose is None:
        order = replace(order, size=_bought(fitting, kinds, order))
    here = needs.today.instance_type if needs.today else None
    size = Size(needs, order, for_storage=here is not None and families.is_for(Purpose.STORAGE, here.family))
    # Who has to keep an old kernel gains nothing by another type of the same age.
    stuck = here is not None and not _newer_without(fitting, kinds, here, drawbacks)
    likely = _likely_in_a_part(fitting, families) if in_a_part_of_a_region(needs) else {}
    behind = (frozenset() if stuck else drawbacks.warned) | drawbacks.uncertified
    before_age = _before_age(needs, families, order, likely, behind)
    place = _placing(needs, size, order, drawbacks, costs, before_age)
    ordered = sorted([(t, outcome, kinds[t]) for t, outcome in types], key=place)
    today, in_doubt = here.name if here else None, drawbacks.doubted
    # What holds for all types alike is no reason to leave today's; what sets some apart may be.
    if today and (today not in in_doubt or all(t.name in in_doubt for t in fitting)):
        ordered = _kept_where_nothing_is_newer(ordered, today, size, for_a_purpose=needs.purpose is not None)
    wish, cautioned = Wish.of(needs, families.hard_disks), drawbacks.warned
    return tuple(
        [
            Ranked(
                t,
                outcome,
                wish,
                kind.generation,
                t.name in in_doubt,
                costs.price(t.name),
                (),
                (),
                t.name in cautioned,
                t.name in drawbacks.uncertified,
            )
            for t, outcome, kind in ordered
        ]
    )


def _placing(
    needs: Needs,
    size: Size,
    order: PurposeOrder,
    drawbacks: Drawbacks,
    costs: Costs,
    before_age: _BeforeAge | None,
) -> Callable[[_Entry], SortKey]:
    """What the types are sorted by, as `rank` says it."""
    today = needs.today.instance_type.name if needs.today else None
    in_doubt, loses, slower = drawbacks.doubted, drawbacks.lossy, drawbacks.slower
    by_age = not size.named and (bool(needs.families) or order.few_sizes)

    def place(entry: _Entry) -> SortKey:
        t, outcome, kind = entry
        gpus, near, distance, imbalance, times = size[kind.size]
        excess = 0.0
        if not size.plain:
            near, excess = size.beyond(t, near, imbalance), size.excess(t)
        name, named, cost = t.name, size.named, costs.order(t.name) or _DEAREST
        return (
            # One number and no tuples in the tuple: a thousand keys are compared ten thousand times.
            32 * (name in in_doubt)
            + 16 * ((outcome is Outcome.DEGRADED or name in loses) and name not in slower)
            + 8 * (name == today)
            + kind.unasked,
            gpus,
            times,
            kind.unlike,
            # Who names families of accelerators, or HPC, and no size asks for the newer of them first.
            -kind.generation if by_age and (t.accelerators or order.few_sizes) else 0,
            # Sizes are told apart by tenths: what is slower comes behind all that are as near.
            near + _SLOWER if name in slower else near,
            # Where a size was named, what goes with it; else the plain families of any size first.
            distance if named else kind.variants,
            imbalance,
            kind.variants if named else 0,
            before_age(t, cost) if before_age else 0,
            -kind.generation,
            excess,
            kind.soft,
            cost,
            # For the same money more, which is less for each vCPU and GiB.
            -kind.size[0] - kind.size[1],
            kind.last,
        )

    return place


def _before_age(
    needs: Needs, families: Families, order: PurposeOrder, likely: Mapping[str, int], warned: frozenset[str]
) -> _BeforeAge | None:
    """What tells types of one size apart before their age does; None where nothing does. likely: families; warned: types."""
    # A GPU of today that serves or draws is followed by the cheapest of those to look at for that, not by the newest.
    few_gpus = bool(needs.today and 0 < needs.today.gpus < TRAINING_GPUS)
    if not (likely or warned or few_gpus or order.cheapest):
        return None
    place_of = families.purposes[Purpose.INFERENCE].place

    def before_age(t: InstanceType, cost: Decimal) -> tuple[int, Decimal, bool]:
        dear = place_of(t.family) * _DEAREST + cost if few_gpus else cost if order.cheapest else _NO_COST
        return likely.get(t.family, 0), dear, t.name in warned

    return before_age


def in_a_part_of_a_region(needs: Needs) -> bool:
    """Whether the launch goes to a Local Zone, which has some of its Region's types, nobody knows which."""
    return needs.request.zone_offers is None and needs.request.zone_kind is ZoneKind.LOCAL_ZONE


def _likely_in_a_part(types: Sequence[InstanceType], families: Families) -> Mapping[str, int]:
    """How likely a part of a Region has each family, the likeliest 0.

    Those that are known from Local Zones, then those that most Regions have, then the others.
    """
    widest: dict[str, int] = {}
    for t in types:
        widest[t.family] = max(widest.get(t.family, 0), len(t.regions))
    most = max(widest.values(), default=0)
    return {
        family: 0 if family in families.local_zones else 1 + (regions < most * _WIDELY)
        for family, regions in widest.items()
    }


def _newer_without(
    types: Iterable[InstanceType], kinds: TypeKinds, here: InstanceType, drawbacks: Drawbacks
) -> bool:
    """Whether a type newer than today's has none of these drawbacks."""
    worse = drawbacks.warned | drawbacks.lossy
    mine = kinds[here].generation
    return any(kinds[t].generation > mine for t in types if t.name not in worse)


def _kept_where_nothing_is_newer(
    ordered: list[_Entry], today: str, size: Size, *, for_a_purpose: bool
) -> list[_Entry]:
    """Today's type comes first where it is as near in size as the best, and nothing newer is worth a move.

    A current one where it works: a variant of its own generation replaces nothing, and a purpose that puts
    others of its age first gives way to a newer one of its size. A previous one where the best is of a previous generation too, and of none later.
    """
    own = next((entry for entry in ordered if entry[0].name == today), None)
    if own is None:
        return ordered
    mine, best = own[2], ordered[0][2]
    if best.generation > mine.generation or size[mine.size][:2] > size[best.size][:2]:
        return ordered
    newer = (entry for entry in ordered if for_a_purpose and _is_newer_and_as_large(entry, own, size))
    if (first := next(newer, None)) is not None:
        return [first, *(entry for entry in ordered if entry is not first)]
    stays = own[1] is Outcome.WORKS and own[0].current_generation and mine.unasked <= best.unasked
    if not stays:
        stays = not own[0].current_generation and not ordered[0][0].current_generation
    return [own, *(entry for entry in ordered if entry is not own)] if stays else ordered


def _is_newer_and_as_large(entry: _Entry, own: _Entry, size: Size) -> bool:
    """Whether it replaces today's type though a purpose puts others of today's age before it."""
    kind, mine = entry[2], own[2]
    return (
        kind.generation > mine.generation
        and kind.unasked <= mine.unasked
        and entry[1] is own[1]
        and size[kind.size][:2] == size[mine.size][:2]
        and kind.variants <= mine.variants
    )


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
