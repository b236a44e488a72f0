"""The types by what they take of an image, as masks over the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from wizard.model.catalog.split import Split
from wizard.model.ec2.instance_type import (
    BootMode,
    RootDeviceType,
    Support,
    VirtualizationType,
)
from wizard.model.frozen import frozen

_Word = TypeVar("_Word")


@frozen
class TypeSets:
    """For each word the types that take it. ena_required, tpm, current: the types of which that holds."""

    virtualization: dict[VirtualizationType, int]
    boot: dict[BootMode, int]
    root: dict[RootDeviceType, int]
    ena_required: int
    ena: int
    tpm: int
    current: int


def type_sets(split: Callable[[str], Split]) -> TypeSets:
    """split: the types told apart by an attribute."""
    ena = dict(split("ena"))
    return TypeSets(
        holding(split("virtualization_types"), VirtualizationType),
        holding(split("boot_modes"), BootMode),
        holding(split("root_device_types"), RootDeviceType),
        ena.get(Support.REQUIRED, 0),
        ena.get(Support.REQUIRED, 0) | ena.get(Support.SUPPORTED, 0),
        dict(split("tpm")).get(True, 0),
        dict(split("current_generation")).get(True, 0),
    )


def holding(split: Split, words: Iterable[_Word]) -> dict[_Word, int]:
    """For each word the types in whose list it is."""
    return {word: sum(types for held, types in split if word in held) for word in words}
