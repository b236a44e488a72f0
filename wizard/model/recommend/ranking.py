"""Orders the types that fit: what works, what was asked for, nearest in size, newest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import log2

from wizard.model.catalog.families import Families, Purpose, PurposeOrder
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Hypervisor, InstanceType
from wizard.model.recommend.costs import NO_COSTS, Costs
from wizard.model.recommend.criteria import OFFERS
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.ranked import Ranked, Wish

Key = tuple[object, ...]

# Eight GPUs in one instance are bought to train on; fewer serve or draw.
_TRAINING_GPUS = 8
# Where only memory is named: the balance of the memory families, 8 GiB for each vCPU, and no single
# vCPU for much of it; both as logarithms.
_MEMORY_FAMILIES = 3.0
_LEAST_VCPUS = 1.0
_ORDER = PurposeOrder()
_FAR = 99.0
_DEAREST = Decimal(10_000)


def rank(
    types: Iterable[tuple[InstanceType, Outcome]],
    needs: Needs,
    families: Families,
    doubted: frozenset[InstanceType] = frozenset(),
    costs: Costs = NO_COSTS,
) -> tuple[Ranked, ...]:
    """The one to look at first first.

    What works before what loses something; what nothing is open about; nothing that nobody asked
    for; current families on Nitro before previous ones and Xen; the purpose; nearest in size,
    exact before larger; the plain family before its variants; newest; cheapest.

    doubted: types on which a fact that nobody knows could keep it from running.
    costs: what a type costs an hour, where that is known.
    """
    kinds = _kinds(_Asked.of(needs, families), families)
    size = _Size(needs, _order(needs, families))
    today = needs.today.instance_type.name if needs.today else None
    in_doubt = {t.name for t in doubted}

    def place(entry: tuple[InstanceType, Outcome]) -> Key:
        t, outcome = entry
        kind = kinds[t]
        distance, imbalance = size[kind.size]
        price = costs.order(t.name) or _DEAREST
        return (
            t.name in in_doubt,
            outcome is Outcome.DEGRADED,
            t.name == today,
            kind.unasked,
            distance + (0 if size.named else size.excess(t)),
            # Where a size was named, what goes with it; else the plain families of any size first.
            (imbalance, kind.variants) if size.named else (kind.variants, imbalance),
            -kind.generation,
            size.excess(t),
            kind.soft,
            price,
            kind.last,
        )

    wish = Wish.of(needs)
    return tuple(
        Ranked(t, outcome, wish, kinds[t].generation, t.name in in_doubt, costs.price(t.name))
        for t, outcome in sorted(types, key=place)
    )


def _order(needs: Needs, families: Families) -> PurposeOrder:
    """The order of the purpose that was named, or that eight GPUs speak for."""
    if needs.purpose is not None:
        return families.purposes[needs.purpose]
    if needs.gpus >= _TRAINING_GPUS and needs.today is None:
        return families.purposes[Purpose.TRAINING]
    return _ORDER


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the needs ask for apart from a size. options: the letters of families that nobody asked for."""

    order: PurposeOrder
    accelerated: bool
    metal: bool
    like_metal: bool
    burstable: bool
    special: bool
    options: frozenset[str]

    @classmethod
    def of(cls, needs: Needs, families: Families) -> _Asked:
        order, features, today = _order(needs, families), needs.features, needs.today
        like_metal = bool(today and today.instance_type.bare_metal)
        disks = (
            needs.local_storage_gb or (today and today.local_storage_gb) or needs.purpose is Purpose.STORAGE
        )
        network = needs.network_gbps or Feature.EFA in features
        return cls(
            order=order,
            accelerated=bool(needs.gpus or order.accelerators or (today and today.accelerators)),
            metal=like_metal or Feature.BARE_METAL in (*features, *order.features),
            like_metal=like_metal,
            burstable=Feature.BURSTABLE in features or bool(today and today.instance_type.burstable),
            special=Feature.EFA in features or order is not _ORDER,
            options=frozenset("bz")
            | (frozenset() if disks else {"d", "e"})
            | (frozenset() if network else {"n"}),
        )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type's place whatever size is asked for.

    unasked: how far it is from the kind that was asked for; variants: how many options its family
    has that nobody asked for; soft: how far it is from full speed at any time; last: what decides when all else is equal; size: what _Size reads.
    """

    unasked: Key
    variants: int
    generation: int
    soft: int
    last: Key
    size: tuple[float, float, int]


class _Kinds(dict[str, _Kind]):
    """The kind of each type, worked out when first asked for."""

    def __init__(self, asked: _Asked, families: Families) -> None:
        self._asked = asked
        self._families = families

    def __getitem__(self, t: InstanceType) -> _Kind:  # type: ignore[override]  # by name: its hash is the quicker one
        found = self.get(t.name)
        if found is None:
            found = self[t.name] = self._kind(t)
        return found

    def _kind(self, t: InstanceType) -> _Kind:
        asked, families = self._asked, self._families
        letters = families.options(t.family).replace("flex", "") + ("d" if t.local_storage_gb else "")
        soft = 2 if t.burstable else 1 if t.family.endswith("-flex") else 0
        return _Kind(
            unasked=(
                self._is_unasked(t),
                not t.current_generation or t.hypervisor is Hypervisor.XEN,
                self._tier(t),
                (asked.burstable and not t.burstable) or (asked.like_metal and not t.bare_metal),
                t.family in families.hard_disks,
            ),
            variants=0 if t.accelerators else len(asked.options & set(letters)),
            generation=families.generation(t.family),
            soft=0 if asked.burstable and t.burstable else soft,
            last=(-len(t.regions), t.name),
            size=(log2(t.vcpus), log2(t.memory_gib), t.gpus),
        )

    def _is_unasked(self, t: InstanceType) -> bool:
        asked = self._asked
        special = not asked.special and not asked.accelerated and self._families.is_special(t.family)
        return (
            (bool(t.accelerators) and not asked.accelerated) or (t.bare_metal and not asked.metal) or special
        )

    def _tier(self, t: InstanceType) -> int:
        """The group that it belongs to for the purpose."""
        order = self._asked.order
        if order.features:
            able = (place for place, feature in enumerate(order.features) if _able(t, feature))
            return next(able, len(order.features))
        return order.place(t.family)


@lru_cache(maxsize=64)
def _kinds(asked: _Asked, families: Families) -> _Kinds:
    """Kept, since few answers change what kind is asked for."""
    return _Kinds(asked, families)


def _able(t: InstanceType, feature: Feature) -> bool:
    """Nested virtualization as a CPU option, and not the bare metal that has no need of it."""
    if feature is Feature.NESTED_VIRTUALIZATION:
        return t.nested_virtualization and not t.bare_metal
    return OFFERS[feature][0](t)


class _Size(dict[tuple[float, float, int], tuple[float, float]]):
    """How far a type is from the size that was asked for, in doublings, and what nobody asked for from the usual.

    By the logarithms of vCPUs and GiB and the GPUs: a thousand types have two hundred sizes.
    """

    def __init__(self, needs: Needs, order: PurposeOrder) -> None:
        today = needs.today
        vcpus = _least(needs.vcpus, today.vcpus if today else 0, order.size[0])
        memory = _least(needs.memory_gib, today.memory_gib if today else 0, order.size[1])
        self._vcpus = log2(vcpus) if vcpus else None
        self._memory = log2(memory) if memory else None
        self._gpus = needs.gpus or (today.gpus if today else 0)
        self._storage = needs.local_storage_gb or (today.local_storage_gb if today else 0)
        self._network = needs.network_gbps
        self._order = order
        self.named = bool(vcpus or memory)

    def __missing__(self, size: tuple[float, float, int]) -> tuple[float, float]:
        vcpus, memory, gpus = size
        distance = sum(
            abs(has - asked)
            for has, asked in ((vcpus, self._vcpus), (memory, self._memory))
            if asked is not None
        )
        if self._gpus:
            distance += abs(log2(gpus / self._gpus)) if gpus else _FAR
        # Rounded: 488 and 512 GiB are one size.
        found = self[size] = round(distance, 1), round(self._imbalance(vcpus, memory), 1)
        return found

    def _imbalance(self, vcpus: float, memory: float) -> float:
        """How far what nobody asked for is from what goes with the rest."""
        if self._vcpus is not None and self._memory is not None:
            return 0
        if self._vcpus is not None:
            return abs(memory - vcpus - log2(self._order.gib_per_vcpu))
        if self._memory is not None:
            return abs(vcpus - max(_LEAST_VCPUS, self._memory - _MEMORY_FAMILIES))
        usual_vcpus, usual_memory = self._order.size
        return abs(vcpus - log2(usual_vcpus)) + abs(memory - log2(usual_memory))

    def excess(self, t: InstanceType) -> float:
        """How much more local storage and bandwidth it has than was asked for."""
        if not self._storage and not self._network:
            return 0
        pairs = ((self._storage, t.local_storage_gb), (self._network, t.network_gbps))
        return round(sum(abs(log2(has / asked)) for asked, has in pairs if asked and has), 1)


def _least(asked: Range, today: float, usual: float) -> float:
    """What a measure starts from: the answer, or today's; 0 where nobody asked."""
    if asked.minimum or today:
        return asked.minimum or today
    return min(usual, asked.maximum) if asked.maximum else 0
