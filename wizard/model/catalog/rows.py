"""The rows of a catalogue's file, read into instance types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wizard.model.catalog.supplement import Supplement
from wizard.model.ec2.instance_type import (
    COLUMNS,
    Accelerator,
    AcceleratorKind,
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    Support,
    UsageClass,
    VirtualizationType,
)


class _Reading(dict[Any, Any]):
    """What each raw value of a column means, worked out once: types differ in few ways."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def __missing__(self, raw: Any) -> Any:
        value = self[raw] = self._read(raw)
        return value


def _listed(kind: Callable[[str], object]) -> _Reading:
    return _Reading(lambda words: tuple(map(kind, words.split(","))) if words else ())


def read_rows(rows: list[list[Any]], regions: list[str], supplement: Supplement) -> Iterator[InstanceType]:
    """The type of each row, with what counts beside it. Raises ValueError for a row of another length."""
    readings = {
        "hypervisor": _Reading(Hypervisor),
        "local_nvme": _Reading(Support),
        "ena": _Reading(Support),
        "ebs_nvme": _Reading(Support),
        "ebs_encryption": _Reading(Support),
        "architectures": _listed(Architecture),
        "virtualization_types": _listed(VirtualizationType),
        "boot_modes": _listed(BootMode),
        "root_device_types": _listed(RootDeviceType),
        "usage_classes": _listed(UsageClass),
        "processor_features": _listed(str),
        "placement_strategies": _listed(str),
    }
    places = [(COLUMNS.index(column), reading) for column, reading in readings.items()]
    accelerators, burstable = COLUMNS.index("accelerators"), COLUMNS.index("burstable")
    current, offered = COLUMNS.index("current_generation"), COLUMNS.index("regions")
    places_of = _Offerings(regions, tuple(supplement.listed))
    for row in rows:
        if len(row) != len(COLUMNS):
            raise ValueError(f"a row of {len(row)}")
        for at, reading in places:
            row[at] = reading[row[at]]
        row[accelerators] = tuple(
            Accelerator(AcceleratorKind(kind), *rest) for kind, *rest in row[accelerators]
        )
        family = row[0].partition(".")[0]
        if supplement.previous_generation:
            row[current] = family not in supplement.previous_generation
        row[burstable] = row[burstable] or family in supplement.burstable
        row[offered : offered + 1] = places_of[row[offered], supplement.listed_in.get(row[0], 0)]
        yield InstanceType(*row)


class _Offerings(dict[tuple[int, int], tuple[frozenset[str], frozenset[str], frozenset[str]]]):
    """Bits of the answers' Regions and of the listed ones, as sets: all, listed, and not listed."""

    def __init__(self, regions: list[str], listed: tuple[str, ...]) -> None:
        self._regions = regions
        # Where there is an answer, no list counts.
        self._listed = [(bit, region) for bit, region in enumerate(listed) if region not in regions]

    def __missing__(self, bits: tuple[int, int]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        answered = frozenset(r for n, r in enumerate(self._regions) if bits[0] >> n & 1)
        listed = frozenset(r for n, r in self._listed if bits[1] >> n & 1)
        others = frozenset(r for _, r in self._listed) - listed
        value = self[bits] = (answered | listed, listed, others)
        return value
