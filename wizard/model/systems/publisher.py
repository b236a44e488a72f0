"""Who publishes the images of a system, and what the newest of a version is called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import BootMode, InstanceType, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.ec2.partition import Partition, partition_of
from wizard.model.frozen import field, frozen, replace
from wizard.model.message import Message
from wizard.model.systems.cluster_node import with_driver
from wizard.model.systems.image_names import ImageNames
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.os_family import OsFamily
from wizard.model.systems.published_image import ImageKind, PublishedImage
from wizard.model.systems.ready_made import ReadyMade


@frozen
class ImageLine:
    """One kind of image that a publisher has, and for which versions."""

    versions: frozenset[str]
    architectures: frozenset[str]
    virtualization_type: VirtualizationType
    root_device_type: RootDeviceType
    boot_mode: BootMode | None
    tpm: bool | None
    flavours: tuple[str | None, ...]
    sources: tuple[Source, ...]
    without: frozenset[Partition]
    table: Mapping[str, Any]

    def fits(self, version: str, flavour: str | None, kind: ImageKind, partition: Partition) -> bool:
        return (
            partition not in self.without
            and (not self.versions or version in self.versions)
            and flavour in self.flavours
            and (not self.architectures or kind.architecture in self.architectures)
            and self.virtualization_type is kind.virtualization_type
            and self.root_device_type is kind.root_device_type
            and self.boot_mode in (None, kind.boot_mode)
            and self.tpm in (None, kind.tpm)
        )


@frozen
class Publisher:
    """Of one family. table: what holds for all its images; a line may say otherwise."""

    family: str
    name: str
    current: str
    architectures: Mapping[str, str]
    evidence: Evidence
    sources: tuple[Source, ...]
    table: Mapping[str, Any] = field(repr=False)
    lines: tuple[ImageLine, ...] = field(repr=False)

    def line(
        self, version: str, flavour: str | None, kind: ImageKind, region: str | None
    ) -> ImageLine | None:
        """The first of its lines that fits; None where none does."""
        if kind.architecture not in self.architectures:
            return None
        asked = (version, flavour, kind, partition_of(region))
        return next((line for line in self.lines if line.fits(*asked)), None)

    def has(self, version: str | None, flavour: str) -> bool:
        """Whether it publishes such images of the version, of whatever architecture."""
        return any(
            flavour in line.flavours
            and (not line.versions or version in line.versions)
            and "name" in line.table
            for line in self.lines
        )

    def built_for(self, version: str | None, flavour: str) -> frozenset[str]:
        """The architectures of which it publishes such images of the version, or of any; none where nothing is known of them."""
        those = (line for line in self.lines if flavour in line.flavours)
        alike = (line for line in those if not line.versions or version is None or version in line.versions)
        return frozenset(each for line in alike for each in line.architectures or self.architectures)

    def by(self, flavour: str | None) -> str:
        """Who publishes such images, whichever version they hold: Amazon those of Ubuntu for deep learning."""
        named = (line.table["by"] for line in self.lines if flavour in line.flavours and "by" in line.table)
        return next(named, self.name) if flavour else self.name

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

    def built_for(self, system: OperatingSystem) -> frozenset[str]:
        """The architectures of the images of the system that are for what its name says, as for AWS Neuron; none if unknown."""
        publisher = self.by_family.get(system.family or "")
        flavour = system.flavour
        return publisher.built_for(system.version, flavour) if publisher and flavour else frozenset()

    def newest(
        self,
        system: OperatingSystem,
        kind: ImageKind,
        region: str | None,
        instance_type: InstanceType | None = None,
    ) -> PublishedImage | None:
        """The image of this kind that holds the system. None for a system that has no one publisher.

        instance_type: the one that it shall run on. A cluster's node is then the one with the driver of its
        accelerators, where the publisher has such.
        """
        equipped = with_driver(system, instance_type)
        if equipped and (known := self._systems.family(system.family or "")) and equipped in known.flavours:
            title = known.flavours[equipped]
            found = self._newest(replace(system, flavour=equipped, flavour_title=title), kind, region)
            if found and found.can_be_found:
                return found
        return self._newest(system, kind, region)

    def _newest(self, system: OperatingSystem, kind: ImageKind, region: str | None) -> PublishedImage | None:
        family = self._stands_for.get(system.family or "", system.family or "")
        publisher = self.by_family.get(family)
        if publisher is None:
            return None
        said = (system.version or "") if family == system.family else ""
        known = self._systems.family(family)
        part = self._systems.stands_for(known, said) if known else None
        row = (known.row(said) if known else None) or part or said or publisher.current
        line = publisher.line(row, system.flavour, kind, region)
        if line is None and not said:
            # Nobody named the version: an older one that is maintained may have what the current one lacks.
            older = (
                (v, publisher.line(v, system.flavour, kind, region)) for v in self._older(publisher, known)
            )
            row, line = next(
                ((v, found) for v, found in older if found and "name" in found.table), (row, None)
            )
        if line is None and family != system.family:
            return None
        if line is None:
            publisher = replace(publisher, name=publisher.by(system.flavour))
        kubernetes = system.kubernetes or publisher.table.get("kubernetes", "")
        image = _published(publisher, line, ImageNames(known, row, said, kubernetes), kind, region)
        return replace(image, flavour=system.flavour_title or "")

    def _older(self, publisher: Publisher, family: OsFamily | None) -> tuple[str, ...]:
        """The versions before the current one that are still maintained, by the day the publisher was read.

        Of a family of which nobody says until when its current version is, those of which nobody says so either.
        """
        if family is None or publisher.current not in family.versions:
            return ()
        read = max(source.checked for source in publisher.sources)
        after = family.versions[family.versions.index(publisher.current) + 1 :]
        ends = {v: self._systems.resolve(family.key, v).end_of_life for v in after}
        open_end = self._systems.resolve(family.key, publisher.current).end_of_life is None
        return tuple(v for v, end in ends.items() if (open_end if end is None else end > read))


def _version(table: Mapping[str, Any], names: ImageNames) -> str:
    """The version that the image holds, as far as its name tells it."""
    if table.get("whatever_version"):
        return ""
    return names.longer if names.tells_longer(table) else names.version


def _published(
    publisher: Publisher, line: ImageLine | None, names: ImageNames, kind: ImageKind, region: str | None
) -> PublishedImage:
    table = {**publisher.table, **(line.table if line else {})}
    arch = publisher.architectures.get(kind.architecture, kind.architecture.value)
    none = table.get("none")
    name = names.name(table["name"], arch) if line and "name" in table and not none else None
    parameter = names.parameter(table["parameter"], arch) if name and "parameter" in table else None
    owner = table.get("owners", {}).get(partition_of(region).value)
    by = table.get("by", publisher.name)
    if none:
        note: Message | None = Message(none)
    elif name is None:
        note = Message("No image of this kind that {publisher} publishes is known here.", {"publisher": by})
    elif owner is None:
        note = _no_owner(by, name, region, table.get("page", publisher.sources[0].url))
    else:
        note = names.note(table["note"], arch) if "note" in table else None
    return PublishedImage(
        publisher=by,
        system=publisher.family,
        version=_version(table, names),
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
        minor_is_last=names.version in table.get("last_minors", ()),
        user=table.get("user"),
        root_device_name=table.get("root_device_name"),
        root_gib=table.get("root_gib"),
        note=note,
        evidence=publisher.evidence,
        sources=(line.sources if line else ()) or publisher.sources,
    )


def _no_owner(publisher: str, name: str, region: str | None, page: str) -> Message:
    """That nobody knows whose image of this name to take there, and how to look. page: where the publisher names its accounts."""
    return Message(
        "Whether {publisher} publishes in {partition}, and under which account, is not known here. Who has such images there is "
        "told by {command}. Anybody can give an image such a name: take one only of an account that {page} names, or one of "
        "your own.",
        {
            "publisher": publisher,
            "partition": partition_of(region).official_name,
            "page": page,
            "command": f"aws ec2 describe-images --filters 'Name=name,Values={name}' "
            f"--query 'Images[].[OwnerId,ImageOwnerAlias,Name]' --output text --region {region}",
        },
    )
