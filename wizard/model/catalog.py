"""All instance types, where they are offered, and where that knowledge comes from."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from wizard.model.instance_type import (
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


class CatalogError(ValueError):
    """The catalogue cannot be used; the text names file, key and what was expected."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the data comes from, and the day it is from. checksum: SHA-256 of the rows."""

    source: str
    version: str
    date: datetime.date
    licence: str
    checksum: str


@dataclass(frozen=True)
class Catalog:
    """The types, sorted by name, and the Regions whose offerings are known.

    A set of types can be kept as one integer, bit n for types[n]; `select` turns it back.
    """

    types: tuple[InstanceType, ...]
    regions: tuple[str, ...]
    provenance: Provenance

    @cached_property
    def _by_name(self) -> dict[str, InstanceType]:
        return {t.name: t for t in self.types}

    @cached_property
    def _bits(self) -> dict[str, int]:
        return {t.name: bit for bit, t in enumerate(self.types)}

    def bit(self, instance_type: InstanceType) -> int:
        """The type's place in masks."""
        return self._bits[instance_type.name]

    @cached_property
    def families(self) -> tuple[str, ...]:
        return tuple(sorted({t.family for t in self.types}))

    @property
    def everything(self) -> int:
        """The mask of all types."""
        return (1 << len(self.types)) - 1

    def get(self, name: str) -> InstanceType | None:
        return self._by_name.get(name)

    def mask(self, fits: Callable[[InstanceType], bool]) -> int:
        """The types that fit, as a mask."""
        # Digits joined and read once: shifting a growing integer bit by bit is quadratic.
        return int("".join("1" if fits(t) else "0" for t in reversed(self.types)) or "0", 2)

    def select(self, mask: int) -> tuple[InstanceType, ...]:
        """The types of a mask, in the catalogue's order."""
        digits = bin(mask)[:1:-1]
        return tuple(t for t, digit in zip(self.types, digits, strict=False) if digit == "1")


def read_catalog(text: str, name: str) -> Catalog:
    """Parse what packaging/build_catalog.py wrote. name: the file's name, for messages.

    Raises CatalogError if the text is not that, is damaged or lacks a column.
    """
    try:
        head: Any = json.loads(text)
    except json.JSONDecodeError as problem:
        raise CatalogError(
            f"{name}: not JSON at line {problem.lineno}; expected a catalogue of types"
        ) from None
    if not isinstance(head, dict) or head.get("schema") != 1:
        raise CatalogError(f"{name}: schema: expected 1")
    missing = {"provenance", "regions", "columns", "types"} - head.keys()
    if missing:
        raise CatalogError(f"{name}: {', '.join(sorted(missing))}: expected, but missing")
    columns = head["columns"]
    if columns != list(InstanceType.__slots__):
        raise CatalogError(f"{name}: columns: expected {', '.join(InstanceType.__slots__)}")
    rows = text[text.index('"types": [\n') + 11 : text.rindex("\n]")]
    if hashlib.sha256(rows.encode()).hexdigest() != head["provenance"].get("checksum"):
        raise CatalogError(
            f"{name}: provenance.checksum: expected the SHA-256 of the rows; the file was changed"
        )
    try:
        provenance = head["provenance"] | {"date": datetime.date.fromisoformat(head["provenance"]["date"])}
        reader = _RowReader(columns, head["regions"])
        return Catalog(
            tuple(map(reader.read, head["types"])), tuple(head["regions"]), Provenance(**provenance)
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise CatalogError(f"{name}: types: expected rows of {len(columns)} values ({problem})") from None


class _RowReader:
    """Turns rows into records, each distinct list of words into one shared tuple."""

    def __init__(self, columns: list[str], regions: list[str]) -> None:
        self._regions = regions
        self._tuples: dict[tuple[str, ...], tuple[Any, ...]] = {}
        self._offered: dict[int, frozenset[str]] = {}
        place = columns.index
        self._enums: list[tuple[int, dict[str, Any]]] = [
            (place("hypervisor"), _words(Hypervisor)),
            *((place(c), _words(Support)) for c in ("local_nvme", "ena", "ebs_nvme", "ebs_encryption")),
        ]
        self._lists: list[tuple[int, dict[str, Any] | None]] = [
            (place("architectures"), _words(Architecture)),
            (place("virtualization_types"), _words(VirtualizationType)),
            (place("boot_modes"), _words(BootMode)),
            (place("root_device_types"), _words(RootDeviceType)),
            (place("usage_classes"), _words(UsageClass)),
            (place("processor_features"), None),
            (place("placement_strategies"), None),
        ]
        self._accelerators = place("accelerators")

    def read(self, row: list[Any]) -> InstanceType:
        for at, words in self._enums:
            row[at] = words[row[at]]
        for at, known in self._lists:
            row[at] = self._shared(at, row[at], known)
        if row[self._accelerators]:
            row[self._accelerators] = tuple(
                Accelerator(AcceleratorKind(kind), *rest) for kind, *rest in row[self._accelerators]
            )
        else:
            row[self._accelerators] = ()
        row[-1] = self._regions_of(row[-1])
        return InstanceType(*row)

    def _shared(self, at: int, values: Iterable[str], words: dict[str, Any] | None) -> tuple[Any, ...]:
        key = (str(at), *values)
        found = self._tuples.get(key)
        if found is None:
            found = self._tuples[key] = tuple(words[v] for v in values) if words else tuple(values)
        return found

    def _regions_of(self, bits: int) -> frozenset[str]:
        found = self._offered.get(bits)
        if found is None:
            found = self._offered[bits] = frozenset(r for n, r in enumerate(self._regions) if bits >> n & 1)
        return found


def _words(kind: type[Enum]) -> dict[str, Any]:
    return {member.value: member for member in kind}
