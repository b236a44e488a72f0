"""Images that have the driver of an accelerator in them already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.ec2.partition import Partition, partition_of
from wizard.model.frozen import field, frozen
from wizard.model.message import Message
from wizard.model.systems.cluster_node import is_node
from wizard.model.systems.os_cell import tokens


@frozen
class ReadyMade:
    """One line of such images, as AWS publishes them in its commercial Regions.

    title: without the system, which stands behind it. driver: whose. parameter: the public SSM
    parameter, with places for architecture and system. systems: family, version, and both as AWS
    writes them, the one to prefer first. families: those that AWS names for it, by architecture.
    """

    title: str
    driver: str
    parameter: str
    systems: tuple[tuple[str, str, str], ...]
    families: Mapping[Architecture, frozenset[str]] = field(hash=False)
    sources: tuple[Source, ...]

    def holds(self, instance_type: InstanceType, architecture: Architecture) -> bool:
        """Whether AWS names the type's family for it."""
        return instance_type.family in self.families.get(architecture, frozenset())

    def said(self, system: OperatingSystem, architecture: Architecture) -> Message:
        """Which of them to take, on the system that was asked for if there is one, and that there is none if not."""
        if is_node(system):
            return Message(
                "No such image with the driver of {driver} in it is known here. AWS's Deep Learning AMIs can't take its "
                "place: they lack what joins a cluster.",
                {"driver": self.driver},
            )
        family, version, title = min(self.systems, key=lambda known: _distance(known, system))
        values: dict[str, object] = {
            "driver": self.driver,
            "title": self.title,
            "system": title,
            "asked": system.title or "",
            "parameter": self.parameter.format(arch=architecture.value, slug=f"{family}-{version}"),
        }
        if _is_another(family, version, system):
            return Message(
                "AWS has no image of {asked} with the driver of {driver} in it: install the driver there, or take AWS's "
                "{title} ({system}), SSM parameter {parameter}.",
                values,
            )
        return Message(
            "With the driver of {driver} in it already: AWS's {title} ({system}), SSM parameter {parameter}.",
            values,
        )


def _distance(known: tuple[str, str, str], system: OperatingSystem) -> tuple[bool, int]:
    """How far one of the systems is from the one that was asked for: by family, then by the version's first number."""
    family, version, _ = known
    if family != system.family or not system.version:
        return family != system.family, 0
    return False, abs(_first(version) - _first(system.version))


def _first(version: str) -> int:
    return next((part for part in tokens(version) if isinstance(part, int)), 0)


def _is_another(family: str, version: str, system: OperatingSystem) -> bool:
    """Whether somebody asked for a system, or a version, that this one is not."""
    if system.family in (None, "linux", "custom"):
        return False
    return family != system.family or not f"{system.version or version}.".startswith(f"{version}.")


def ready_made_for(
    lines: Iterable[ReadyMade],
    system: OperatingSystem,
    architecture: Architecture,
    instance_type: InstanceType,
    region: str | None,
) -> ReadyMade | None:
    """The line for the accelerators of this type; None where AWS names none."""
    if system.kind not in (None, OsKind.LINUX) or partition_of(region) is not Partition.COMMERCIAL:
        return None
    return next((line for line in lines if line.holds(instance_type, architecture)), None)


def read_ready_made(table: Mapping[str, Any], sources: Mapping[str, Source]) -> ReadyMade:
    """One line from its TOML table. Raises KeyError, TypeError or ValueError for one that is damaged."""
    return ReadyMade(
        title=table["title"],
        driver=table["driver"],
        parameter=table["parameter"],
        systems=tuple((family, version, title) for family, version, title in table["systems"]),
        families={Architecture(word): frozenset(names) for word, names in table["families"].items()},
        sources=tuple(sources[key] for key in table["sources"]),
    )
