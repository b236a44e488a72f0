"""All instance types, where they are offered, and where that knowledge comes from."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from functools import cached_property
from itertools import compress
from typing import Any

from wizard.model.catalog.rows import read_rows
from wizard.model.catalog.split import Split, split
from wizard.model.catalog.supplement import NOTHING, Supplement
from wizard.model.catalog.type_sets import TypeSets, holding, type_sets
from wizard.model.ec2.instance_type import (
    COLUMNS,
    Architecture,
    InstanceType,
)
from wizard.model.frozen import frozen, replace

_BITS = bytes.maketrans(b"01", b"\0\1")


class CatalogError(ValueError):
    """The catalogue cannot be used; the text names file, key and what was expected."""


@frozen
class Provenance:
    """Where the data comes from, and the day it is from. checksum: SHA-256 of the rows."""

    source: str
    version: str
    date: datetime.date
    licence: str
    checksum: str

    @property
    def licence_name(self) -> str:
        """The licence without the remark on where its text lies, which holds beside the data alone."""
        return self.licence.partition(",")[0]


@frozen
class Catalog:
    """The types, sorted by name, and the Regions whose offerings are known from AWS's answers.

    supplement: what is known beyond these answers, and counts in the types' fields already.
    A set of types can be kept as one integer, bit n for types[n]; `select` turns it back.
    """

    types: tuple[InstanceType, ...]
    regions: tuple[str, ...]
    provenance: Provenance
    supplement: Supplement = NOTHING

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
        """Every family, by the alphabet."""
        return tuple(sorted({t.family for t in self.types}))

    @cached_property
    def built_for(self) -> dict[Architecture, int]:
        """For each architecture the types that run it, as a mask."""
        return holding(self.split("architectures"), Architecture)

    @cached_property
    def listed_regions(self) -> tuple[str, ...]:
        """The Regions whose offerings are known from somebody else's list only."""
        return tuple(region for region in self.supplement.listed if region not in self.regions)

    @cached_property
    def sets(self) -> TypeSets:
        """The types by what they take of an image."""
        return type_sets(self.split)

    @cached_property
    def everything(self) -> int:
        """The mask of all types."""
        return (1 << len(self.types)) - 1

    def get(self, name: str) -> InstanceType | None:
        """The type of this name; None if the data has none."""
        return self._by_name.get(name)

    def mask(self, fits: Callable[[InstanceType], bool]) -> int:
        """The types that fit, as a mask."""
        # Digits joined and read once: shifting a growing integer bit by bit is quadratic.
        return int("".join(["1" if fits(t) else "0" for t in reversed(self.types)]) or "0", 2)

    def split(self, name: str) -> Split:
        """The types told apart by one of their attributes, each asked only once."""
        if name not in self._splits:
            self._splits[name] = split(self.types, name)
        return self._splits[name]

    @cached_property
    def _splits(self) -> dict[str, Split]:
        return {}

    def first(self, mask: int) -> InstanceType:
        """The first type of a mask that has one."""
        return self.types[(mask & -mask).bit_length() - 1]

    def select(self, mask: int) -> tuple[InstanceType, ...]:
        """The types of a mask, in the catalogue's order."""
        return tuple(compress(self.types, bits(mask)))


def bits(mask: int, least: int = 0) -> bytes:
    """For each place of a mask 1 or 0, from the first on. least: at least so many places."""
    return bin(mask | 1 << least if least else mask)[:1:-1].encode().translate(_BITS)


def read_catalog(text: str, name: str, verify: bool = True, supplement: Supplement = NOTHING) -> Catalog:
    """Parse what packaging/build_catalog.py wrote. name: the file's name, for messages.

    verify: check the rows against their checksum, as for every file that the program did not bring.
    supplement: what counts beside the rows, and where it differs before them.
    Raises CatalogError if the text is not that, is damaged or lacks a column.
    """
    try:
        head: Any = json.loads(text)
    except json.JSONDecodeError as problem:
        raise CatalogError(
            f"{name}: not JSON at line {problem.lineno}; expected a catalogue of types"
        ) from None
    except (ValueError, RecursionError):
        # More digits than Python reads into a number, or brackets nested without end.
        raise CatalogError(f"{name}: a value in it cannot be read; expected a catalogue of types") from None
    if not isinstance(head, dict) or head.get("schema") != 1:
        raise CatalogError(f"{name}: schema: expected 1")
    missing = {"provenance", "regions", "columns", "types"} - head.keys()
    if missing:
        raise CatalogError(f"{name}: {', '.join(sorted(missing))}: expected, but missing")
    if head["columns"] != list(COLUMNS):
        raise CatalogError(f"{name}: columns: expected {', '.join(COLUMNS)}")
    try:
        provenance = Provenance(
            **head["provenance"] | {"date": datetime.date.fromisoformat(head["provenance"]["date"])}
        )
        if verify and _checksum(text) != provenance.checksum:
            raise CatalogError(
                f"{name}: provenance.checksum: expected the SHA-256 of the rows; the file was changed"
            )
        types = tuple(read_rows(head["types"], head["regions"], supplement))
        return Catalog(types, tuple(head["regions"]), provenance, supplement)
    except CatalogError:
        raise
    except (AttributeError, LookupError, TypeError, ValueError) as problem:
        raise CatalogError(
            f"{name}: types: expected rows of {len(head['columns'])} values ({problem})"
        ) from None


def read_earlier_types(text: str, name: str) -> Catalog:
    """The types that the newest answers lack; of each it is not known whether it is still offered.

    Raises CatalogError.
    """
    earlier = read_catalog(text, name)
    return replace(earlier, types=tuple(replace(t, still_offered=None) for t in earlier.types))


def _checksum(text: str) -> str:
    from hashlib import sha256  # costs a tenth of the catalogue's whole loading time

    return sha256(text[text.index('"types": [\n') + 11 : text.rindex("\n]")].encode()).hexdigest()
