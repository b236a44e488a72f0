"""What the names of public images say: parameters of Systems Manager, and patterns of publishers' names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from wizard.model.ec2.finding import Source
from wizard.model.frozen import field, frozen

_ARCHITECTURES = {"amd64": "x86_64", "aarch64": "arm64", "arm_64": "arm64"}
_TOKENS = (
    (re.compile(r"(?<![a-z0-9])(?:x86[_-]64|amd64)(?![a-z0-9])", re.IGNORECASE), "Architecture", "x86_64"),
    (re.compile(r"(?<![a-z0-9])(?:arm64|aarch64)(?![a-z0-9])", re.IGNORECASE), "Architecture", "arm64"),
    (re.compile(r"(?<![a-z0-9])i386(?![a-z0-9])", re.IGNORECASE), "Architecture", "i386"),
    (re.compile(r"(?<![a-z0-9])hvm(?![a-z0-9])", re.IGNORECASE), "VirtualizationType", "hvm"),
    (
        re.compile(r"(?<![a-z0-9])(?:pv|paravirtual)(?![a-z0-9])", re.IGNORECASE),
        "VirtualizationType",
        "paravirtual",
    ),
    (
        re.compile(r"(?<![a-z0-9])(?:ebs|gp[23]|hvm-ssd(?:-gp3)?)(?![a-z0-9])", re.IGNORECASE),
        "RootDeviceType",
        "ebs",
    ),
)


class PublicImagesError(ValueError):
    """The table is damaged; one line."""


@frozen
class Known:
    """What a name says. fields: in DescribeImages' words; silent: those that such an image does not have.

    family, version: the operating system.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    family: str = ""
    version: str = ""
    sources: tuple[Source, ...] = ()


@frozen
class _Entry:
    name: re.Pattern[str]
    family: str
    version: str
    fields: Mapping[str, object]
    on: Mapping[str, Mapping[str, object]]
    silent: frozenset[str]
    otherwise: str
    sources: tuple[Source, ...]

    def known(self, found: re.Match[str]) -> Known:
        groups = found.groupdict()
        named = groups.get("arch") or self.otherwise
        arch = _ARCHITECTURES.get(named.casefold(), named.casefold())
        own = {"Architecture": arch} if arch else {}
        if arch == "arm64":
            own["BootMode"] = "uefi"  # there is no other firmware on Arm
        version = (groups.get("version") or self.version).replace("-R2", " R2")
        fields = {**own, **self.fields, **self.on.get(arch, {})}
        return Known(fields, self.silent, self.family, version, self.sources)


class PublicImages:
    """The table of names."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries = entries

    def called(self, name: str) -> Known | None:
        """What is known of images of a public name, as `ImageRef` has it; None for any other."""
        for entry in self._entries:
            if found := entry.name.fullmatch(name):
                return entry.known(found)
        return None

    @staticmethod
    def named(
        names: Sequence[str], owners: Sequence[str], publishers: frozenset[str]
    ) -> Mapping[str, object]:
        """What a publisher's name, or a filter for it, says; nothing where anybody may be the owner.

        The words are those that publishers put into the names of their images.
        """
        if len(names) != 1 or not owners or not publishers.issuperset(owners):
            return {}
        found: dict[str, object] = {}
        for pattern, field_name, value in _TOKENS:
            if pattern.search(names[0]):
                found[field_name] = None if field_name in found else value
        return {key: value for key, value in found.items() if value is not None}


def read_public_images(text: str, name: str) -> PublicImages:
    """The table from its TOML text. name: the file's name, for messages. Raises PublicImagesError."""
    try:
        head = tomllib.loads(text)
        sources = {key: Source(**table) for key, table in head["source"].items()}
        entries = [_entry(table, sources) for table in head["image"]]
    except (tomllib.TOMLDecodeError, re.error, KeyError, TypeError, AttributeError) as problem:
        raise PublicImagesError(f"{name}: {problem}") from None
    return PublicImages(entries)


def _entry(table: Mapping[str, Any], sources: Mapping[str, Source]) -> _Entry:
    return _Entry(
        re.compile(table["name"], re.IGNORECASE),
        table.get("family", ""),
        table.get("version", ""),
        table["fields"],
        table.get("on", {}),
        frozenset(table.get("silent", ())),
        table.get("otherwise", ""),
        tuple(sources[key] for key in table["sources"]),
    )
