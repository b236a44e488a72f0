"""What kind of type is asked for, and of what kind each type is, apart from its size."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log2

from wizard.model.catalog.families import Families, PurposeOrder
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Hypervisor, InstanceType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen
from wizard.model.recommend.criteria.criteria import OFFERS
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.purpose_of import (
    PLAIN_ORDERS,
    TRAINING_GPUS,
    purpose_order,
    storage_of,
    vcpus_said,
)
from wizard.model.recommend.size_of_today import SizeOfToday
from wizard.model.systems.driver import drives, has_driver

SortKey = tuple[object, ...]

# I7ie has 625 GB for each vCPU, D3 1,485; a machine for storage alone is not larger than 64 vCPUs.
_DENSE_GB_PER_VCPU = 1000
_MANY_VCPUS = 64
# Who has a family of more network or EBS bandwidth or of a higher clock would miss it in the plain one.
_MISSED = frozenset("bnz")
_DISKS = frozenset("d")
_PLAIN_LINES = ("c", "m", "r", "z")
_FIRST_BURSTING = "t1"


def kinds_for(needs: Needs, families: Families) -> TypeKinds:
    """The kinds of types, as these needs see them."""
    return _kinds(_Asked.of(needs, families), families)


@frozen
class _Asked:
    """What the needs ask for apart from a size.

    dense: so much local storage for the vCPUs that hard disks are wanted. options: the letters of
    families that nobody asked for; kept: those of today's that are missed
    elsewhere; kin: the families of today's trade. system: that of an image with the driver of accelerators.
    """

    order: PurposeOrder
    accelerated: bool
    metal: bool
    like_metal: bool
    burstable: bool
    special: bool
    dense: bool
    options: frozenset[str]
    kept: frozenset[str] = frozenset()
    kin: tuple[str, ...] = ()
    system: OperatingSystem | None = None

    @classmethod
    def of(cls, needs: Needs, families: Families) -> _Asked:
        order, features, today = purpose_order(needs, families), needs.features, needs.today
        system = needs.system if today is None and has_driver(needs.system) else None
        like_metal = bool(today and today.instance_type.bare_metal)
        disks = (
            needs.local_storage_gb or (today and today.local_storage_gb) or needs.purpose is Purpose.STORAGE
        )
        network = needs.network_gbps or Feature.EFA in features
        family = today.instance_type.family if today else ""
        # Z1d is what R families with a z followed.
        letters = "z" if family[:1] == "z" else families.options(family)
        kept = frozenset(letters) & _MISSED if family[:1] in _PLAIN_LINES else frozenset()
        few_gpus = today is not None and 0 < today.gpus < TRAINING_GPUS
        kin = () if few_gpus else families.kin(family)
        return cls(
            order=order,
            accelerated=bool(needs.gpus or order.accelerators or system or (today and today.accelerators)),
            metal=like_metal or Feature.BARE_METAL in (*features, *order.features),
            like_metal=like_metal,
            burstable=Feature.BURSTABLE in features or _bursts(today),
            special=Feature.EFA in features
            or order not in PLAIN_ORDERS
            or bool(kin or needs.families or needs.types),
            dense=_is_dense(needs, families),
            options=(
                frozenset("bz") | (frozenset() if disks else {"d", "e"}) | (frozenset() if network else {"n"})
            )
            - kept,
            kept=kept,
            kin=kin,
            system=system,
        )


def _bursts(today: SizeOfToday | None) -> bool:
    """T1 bursts too, without the credits that make a type "burstable" in EC2's answers."""
    return today is not None and (
        today.instance_type.burstable or today.instance_type.family == _FIRST_BURSTING
    )


def _is_dense(needs: Needs, families: Families) -> bool:
    """As on hard disks today, or more for each vCPU than NVMe families have, or than a large one of them."""
    today = needs.today
    if today and today.instance_type.family in families.hard_disks:
        return True
    return storage_of(needs) >= _DENSE_GB_PER_VCPU * (vcpus_said(needs) or _MANY_VCPUS)


@frozen
class TypeKind:
    """A type's place whatever size is asked for.

    unasked: whether it has what nobody asked for, or is old; unlike: how far it is from the purpose
    and from today's kind; variants: how many options its family
    has that nobody asked for; soft: how far it is from full speed at any time; last: what decides
    when all else is equal; size: what Size reads.
    """

    unasked: int
    unlike: int
    variants: int
    generation: int
    soft: int
    last: SortKey
    size: tuple[float, float, int]


@frozen
class _FamilyKind:
    """What all types of a family have in common. letters: the options of its name; tier: its place for the purpose."""

    letters: frozenset[str]
    special: bool
    tier: int
    unlike: bool
    generation: int
    soft: int


class TypeKinds(dict[str, TypeKind]):
    """The kind of each type, worked out when first asked for."""

    def __init__(self, asked: _Asked, families: Families) -> None:
        self._asked = asked
        self._families = families
        self._of_families: dict[str, _FamilyKind] = {}

    def __getitem__(self, t: InstanceType) -> TypeKind:  # type: ignore[override]  # by name: its hash is the quicker one
        found = self.get(t.name)
        if found is None:
            found = self[t.name] = self._kind(t)
        return found

    def _kind(self, t: InstanceType) -> TypeKind:
        asked = self._asked
        name = t.family
        family = self._of_families.get(name)
        if family is None:
            family = self._of_families[name] = self._family(name)
        # Every family before the fourth generation had disks.
        letters = family.letters | _DISKS if t.local_storage_gb and t.current_generation else family.letters
        unasked = (
            family.special or (t.accelerators and not asked.accelerated) or (t.bare_metal and not asked.metal)
        )
        return TypeKind(
            unasked=2 * bool(unasked) + (not t.current_generation or t.hypervisor is Hypervisor.XEN),
            unlike=4 * self._place(t, family.tier)
            + 2 * ((asked.burstable and not t.burstable) or (asked.like_metal and not t.bare_metal))
            + family.unlike,
            variants=0 if t.accelerators else len(asked.options & letters) + len(asked.kept - letters),
            generation=family.generation,
            soft=(0 if asked.burstable else 2) if t.burstable else family.soft,
            last=(-len(t.regions), t.name),
            size=(log2(t.vcpus), log2(t.memory_gib), t.gpus),
        )

    def _family(self, name: str) -> _FamilyKind:
        asked, families = self._asked, self._families
        special = not asked.special and not asked.accelerated and families.is_special(name)
        # A high clock is what no machine for storage has.
        if ("d" in asked.options or "z" in asked.kept) and not asked.special:
            special |= families.is_for(Purpose.STORAGE, name)
        return _FamilyKind(
            letters=frozenset(families.options(name).replace("flex", "")),
            special=special,
            tier=self._tier(name),
            unlike=name in families.hard_disks and not asked.dense,
            generation=families.generation(name),
            soft=1 if name.endswith("-flex") else 0,
        )

    def _tier(self, family: str) -> int:
        """The group that it belongs to for the purpose, or as today's type does."""
        asked = self._asked
        if asked.dense and family in self._families.hard_disks:
            return 0
        if asked.kin and self._families.kin(family) != asked.kin:
            return len(asked.order.families) + 1
        return asked.order.place(family)

    def _place(self, t: InstanceType, tier: int) -> int:
        """The tier of its family, unless what it has itself decides for the purpose or for the image's driver."""
        asked = self._asked
        features = asked.order.features
        if asked.system and not drives(asked.system, t):
            return max(len(asked.order.families), len(features)) + 1
        if not features:
            return tier
        return next((place for place, feature in enumerate(features) if _able(t, feature)), len(features))


def serving(types: Iterable[InstanceType], needs: Needs, families: Families) -> list[InstanceType]:
    """Those that have what the purpose can't do without, in one of the ways that they may have it."""
    features = purpose_order(needs, families).features
    return [t for t in types if not features or any(_able(t, feature) for feature in features)]


@lru_cache(maxsize=64)
def _kinds(asked: _Asked, families: Families) -> TypeKinds:
    """Kept, since few answers change what kind is asked for."""
    return TypeKinds(asked, families)


def _able(t: InstanceType, feature: Feature) -> bool:
    """Nested virtualization as a CPU option, and not the bare metal that has no need of it."""
    if feature is Feature.NESTED_VIRTUALIZATION:
        return t.nested_virtualization and not t.bare_metal
    return OFFERS[feature][0](t)
