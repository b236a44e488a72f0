"""The types by what they take of an image, as masks over the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from wizard.model.ec2.instance_type import (
    BootMode,
    InstanceType,
    RootDeviceType,
    Support,
    VirtualizationType,
)

_Mask = Callable[[Callable[[InstanceType], bool]], int]


@dataclass(frozen=True, slots=True)
class TypeSets:
    """For each word the types that take it. ena_required, tpm, current: the types of which that holds."""

    virtualization: dict[VirtualizationType, int]
    boot: dict[BootMode, int]
    root: dict[RootDeviceType, int]
    ena_required: int
    ena: int
    tpm: int
    current: int


def type_sets(mask: _Mask) -> TypeSets:
    """mask: gives the types that a predicate holds for."""
    return TypeSets(
        {word: mask(partial(_takes_virtualization, word)) for word in VirtualizationType},
        {word: mask(partial(_boots, word)) for word in BootMode},
        {word: mask(partial(_starts_from, word)) for word in RootDeviceType},
        mask(lambda t: t.ena is Support.REQUIRED),
        mask(lambda t: t.ena is not Support.UNSUPPORTED),
        mask(lambda t: t.tpm),
        mask(lambda t: t.current_generation),
    )


def _takes_virtualization(word: VirtualizationType, instance_type: InstanceType) -> bool:
    return word in instance_type.virtualization_types


def _boots(word: BootMode, instance_type: InstanceType) -> bool:
    return word in instance_type.boot_modes


def _starts_from(word: RootDeviceType, instance_type: InstanceType) -> bool:
    return word in instance_type.root_device_types
