"""Instance types to take instead of another: of about its size, with what it lacks."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cache

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.instance_type import (
    MACS,
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    Support,
    UsageClass,
    VirtualizationType,
)

# The size that is meant where nobody names a type: two vCPUs and 8 GiB.
_USUAL = "m7i.large"
_SHOWN = 3
# 96 vCPUs are not similar to 4, whatever else agrees.
_FURTHEST = 8

# Linux hibernates with less; EC2 marks larger types as well.
_MOST_HIBERNATED_GIB = 150

# V4: of HVM images they run Windows only, so they help nobody who does not ask for something of their time.
_WITHOUT_HVM_LINUX = frozenset({"t1", "m1", "m2", "c1"})
_OF_THEIR_TIME = frozenset({"paravirtual", "instance_store_root", "i386"})

# What may stand behind "similar.": of its line, but of an earlier generation than the type meant.
OLDER = "older"
SIMILAR: Mapping[str, Callable[[InstanceType], bool]] = {
    "any": lambda _: True,
    OLDER: lambda t: not t.bare_metal,
    "x86_64": lambda t: Architecture.X86_64 in t.architectures,
    "arm64": lambda t: Architecture.ARM64 in t.architectures,
    "i386": lambda t: Architecture.I386 in t.architectures,
    "nitro": lambda t: t.hypervisor is Hypervisor.NITRO,
    "xen": lambda t: t.hypervisor is Hypervisor.XEN,
    "virtualized": lambda t: not t.bare_metal,
    "bare_metal": lambda t: t.bare_metal,
    "paravirtual": lambda t: VirtualizationType.PARAVIRTUAL in t.virtualization_types,
    "instance_store_root": lambda t: RootDeviceType.INSTANCE_STORE in t.root_device_types,
    "uefi": lambda t: BootMode.UEFI in t.boot_modes and Architecture.X86_64 in t.architectures,
    "tpm": lambda t: t.tpm,
    "enclaves": lambda t: t.enclaves,
    "hibernation": lambda t: t.hibernation and t.memory_gib < _MOST_HIBERNATED_GIB,
    "efa": lambda t: t.efa,
    "without_ena": lambda t: t.ena is not Support.REQUIRED,
    "spot": lambda t: UsageClass.SPOT in t.usage_classes,
    "on_demand": lambda t: UsageClass.ON_DEMAND in t.usage_classes,
    "host": lambda t: t.dedicated_hosts,
    "burstable": lambda t: t.burstable,
    "cluster": lambda t: "cluster" in t.placement_strategies,
    "encrypted": lambda t: t.ebs_encryption is not Support.UNSUPPORTED,
    "nested_virtualization": lambda t: t.nested_virtualization,
    "sev_snp": lambda t: t.sev_snp,
    "gpu": lambda t: t.gpus > 0,
    "local_storage": lambda t: t.local_disks > 0,
}


def similar_types(catalog: Catalog, name: str | None, wish: str, region: str | None) -> tuple[str, ...]:
    """The nearest types in size that fulfil the wish, one of each family, current ones first.

    name: the type to stay near to, if it is known. region: where they are to be offered.
    """
    given = catalog.get(name or "")
    start = given or catalog.get(_USUAL) or catalog.types[0]
    fits = SIMILAR[wish]
    line = _line(start.family)
    kinds = {accelerator.kind for accelerator in start.accelerators}
    known_region = region if region in catalog.regions else None
    architectures, accelerators, is_mac = set(start.architectures), _accelerators(start), _is_mac(start)

    def distance(t: InstanceType) -> tuple[float, int, str]:
        far = abs(math.log2(t.vcpus / start.vcpus)) + abs(math.log2(t.memory_mib / start.memory_mib))
        # Another architecture, a special processor or a past generation is not what was asked for.
        far += 6 * architectures.isdisjoint(t.architectures)
        # Half as many accelerators are further away than half as many vCPUs.
        far += 3 * abs(math.log2((1 + _accelerators(t)) / (1 + accelerators)))
        far += 3 * (t.bare_metal != start.bare_metal) + 2 * (not t.current_generation)
        family = t.family
        far += (_line(family) != line) + len(family) / 8
        return far, -_generation(family), t.name

    def is_meant(t: InstanceType) -> bool:
        if not fits(t) or _is_mac(t) is not is_mac:
            return False
        if t.family in _WITHOUT_HVM_LINUX - {start.family} and wish not in _OF_THEIR_TIME:
            return False
        if wish == OLDER and not (
            _line(t.family) == line and _generation(t.family) < _generation(start.family)
        ):
            return False
        # What is built for a GPU does not run on a chip for inference, nor on none.
        if wish == "any" and kinds and kinds.isdisjoint(a.kind for a in t.accelerators):
            return False
        return wish != "any" or distance(t)[0] <= _FURTHEST

    families: dict[str, str] = {}
    for t in sorted(filter(is_meant, catalog.types), key=distance):
        if t is not given and (known_region is None or known_region in t.regions):
            families.setdefault(t.family, t.name)
            if len(families) == _SHOWN:
                break
    return tuple(families.values())


def _accelerators(t: InstanceType) -> int:
    """How many it has, of whatever kind."""
    return sum(device.count for device in t.devices) if t.accelerators else 0


def _is_mac(t: InstanceType) -> bool:
    """A Mac runs nothing but macOS, and macOS runs on nothing else."""
    return any(mac in t.architectures for mac in MACS)


@cache
def _line(family: str) -> str:
    """The letters before the generation: m of m7i."""
    return re.split(r"[\d-]", family, maxsplit=1)[0]


@cache
def _generation(family: str) -> int:
    """The number behind the letters: 7 of m7i."""
    number = re.search(r"\d+", family)
    return int(number[0]) if number else 0
