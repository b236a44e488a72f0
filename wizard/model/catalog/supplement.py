"""What is known of Regions and types beyond AWS's answers to DescribeInstanceTypes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wizard.model.ec2.finding import Source
from wizard.model.frozen import field, frozen


class SupplementError(ValueError):
    """The supplement cannot be used; the text names file, key and what was expected."""


@frozen
class Supplement:
    """What AWS's pages say of families, and what is known of Regions and types that the answers lack.

    previous_generation: the families that AWS's page calls so; every other is current, whatever the
    field CurrentGeneration says. burstable: the families of AWS's page, which are more than the field
    BurstablePerformanceSupported names.
    partitions: of every Region that exists and may be missing in the answers, the partition it
    belongs to. listed: of some of these, the types that somebody else's list has there.
    absent: names of types that EC2's API knows and the newest answers lack.
    """

    previous_generation: frozenset[str] = frozenset()
    burstable: frozenset[str] = frozenset()
    partitions: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    absent: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @cached_property
    def listed_in(self) -> Mapping[str, int]:
        """Type -> the Regions whose list has it: bit n for the nth of `listed`."""
        found: dict[str, int] = {}
        for bit, names in enumerate(self.listed.values()):
            for name in names:
                found[name] = found.get(name, 0) | 1 << bit
        return found


def read_supplement(text: str, name: str) -> Supplement:
    """Parse what packaging/build_supplement.py wrote. name: the file's name, for messages.

    Raises SupplementError.
    """
    try:
        table: Any = json.loads(text)
        return Supplement(
            previous_generation=frozenset(table["previous_generation"]),
            burstable=frozenset(table["burstable"]),
            partitions=dict(table["partitions"]),
            listed={region: tuple(names.split(" ")) for region, names in table["listed"].items()},
            absent=frozenset(table["absent"]),
            sources={key: _source(**source) for key, source in table["sources"].items()},
        )
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as problem:
        raise SupplementError(f"{name}: expected what build_supplement.py writes ({problem!r})") from None


def _source(title: str, url: str, checked: str) -> Source:
    return Source(title, url, datetime.date.fromisoformat(checked))


NOTHING = Supplement()
"""Nothing beyond the answers."""
