"""The types told apart by one of their attributes, as masks over the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wizard.model.ec2.instance_type import InstanceType

Split = tuple[tuple[Any, int], ...]
"""The values of an attribute, each with the types that have it; every type is in exactly one."""

_FEW = 64
_ONLY = [(b"0" * number + b"1").ljust(256, b"0") for number in range(_FEW)]
"""For each number the table that makes it the digit 1, and all others 0."""


def split(types: Sequence[InstanceType], name: str) -> Split:
    """Each distinct value of an attribute with the bits of its places."""
    values = list(map(attrgetter(name), types))
    # Most values are one object wherever they stand, and an address is hashed faster than a tuple of words.
    addresses = list(map(id, values))
    numbers: dict[Any, int] = {}
    number_of = {
        address: numbers.setdefault(value, len(numbers))
        for address, value in dict(zip(addresses, values, strict=True)).items()
    }
    found = map(number_of.__getitem__, reversed(addresses))
    if len(numbers) <= _FEW:
        digits = bytes(found)
        return tuple((value, int(digits.translate(_ONLY[number]), 2)) for value, number in numbers.items())
    bits = [0] * len(numbers)
    for place, number in zip(range(len(values) - 1, -1, -1), found, strict=True):
        bits[number] |= 1 << place
    return tuple(zip(numbers, bits, strict=True))
