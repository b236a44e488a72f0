"""Guesses an image's operating system from its name, description, owner and billing code.

All of these are free text or say it only roughly: a guess is a hint with its ground, and the judge
lets nothing fail because of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.message import Message
from wizard.model.systems.os_catalog import OsCatalog

_LONGEST = 300
_MAC = (Architecture.X86_64_MAC, Architecture.ARM64_MAC)

# The word that must be there, for speed; the family; and what its groups, joined by points, say of
# the version. The first that fits counts, so what contains another's word comes before it.
_NAMES = tuple(
    (word, family, re.compile(pattern))
    for word, family, pattern in (
        ("windows", "windows", r"windows[-_ ]server[-_ ](\d{4}(?:[-_ ]?r2)?)"),
        ("macos", "macos", r"macos[-_ ](\d+(?:\.\d+)*)"),
        ("fedora", "fedora-coreos", r"fedora[-_ ]coreos(?:[-_ ](\d+))?"),
        ("flatcar", "flatcar", r"flatcar[-_ ](?:[a-z]+[-_ ])*(\d+\.\d+\.\d+)?"),
        ("coreos", "coreos", r"coreos[-_ ](?:[a-z]+[-_ ])*(\d+\.\d+\.\d+)"),
        ("bottlerocket", "bottlerocket", r"bottlerocket"),
        ("al20", "amazon-linux", r"\bal(20\d\d)\b"),
        ("amzn2", "amazon-linux", r"\bamzn(2)\b"),
        ("amzn-", "amazon-linux", r"amzn-(?:ami-.*?)?(20\d\d\.\d\d)"),
        ("amazon", "amazon-linux", r"amazon[- ]?linux[- ]?(?:ami )?(20\d\d(?:\.\d\d)?|2\b)?"),
        ("ubuntu", "ubuntu", r"ubuntu\D{0,30}?(\d\d\.\d\d)"),
        ("ubuntu", "ubuntu", r"ubuntu.{0,24}\b(precise|trusty|xenial|bionic|focal|jammy|noble|resolute)\b"),
        ("debian", "debian", r"debian[-_ ](?:gnu/linux[-_ ])?(\d{1,2})(?!\d)"),
        (
            "debian",
            "debian",
            r"debian.{0,12}\b(squeeze|wheezy|jessie|stretch|buster|bullseye|bookworm|trixie)\b",
        ),
        ("rhel", "rhel", r"\brhel[-_ ]?(?:[a-z]+[-_ ])*(\d{1,2}(?:\.\d+)*)"),
        ("red hat", "rhel", r"red hat enterprise linux\D{0,12}(\d{1,2}(?:\.\d+)*)"),
        ("centos", "centos-stream", r"centos[-_ ]stream[-_ ](\d+)"),
        ("centos", "centos", r"centos[-_ ](?:linux[-_ ])?(\d{1,2}(?:\.\d+)*)"),
        ("rocky", "rocky", r"\brocky[-_ ](?:linux[-_ ])?(\d{1,2}(?:\.\d+)*)"),
        ("alma", "almalinux", r"\balma[-_ ]?linux[-_ ](?:os[-_ ])?(\d{1,2}(?:\.\d{1,2}\b)?)"),
        ("oracle", "oracle-linux", r"oracle[-_ ]?linux[-_ ](?:server[-_ ])?(\d{1,2}(?:\.\d+)*)"),
        ("ol", "oracle-linux", r"^ol(\d{1,2}(?:\.\d+)*)[-_ ]"),
        ("leap", "opensuse", r"\bleap[-_ ](\d\d)[-.](\d)"),
        ("tumbleweed", "opensuse", r"\b(tumbleweed)\b"),
        ("sles", "sles", r"\bsles[-_ ](?:[a-z]+[-_ ])*(\d\d)(?:[-_ ]sp(\d))?"),
        ("suse", "sles", r"suse linux enterprise server (\d\d)(?: (?:sp|service pack )(\d))?"),
        ("fedora", "fedora", r"fedora\b.{0,40}?\b(\d\d)\b"),
        ("alpine", "alpine", r"\balpine[-_ ](?:linux[-_ ])?(\d\.\d+(?:\.\d+)?)"),
        ("nixos", "nixos", r"nixos[-_/ ](?:[a-z]+[-_ ])*(\d\d\.\d\d)"),
        ("talos", "talos", r"\btalos[-_ ]v?(\d+\.\d+)"),
        ("arch", "arch", r"\barch[-_ ]?linux\b"),
        ("gentoo", "gentoo", r"\bgentoo\b"),
        ("freebsd", "freebsd", r"freebsd[-_/ ](\d+(?:\.\d+)?)"),
        ("netbsd", "netbsd", r"netbsd[-_/ ](?:[a-z0-9]+[-_ ])?(\d+(?:\.\d+)?)"),
        ("openbsd", "openbsd", r"openbsd[-_/ ](?:[a-z0-9]+[-_ ])?(\d+\.\d)"),
    )
)
# Accounts that publish one family only, as the project Cyclenerd/aws-ami lists them (August 2026).
PUBLISHERS: Mapping[str, str] = {
    "137112412989": "amazon-linux",
    "099720109477": "ubuntu",
    "136693071363": "debian",
    "379101102735": "debian",
    "309956199498": "rhel",
    "013907871322": "sles",
    "792107900819": "rocky",
    "764336703387": "almalinux",
    "782442783595": "freebsd",
    "647457786197": "arch",
    "628277914472": "macos",
    "801119661308": "windows",
}
# PlatformDetails names the licence: Ubuntu Pro, and what these sell.
_PLATFORMS = (("windows", "windows"), ("red hat", "rhel"), ("suse", "sles"), ("ubuntu", "ubuntu"))
# The digits of UsageOperation that stand for the operating system, without SQL Server's.
_OPERATIONS = {
    "0010": "rhel",
    "00g0": "rhel",
    "1010": "rhel",
    "000g": "sles",
    "0g00": "ubuntu",
    "0002": "windows",
    "0800": "windows",
}


@dataclass(frozen=True, slots=True)
class OsGuess:
    """A family of the catalogue, perhaps a version, and what speaks for it."""

    family: str
    version: str | None
    ground: Message


def guess_os(image: Image, catalog: OsCatalog) -> OperatingSystem:
    """What is known of the system that the image seems to hold, with the guess's ground.

    An OperatingSystem of which nothing is known, if nothing speaks for any.
    """
    for guess in _guesses(image, image.name, image.description):
        system = catalog.resolve(guess.family, guess.version)
        if _agrees(image, system):
            return replace(system, guess=guess.ground)
    return OperatingSystem()


def guessed_system(kind: Image, name: str, description: str, catalog: OsCatalog) -> OperatingSystem | None:
    """The system of the same guess for an image of this kind and name, without its ground.

    None if nothing speaks for any. It takes a fifth of the time, which counts for a hundred thousand
    images.
    """
    for guess in _guesses(kind, name, description):
        system = catalog.resolve(guess.family, guess.version)
        if _agrees(kind, system):
            return system
    return None


def _agrees(image: Image, system: OperatingSystem) -> bool:
    """Whether what DescribeImages does say of the system speaks against the guess."""
    if image.platform is None:
        return False
    windows, mac = image.platform is Platform.WINDOWS, image.architecture in _MAC
    return (system.kind is OsKind.WINDOWS) is windows and (system.kind is OsKind.MACOS) is mac


def _guesses(image: Image, name: str, description: str) -> Iterator[OsGuess]:
    """The guesses, the most telling first. image: only what its kind shares is looked at."""
    if found := _named(name[:_LONGEST].casefold()):
        yield OsGuess(*found, Message("Guessed from the AMI's name, {name}.", {"name": name}))
    if found := _named(description[:_LONGEST].casefold()):
        yield OsGuess(*found, Message("Guessed from the AMI's description: {text}.", {"text": description}))
    if family := PUBLISHERS.get(image.owner_id):
        yield OsGuess(
            family, None, Message("Guessed from the AMI's owner, account {owner}.", {"owner": image.owner_id})
        )
    for word, family in _PLATFORMS:
        if image.platform_details.casefold().startswith(word):
            details = {"details": image.platform_details}
            yield OsGuess(
                family, None, Message("Guessed from the AMI's platform details, {details}.", details)
            )
    if family := _OPERATIONS.get(image.usage_operation.partition(":")[2]):
        operation = {"operation": image.usage_operation}
        yield OsGuess(family, None, Message("Guessed from the AMI's billing code, {operation}.", operation))
    if image.platform is Platform.WINDOWS:
        yield OsGuess("windows", None, Message("DescribeImages says that its platform is Windows."))
    if image.architecture in _MAC:
        yield OsGuess("macos", None, Message("Its architecture is a Mac's."))


def _named(text: str) -> tuple[str, str | None] | None:
    """The family and version that a name or description speaks of."""
    for word, family, pattern in _NAMES:
        if word in text and (found := pattern.search(text)):
            return family, ".".join(filter(None, found.groups())) or None
    return None
