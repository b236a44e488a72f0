"""Orders the types that fit: what works, what was asked for, nearest in size, newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from wizard.model.catalog.families import Families, Purpose, PurposeOrder
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Hypervisor, InstanceType
from wizard.model.recommend.criteria import OFFERS
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked, Wish

Key = tuple[object, ...]
Price = Callable[[InstanceType], float]

# Eight GPUs in one instance are bought to train on; fewer serve or draw.
_TRAINING_GPUS = 8
# Where only memory is named: the memory families' balance, and no single vCPU for much of it.
_MEMORY_GIB_PER_VCPU = 8.0
_LEAST_VCPUS = 2.0
_ORDER = PurposeOrder()
_FAR = 99.0


def rank(
    types: Iterable[tuple[InstanceType, Outcome]],
    needs: Needs,
    families: Families,
    doubted: frozenset[InstanceType] = frozenset(),
    price: Price | None = None,
) -> tuple[Ranked, ...]:
    """The one to look at first first.

    What works before what loses something; what nothing is open about; nothing that nobody asked
    for; current families on Nitro before previous ones and Xen; the purpose; nearest in size,
    exact before larger; the plain family before its variants; newest; cheapest.

    doubted: types on which a fact that nobody knows could keep it from running.
    price: what a type costs an hour, where that is known; without it, price plays no part.
    """
    place = _Place(needs, families, doubted, price)
    wish = Wish.of(needs)
    ordered = sorted(types, key=place)
    return tuple(
        Ranked(t, outcome, wish, families.generation(t.family), t in doubted) for t, outcome in ordered
    )


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the order reads off a type, worked out once."""

    log_vcpus: float
    log_memory: float
    accelerated: bool
    special: bool
    hard_disks: bool
    old: bool
    options: frozenset[str]
    generation: int
    soft: int
    reach: int


@lru_cache(maxsize=8192)
def _traits(instance_type: InstanceType, families: Families) -> _Traits:
    t = instance_type
    letters = families.options(t.family).replace("flex", "")
    disks = "d" if t.local_storage_gb else ""
    return _Traits(
        log_vcpus=log2(t.vcpus),
        log_memory=log2(t.memory_gib),
        accelerated=bool(t.accelerators),
        special=families.is_special(t.family),
        hard_disks=t.family in families.hard_disks,
        old=not t.current_generation or t.hypervisor is Hypervisor.XEN,
        options=frozenset() if t.accelerators else frozenset(letters + disks),
        generation=families.generation(t.family),
        soft=2 if t.burstable else 1 if t.family.endswith("-flex") else 0,
        reach=len(t.regions),
    )


class _Place:
    """A type's place in the order, as a key to sort by."""

    def __init__(
        self, needs: Needs, families: Families, doubted: frozenset[InstanceType], price: Price | None
    ) -> None:
        self._families = families
        self._doubted = doubted
        self._price = price
        self._today = needs.today.instance_type if needs.today else None
        self._purpose = families.purposes[purpose] if (purpose := _purpose(needs)) else None
        self._size = _Size(needs, self._purpose or _ORDER)
        today = self._today
        self._accelerated = (
            needs.gpus > 0
            or bool(self._purpose and self._purpose.accelerators)
            or bool(today and today.accelerators and "gpu" not in needs.today.answered)  # type: ignore[union-attr]  # today's
        )
        asked = needs.features
        self._like_metal = bool(today and today.bare_metal)
        self._metal = Feature.BARE_METAL in asked or self._like_metal
        if self._purpose and Feature.BARE_METAL in self._purpose.features:
            self._metal = True
        self._burstable = Feature.BURSTABLE in asked or bool(today and today.burstable)
        self._special = Feature.EFA in asked or self._purpose is not None
        self._disks = needs.local_storage_gb > 0 or bool(needs.today and needs.today.local_storage_gb)
        self._unasked = {"d", "n", "b", "e", "z"}
        if self._disks or needs.purpose is Purpose.STORAGE:
            self._unasked -= {"d", "e"}
        if needs.network_gbps or Feature.EFA in asked:
            self._unasked -= {"n"}

    def __call__(self, entry: tuple[InstanceType, Outcome]) -> Key:
        t, outcome = entry
        traits = _traits(t, self._families)
        burstable = t.burstable and self._burstable
        imbalance, variants = self._size.imbalance(traits), len(traits.options & self._unasked)
        return (
            t in self._doubted,
            outcome is Outcome.DEGRADED,
            t is self._today,
            self._is_unasked(t, traits),
            traits.old,
            self._tier(t),
            (self._burstable and not t.burstable) or (self._like_metal and not t.bare_metal),
            traits.hard_disks,
            self._size.distance(t, traits),
            # Where a size was named, what goes with it; else the plain families of any size first.
            *((imbalance, variants) if self._size.named else (variants, imbalance)),
            -traits.generation,
            self._size.excess(t),
            self._price(t) if self._price else 0,
            0 if burstable else traits.soft,
            -traits.reach,
            t.name,
        )

    def _is_unasked(self, t: InstanceType, traits: _Traits) -> bool:
        return (
            (traits.accelerated and not self._accelerated)
            or (t.bare_metal and not self._metal)
            or (traits.special and not self._special and not self._accelerated)
        )

    def _tier(self, t: InstanceType) -> int:
        """The group that it belongs to for the purpose."""
        if self._purpose is None:
            return 0
        if self._purpose.features:
            able = (place for place, f in enumerate(self._purpose.features) if _able(t, f))
            return next(able, len(self._purpose.features))
        return self._purpose.place(t.family)


def _able(t: InstanceType, feature: Feature) -> bool:
    """Nested virtualization as a CPU option, and not the bare metal that has no need of it."""
    if feature is Feature.NESTED_VIRTUALIZATION:
        return t.nested_virtualization and not t.bare_metal
    return OFFERS[feature][0](t)


def _purpose(needs: Needs) -> Purpose | None:
    if needs.purpose is None and needs.gpus >= _TRAINING_GPUS and needs.today is None:
        return Purpose.TRAINING
    return needs.purpose


class _Size:
    """How far a type is from the size that was asked for, in doublings."""

    def __init__(self, needs: Needs, order: PurposeOrder) -> None:
        today = needs.today
        self._vcpus = _least(
            needs.vcpus.minimum, needs.vcpus.maximum, today.vcpus if today else 0, order.size[0]
        )
        self._memory = _least(
            needs.memory_gib.minimum,
            needs.memory_gib.maximum,
            today.memory_gib if today else 0,
            order.size[1],
        )
        self._gpus = max(needs.gpus, today.gpus if today else 0)
        self._storage = max(needs.local_storage_gb, today.local_storage_gb if today else 0)
        self._network = needs.network_gbps
        self._ratio = log2(order.gib_per_vcpu)
        self._default = (log2(order.size[0]), log2(order.size[1]))
        self._log_vcpus = log2(self._vcpus) if self._vcpus else None
        self._log_memory = log2(self._memory) if self._memory else None

    @property
    def named(self) -> bool:
        """Whether anybody asked for vCPUs or memory."""
        return bool(self._vcpus or self._memory)

    def distance(self, t: InstanceType, traits: _Traits) -> float:
        """Only what was asked for counts. Rounded: 488 and 512 GiB are one size."""
        total = 0.0
        if self._log_vcpus is not None:
            total += abs(traits.log_vcpus - self._log_vcpus)
        if self._log_memory is not None:
            total += abs(traits.log_memory - self._log_memory)
        if self._gpus:
            total += abs(log2(t.gpus / self._gpus)) if t.gpus else _FAR
        return round(total if self.named else total + self.excess(t), 1)

    def excess(self, t: InstanceType) -> float:
        """How much more local storage and bandwidth it has than was asked for."""
        pairs = ((self._storage, t.local_storage_gb), (self._network, t.network_gbps))
        return round(sum(abs(log2(has / asked)) for asked, has in pairs if asked and has), 1)

    def imbalance(self, traits: _Traits) -> float:
        """How far what nobody asked for is from what goes with the rest."""
        vcpus, memory = self._log_vcpus, self._log_memory
        if vcpus is not None and memory is not None:
            return 0
        if vcpus is not None:
            return round(abs(traits.log_memory - traits.log_vcpus - self._ratio), 1)
        if memory is not None:
            usual = max(_LEAST_VCPUS, self._memory / _MEMORY_GIB_PER_VCPU)
            return round(abs(traits.log_vcpus - log2(usual)), 1)
        return round(abs(traits.log_vcpus - self._default[0]) + abs(traits.log_memory - self._default[1]), 1)


def _least(minimum: float | None, maximum: float | None, today: float, usual: float) -> float:
    """What a measure starts from: the answer, or today's; 0 where nobody asked."""
    if minimum:
        return minimum
    if today:
        return today
    return min(usual, maximum) if maximum else 0
