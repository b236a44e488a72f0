"""The publishers as their TOML file gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.partition import Partition
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.publisher import ImageLine, Publisher, Publishers
from wizard.model.systems.ready_made import read_ready_made
from wizard.model.toml_text import TomlError, read_toml


class PublisherError(ValueError):
    """The list cannot be used; the text names file, key and what was expected."""


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
        lines=tuple(_line(image, sources) for image in table.get("images", ())),
    )


def _line(table: Mapping[str, Any], sources: Mapping[str, Source]) -> ImageLine:
    if not table.keys() & {"name", "none"}:
        raise ValueError("images: expected a name, or none")
    return ImageLine(
        versions=frozenset(table.get("versions", ())),
        architectures=frozenset(Architecture(word).value for word in table.get("architectures", ())),
        virtualization_type=VirtualizationType(table.get("virtualization", "hvm")),
        root_device_type=RootDeviceType(table.get("root_device", "ebs")),
        boot_mode=BootMode(table["boot_mode"]) if "boot_mode" in table else None,
        tpm=table.get("tpm"),
        flavours=tuple(table.get("flavours", (None,))),
        sources=tuple(sources[key] for key in table.get("sources", ())),
        without=frozenset(map(Partition, table.get("without", ()))),
        table={key: value for key, value in table.items() if key != "architectures"},
    )
