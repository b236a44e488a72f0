"""Families of instance types in eight groups, by what AWS's data says of them and not by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wizard.model.ec2.instance_type import (
    MACS,
    Architecture,
    Hypervisor,
    InstanceType,
    VirtualizationType,
)
from wizard.model.word import Word

_HIGH_MEMORY_GIB_PER_VCPU = 12
"""Above it are U, X and their like; R and M2 have at most 9."""
# DescribeInstanceTypes lists none of the 16 Trainium2 chips of trn2u.48xlarge.
_UNLISTED_CHIPS = frozenset({"trn2u"})


class FamilyGroup(Word):
    """In the order in which they came up."""

    PV_ERA = "pv-era"
    XEN_HVM = "xen-hvm"
    NITRO_INTEL = "nitro-intel"
    NITRO_AMD = "nitro-amd"
    GRAVITON = "graviton"
    ACCELERATED = "accelerated"
    HIGH_MEMORY = "high-memory"
    MAC = "mac"


def grouped(types: Iterable[InstanceType]) -> Mapping[FamilyGroup, tuple[str, ...]]:
    """The families of these types by group, in the order of the types."""
    families: dict[str, list[InstanceType]] = {}
    for instance_type in types:
        families.setdefault(instance_type.family, []).append(instance_type)
    groups = {family: _group(family, members) for family, members in families.items()}
    return {
        group: tuple(family for family, where in groups.items() if where is group) for group in FamilyGroup
    }


def _group(family: str, types: Sequence[InstanceType]) -> FamilyGroup:
    one = types[0]
    if set(MACS).intersection(one.architectures):
        return FamilyGroup.MAC
    if family in _UNLISTED_CHIPS or any(it.accelerators for it in types):
        return FamilyGroup.ACCELERATED
    if all(it.memory_gib > _HIGH_MEMORY_GIB_PER_VCPU * it.vcpus for it in types):
        return FamilyGroup.HIGH_MEMORY
    if VirtualizationType.PARAVIRTUAL in one.virtualization_types:
        return FamilyGroup.PV_ERA
    if one.hypervisor is Hypervisor.XEN:
        return FamilyGroup.XEN_HVM
    if Architecture.ARM64 in one.architectures:
        return FamilyGroup.GRAVITON
    return FamilyGroup.NITRO_AMD if one.processor_manufacturer == "AMD" else FamilyGroup.NITRO_INTEL
