"""Who publishes the images of a system, and what the newest of a version is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.ec2.partition import partition_of
from wizard.model.message import Message
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.os_family import OsFamily
from wizard.model.systems.published_image import ImageKind, PublishedImage
from wizard.model.systems.ready_made import ReadyMade, read_ready_made
from wizard.model.toml_text import TomlError, read_toml

_PLACE = re.compile(r"\{([a-z]+)\}")


class PublisherError(ValueError):
    """The list cannot be used; the text names file, key and what was expected."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One kind of image that a publisher has, and for which versions."""

    versions: frozenset[str]
    architectures: frozenset[str]
    virtualization_type: VirtualizationType
    root_device_type: RootDeviceType
    boot_mode: BootMode | None
    tpm: bool | None
    table: Mapping[str, Any]

    def fits(self, version: str, kind: ImageKind) -> bool:
        return (
            (not self.versions or version in self.versions)
            and (not self.architectures or kind.architecture in self.architectures)
            and self.virtualization_type is kind.virtualization_type
            and self.root_device_type is kind.root_device_type
            and self.boot_mode in (None, kind.boot_mode)
            and self.tpm in (None, kind.tpm)
        )


@dataclass(frozen=True)
class Publisher:
    """Of one family. table: what holds for all its images; a line may say otherwise."""

    family: str
    name: str
    current: str
    architectures: Mapping[str, str]
    evidence: Evidence
    sources: tuple[Source, ...]
    table: Mapping[str, Any] = field(repr=False)
    lines: tuple[_Line, ...] = field(repr=False)

    @cached_property
    def owners(self) -> frozenset[str]:
        """Every account and alias under which it publishes, in any partition."""
        tables = [self.table, *(line.table for line in self.lines)]
        return frozenset(owner for table in tables for owner in table.get("owners", {}).values())


class Publishers:
    """All publishers by the family that they publish."""

    def __init__(
        self,
        by_family: Mapping[str, Publisher],
        stands_for: Mapping[str, str],
        systems: OsCatalog,
        ready_made: tuple[ReadyMade, ...] = (),
    ) -> None:
        """ready_made: images with the driver of an accelerator in them."""
        self.by_family = by_family
        self.ready_made = ready_made
        self._stands_for = stands_for
        self._systems = systems

    def current_version(self, family: str | None) -> str | None:
        """The version to take today, and to move to from an old one; None where that is not known."""
        publisher = self.by_family.get(family or "")
        return publisher.current or None if publisher else None

    def newest(self, system: OperatingSystem, kind: ImageKind, region: str | None) -> PublishedImage | None:
        """The image of this kind that holds the system. None for a system that has no one publisher."""
        family = self._stands_for.get(system.family or "", system.family or "")
        publisher = self.by_family.get(family)
        if publisher is None:
            return None
        said = (system.version or "") if family == system.family else ""
        known = self._systems.family(family)
        part = self._systems.stands_for(known, said) if known else None
        row = (known.row(said) if known else None) or part or said or publisher.current
        line = next((line for line in publisher.lines if line.fits(row, kind)), None)
        if kind.architecture not in publisher.architectures:
            line = None
        if line is None and family != system.family:
            return None
        return _published(publisher, line, _Names(known, row, said), kind, region)


class _Names:
    """What the placeholders of names and parameters stand for."""

    def __init__(self, family: OsFamily | None, row: str, said: str) -> None:
        longer = said if said.startswith(f"{row}.") else ""
        slug = row.casefold().replace(" ", "-")
        named = {number: name for name, number in family.codenames.items()} if family else {}
        # Images are of a minor release, as 9.6 for 9.6.0.
        numbers = longer.split(".")[:2]
        self.minor = ".".join(numbers) if longer else (family.newest.get(row, "") if family else "")
        self.version = row
        self.longer = longer
        self.chosen = not said
        self._values = {
            "version": row,
            "release": longer or row,
            "point": longer or f"{row}.*",
            "minor": self.minor,
            "slug": slug,
            "dashes": slug.replace(".", "-"),
            "codename": named.get(row, ""),
        }

    def tells_longer(self, table: Mapping[str, Any]) -> bool:
        """Whether a point release that somebody named has images of its own."""
        return bool(self.longer) and bool(
            {"release", "point", "minor"} & set(_PLACE.findall(table.get("name", "")))
        )

    def chooses_minor(self, template: str) -> bool:
        """Whether the name says the newest minor release, as nobody named one."""
        return not self.longer and "{minor}" in template

    def name(self, template: str, arch: str) -> str:
        """A pattern; what is not known may be anything."""
        values = self._values | {"arch": arch, "minor": self.minor or self._values["point"]}
        return _PLACE.sub(lambda place: values[place[1]] or "*", template)

    def note(self, template: str, arch: str) -> Message:
        """What to know of the image."""
        values = self._values | {"arch": arch}
        return Message(template, {place: values[place] for place in _PLACE.findall(template)})

    def parameter(self, template: str, arch: str) -> str | None:
        """A parameter's name, None where a part of it is not known."""
        values = self._values | {"arch": arch}
        return (
            None
            if not all(values[place] for place in _PLACE.findall(template))
            else self.name(template, arch)
        )


def _published(
    publisher: Publisher, line: _Line | None, names: _Names, kind: ImageKind, region: str | None
) -> PublishedImage:
    table = {**publisher.table, **(line.table if line else {})}
    arch = publisher.architectures.get(kind.architecture, kind.architecture.value)
    none = table.get("none")
    name = names.name(table["name"], arch) if line and "name" in table and not none else None
    parameter = names.parameter(table["parameter"], arch) if name and "parameter" in table else None
    partition = partition_of(region)
    owner = table.get("owners", {}).get(partition.value)
    words = {"publisher": publisher.name, "partition": partition.official_name}
    if none:
        note: Message | None = Message(none)
    elif name is None:
        note = Message("No image of this kind that {publisher} publishes is known here.", words)
    elif owner is None:
        note = Message(
            "Under which account {publisher} publishes in {partition} is not known here: look at {page}, or take an "
            "image of your own there.",
            words | {"page": publisher.sources[0].url},
        )
    else:
        note = names.note(table["note"], arch) if "note" in table else None
    return PublishedImage(
        publisher=publisher.name,
        system=publisher.family,
        version=names.longer if names.tells_longer(table) else names.version,
        chosen_version=names.chosen and bool(names.version),
        architecture=kind.architecture,
        virtualization_type=kind.virtualization_type,
        root_device_type=kind.root_device_type,
        owner=owner,
        name_pattern=name,
        ssm_parameter=parameter if owner else None,
        product_code=table.get("product_code"),
        marketplace=table.get("marketplace"),
        minor=names.minor if name and not parameter and names.chooses_minor(table["name"]) else "",
        user=table.get("user"),
        root_device_name=table.get("root_device_name"),
        root_gib=table.get("root_gib"),
        note=note,
        evidence=publisher.evidence,
        sources=publisher.sources,
    )


def read_publishers(text: str, name: str, systems: OsCatalog) -> Publishers:
    """The list from its TOML text. name: the file's name, for messages. Raises PublisherError."""
    try:
        head = read_toml(text)
        sources = {key: Source(**table) for key, table in head["source"].items()}
        stands_for, found = {}, {}
        for family, table in head["publisher"].items():
            if systems.family(family) is None:
                raise ValueError(f"publisher.{family}: no such family in operating_systems.toml")
            if "stands_for" in table:
                stands_for[family] = table["stands_for"]
            else:
                found[family] = _publisher(family, table, sources)
        ready_made = tuple(read_ready_made(table, sources) for table in head.get("ready_made", ()))
        return Publishers(found, stands_for, systems, ready_made)
    except TomlError as problem:
        raise PublisherError(f"{name}: not TOML: {problem}") from None
    except KeyError as problem:
        raise PublisherError(f"{name}: {problem}: expected, but missing or not known") from None
    except (AttributeError, TypeError, ValueError) as problem:
        raise PublisherError(f"{name}: {problem}") from None


def _publisher(family: str, table: Mapping[str, Any], sources: Mapping[str, Source]) -> Publisher:
    return Publisher(
        family=family,
        name=table["name"],
        current=table.get("current", ""),
        architectures={
            Architecture(word).value: name for word, name in table.get("architectures", {}).items()
        },
        evidence=Evidence(table["evidence"]),
        sources=tuple(sources[key] for key in table["sources"]),
        table={key: value for key, value in table.items() if key != "images"},
        lines=tuple(map(_line, table.get("images", ()))),
    )


def _line(table: Mapping[str, Any]) -> _Line:
    if not table.keys() & {"name", "none"}:
        raise ValueError("images: expected a name, or none")
    return _Line(
        versions=frozenset(table.get("versions", ())),
        architectures=frozenset(Architecture(word).value for word in table.get("architectures", ())),
        virtualization_type=VirtualizationType(table.get("virtualization", "hvm")),
        root_device_type=RootDeviceType(table.get("root_device", "ebs")),
        boot_mode=BootMode(table["boot_mode"]) if "boot_mode" in table else None,
        tpm=table.get("tpm"),
        table={key: value for key, value in table.items() if key != "architectures"},
    )
