"""What families of instance types are for, and which are of one age: read from resources, for the order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import translate
from functools import cache
from typing import Any

from wizard.model.catalog.catalog import CatalogError
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.frozen import frozen
from wizard.model.toml_text import TomlError, read_toml

# AWS's naming conventions: letters of the line, the number, then processor and options.
_NAME = re.compile(r"([a-z]+)-?(\d+)([a-z]*)")
_PROCESSORS = "agi"


@cache
def _is_one_of(family: str, patterns: tuple[str, ...]) -> bool:
    """Kept, since every change of the answers asks it of every family again."""
    return _any_of(patterns).match(family) is not None


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)) or "(?!)")


@frozen
class PurposeOrder:
    """Which families come first for a purpose. size: vCPUs and GiB to begin with; gib_per_vcpu: the balance.

    families: patterns, the first group before the second. features: in their place, what a type
    must be able to do. accelerators: whether types that have some are wanted. few_sizes: whether its
    families come in few large sizes, so that one is taken though it be twice as large as asked.
    cheapest: whether of equals the cheapest comes before the newest. on_local_disks: the families in place of
    those where much is kept on local disks.
    """

    families: tuple[tuple[str, ...], ...] = ()
    features: tuple[Feature, ...] = ()
    size: tuple[float, float] = (2, 8)
    gib_per_vcpu: float = 4
    accelerators: bool = False
    few_sizes: bool = False
    cheapest: bool = False
    on_local_disks: tuple[tuple[str, ...], ...] = ()

    def place(self, family: str) -> int:
        """The group that a family belongs to, 0 for the first to look at; behind the last for all others."""
        for place, patterns in enumerate(self.families):
            if _is_one_of(family, patterns):
                return place
        return len(self.families)


@frozen(eq=False)
class Families:
    """What is known of families beyond their types' fields.

    hard_disks: those whose local disks are hard disks. special: patterns of those built for one
    trade; trades: patterns of those built for the same one. generations: where the number in the name does not tell a family's age.
    local_zones: those that are known from Local Zones.
    """

    hard_disks: frozenset[str]
    special: tuple[str, ...]
    trades: tuple[tuple[str, ...], ...]
    generations: Mapping[str, int]
    local_zones: frozenset[str]
    purposes: Mapping[Purpose, PurposeOrder]

    def generation(self, family: str) -> int:
        """The number of the general purpose families of the same age: 8 for m8i and t8i, 5 for t3."""
        if family in self.generations:
            return self.generations[family]
        found = _NAME.match(family)
        return int(found[2]) if found else 0

    def options(self, family: str) -> str:
        """The letters that make a family more than the plain one of its line: "dn" for m6idn, "" for m6i."""
        found = _NAME.match(family)
        letters = found[3] if found else ""
        return letters[1:] if letters[:1] in tuple(_PROCESSORS) else letters

    def is_for(self, purpose: Purpose, family: str) -> bool:
        """Whether a family is one of those to look at for a purpose."""
        order = self.purposes[purpose]
        return order.place(family) < len(order.families)

    def is_special(self, family: str) -> bool:
        """Whether a family is built for one trade, such as high-performance computing."""
        return _is_one_of(family, self.special)

    def kin(self, family: str) -> tuple[str, ...]:
        """The patterns of the families built for the same trade; none for those built for any."""
        for patterns in self.trades:
            if _is_one_of(family, patterns):
                return patterns
        return ()


def read_families(text: str, name: str) -> Families:
    """The families from their TOML text. name: the file's name, for messages. Raises CatalogError."""
    try:
        head = read_toml(text)
        return Families(
            hard_disks=frozenset(head["hard_disks"]),
            special=tuple(head["special"]),
            trades=tuple(map(tuple, head["trades"])),
            generations=head["generation"],
            local_zones=frozenset(head["local_zones"]),
            purposes={purpose: _order(head["purpose"][str(purpose)]) for purpose in Purpose},
        )
    except TomlError as problem:
        raise CatalogError(f"{name}: not TOML: {problem}") from None
    except KeyError as problem:
        raise CatalogError(f"{name}: {problem}: expected, but missing") from None
    except (AttributeError, TypeError, ValueError) as problem:
        raise CatalogError(f"{name}: {problem}") from None


def _order(table: Mapping[str, Any]) -> PurposeOrder:
    vcpus, memory = table.get("size", (2, 8))
    return PurposeOrder(
        families=tuple(map(tuple, table.get("families", ()))),
        features=tuple(map(Feature, table.get("features", ()))),
        size=(vcpus, memory),
        gib_per_vcpu=table.get("gib_per_vcpu", 4),
        accelerators=table.get("accelerators", False),
        few_sizes=table.get("few_sizes", False),
        cheapest=table.get("cheapest", False),
        on_local_disks=tuple(map(tuple, table.get("on_local_disks", ()))),
    )
