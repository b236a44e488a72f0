"""Guesses an image's operating system from its name, description, owner and billing code.

All of these are free text or say it only roughly: a guess is a hint with its ground, and the judge
lets nothing fail because of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import MACS
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.message import Message
from wizard.model.systems.os_catalog import OsCatalog

_LONGEST = 300
_CLIENT = "windows-client"  # no family of the catalogue: EC2 has images of Windows Server only

# The word that must be there, for speed; the family; and what its groups, joined by points, say of
# the version. The first that fits counts, so what contains another's word comes before it.
_NAMES = tuple(
    (word, family, re.compile(pattern))
    for word, family, pattern in (
        ("windows", "windows", r"windows[-_ ]server[-_ ](\d{4}(?:[-_ ]?r2)?)"),
        (
            "win",
            "windows",
            r"\bwin(?:dows)?[-_ ]?(?:server[-_ ]?|srv[-_ ]?)?(20(?:03|08|12|16|19|22|25))[-_ ]?(r2)?",
        ),
        ("2k", "windows", r"\bw(?:in)?(2k(?:8|12|16|19|22|25))[-_ ]?(r2)?"),
        ("windows", _CLIENT, r"\bwindows[-_ ]?(?:10|11|7|8(?:\.1)?|xp|vista)\b"),
        ("macos", "macos", r"macos[-_ ](\d+(?:\.\d+)*)"),
        ("fedora", "fedora-coreos", r"fedora[-_ ]coreos(?:[-_ ](\d+))?"),
        ("rhcos", "rhel", r"\brhcos-\d+\.(\d)(\d+)\."),
        ("flatcar", "flatcar", r"flatcar[-_ ](?:[a-z]+[-_ ])*(\d+\.\d+\.\d+)?"),
        ("coreos", "coreos", r"coreos[-_ ](?:[a-z]+[-_ ])*(\d+\.\d+\.\d+)"),
        ("bottlerocket", "bottlerocket", r"bottlerocket"),
        ("al20", "amazon-linux", r"\bal(20\d\d)\b"),
        ("al2", "amazon-linux", r"(?<![a-z0-9])al(2)(?![a-z0-9])"),
        ("amzn2", "amazon-linux", r"\bamzn(2)\b"),
        ("amzn-", "amazon-linux", r"amzn-(?:ami-.*?)?(20\d\d\.\d\d)"),
        ("amazon", "amazon-linux", r"amazon[-_ ]?linux[-_ ]?(?:ami )?(20\d\d(?:\.\d\d)?|2(?![\d.]))?"),
        ("ubuntu", "ubuntu", r"ubuntu\D{0,30}?(\d\d\.\d\d)"),
        ("ubuntu", "ubuntu", r"ubuntu.{0,24}\b(precise|trusty|xenial|bionic|focal|jammy|noble|resolute)\b"),
        ("ubuntu", "ubuntu", r"ubuntu\D{0,30}?(\d\d)[-_]?(04|10)(?!\d)"),
        ("ubuntu", "ubuntu", r"ubuntu[-_ ]?(\d\d)(?![\d.])"),
        ("debian", "debian", r"debian[-_ ]?(?:gnu/linux[-_ ])?(\d{1,2})(?!\d)"),
        (
            "debian",
            "debian",
            r"debian.{0,12}\b(squeeze|wheezy|jessie|stretch|buster|bullseye|bookworm|trixie)\b",
        ),
        ("rhel", "rhel", r"\brhel[-_ ]?(?:[a-z]+[-_ ])*(\d{1,3}(?:\.\d+)*)"),
        ("hat", "rhel", r"\bred[-_ ]?hat[-_ ]?(?:enterprise[-_ ]?linux)?\D{0,12}(\d{1,3}(?:\.\d+)*)"),
        ("centos", "centos-stream", r"centos[-_ ]?(?:stream[-_ ]?(\d+)|(\d+)[-_ ]?stream)"),
        ("centos", "centos", r"centos[-_ ]?(?:linux[-_ ]?)?(\d{1,2}(?:\.\d+)*)(?!\d)"),
        ("rocky", "rocky", r"\brocky[-_ ]?(?:linux[-_ ]?)?(\d{1,2}(?:\.\d+)*)"),
        ("alma", "almalinux", r"\balma[-_ ]?(?:linux[-_ ]?)?(?:os[-_ ])?(\d{1,2}(?:\.\d{1,2}\b)?)"),
        ("oracle", "oracle-linux", r"oracle[-_ ]?linux[-_ ]?(?:server[-_ ])?(\d{1,2}(?:\.\d+)*)"),
        ("ol", "oracle-linux", r"^ol[-_]?(\d{1,2}(?:\.\d+)*)(?:[-_ ]|$)"),
        ("leap", "opensuse", r"\bleap[-_ ]?(\d\d)[-.](\d)"),
        ("tumbleweed", "opensuse", r"\b(tumbleweed)\b"),
        ("sles", "sles", r"\bsles[-_ ]?(?:[a-z]+[-_ ])*(\d\d)(?:[-_ ]?sp(\d))?"),
        ("suse", "sles", r"suse linux enterprise server (\d\d)(?: (?:sp|service pack )(\d))?"),
        ("fedora", "fedora", r"fedora(?:\b.{0,40}?\b)?(\d\d)\b"),
        ("alpine", "alpine", r"\balpine[-_ ]?(?:(?:linux|ami)[-_ ])?v?(\d\.\d+(?:\.\d+)?)"),
        ("nixos", "nixos", r"nixos[-_/ ](?:[a-z]+[-_ ])*(\d\d\.\d\d)"),
        ("talos", "talos", r"\btalos[-_ ]v?(\d+\.\d+)"),
        ("arch", "arch", r"\barch[-_ ]?linux\b"),
        ("gentoo", "gentoo", r"\bgentoo\b"),
        ("freebsd", "freebsd", r"freebsd(?:/ec2)?[-_/ ]?(\d+(?:\.\d+)?)"),
        ("netbsd", "netbsd", r"netbsd[-_/ ](?:[a-z0-9]+[-_ ])?(\d+(?:\.\d+)?)"),
        ("openbsd", "openbsd", r"openbsd[-_/ ](?:[a-z0-9]+[-_ ])?(\d+\.\d)"),
        ("eks", "amazon-linux", r"amazon-eks-(?:gpu-|arm64-)?node-1\.\d"),
        ("ubuntu", "ubuntu", r"ubuntu"),
    )
)
# The first numbers that a family's versions have had, and may soon have; another is not its version.
_MAJORS = {
    "ubuntu": range(8, 31),
    "debian": range(4, 16),
    "rhel": range(4, 12),
    "centos": range(4, 9),
    "centos-stream": range(8, 12),
    "rocky": range(8, 12),
    "almalinux": range(8, 12),
    "oracle-linux": range(4, 12),
    "opensuse": (15, 16, 42),
    "sles": range(10, 18),
    "fedora": range(8, 60),
    "freebsd": range(7, 20),
}
# Behind these a second number is often written without a point: rhel85, centos79, rocky810.
_RUN_TOGETHER = frozenset({"rhel", "centos", "rocky", "almalinux", "oracle-linux"})
# What is counted by a number before it; then the number is no version.
_COUNTED = re.compile(
    r"[-_ ]?(?:days?|hours?|hrs?|weeks?|months?|years?|min(?:ute)?s?|sec(?:ond)?s?|nodes?|cores?|v?cpus?|"
    r"[kmgt]i?b|x|percent|tiers?|users?|replicas?|shards?|instances?|way|copies|times)(?![a-z0-9])"
)
# Accounts that publish one family only, of every partition; publishers.toml has the sources.
PUBLISHERS: Mapping[str, str] = {
    "137112412989": "amazon-linux",
    "141808717104": "amazon-linux",
    "045324592363": "amazon-linux",
    "099720109477": "ubuntu",
    "837727238323": "ubuntu",
    "513442679011": "ubuntu",
    "136693071363": "debian",
    "379101102735": "debian",
    "309956199498": "rhel",
    "841258680906": "rhel",
    "219670896067": "rhel",
    "013907871322": "sles",
    "841869936221": "sles",
    "792107900819": "rocky",
    "764336703387": "almalinux",
    "131827586825": "oracle-linux",
    "782442783595": "freebsd",
    "647457786197": "arch",
    "538276064493": "alpine",
    "427812963091": "nixos",
    "540036508848": "talos",
    "075585003325": "flatcar",
    "628277914472": "macos",
    "801119661308": "windows",
    "016951021795": "windows",
    "077303321853": "windows",
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
        if guess.family == _CLIENT:
            break
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
        if guess.family == _CLIENT:
            break
        system = catalog.resolve(guess.family, guess.version)
        if _agrees(kind, system):
            return system
    return None


def _agrees(image: Image, system: OperatingSystem) -> bool:
    """Whether what DescribeImages does say of the system speaks against the guess."""
    if image.platform is None:
        return False
    windows, mac = image.platform is Platform.WINDOWS, image.architecture in MACS
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
    if image.architecture in MACS:
        yield OsGuess("macos", None, Message("Its architecture is a Mac's."))


def _named(text: str) -> tuple[str, str | None] | None:
    """The family and version that a name or description speaks of."""
    for word, family, pattern in _NAMES:
        if word not in text or not (found := pattern.search(text)):
            continue
        version = _version(family, [group for group in found.groups() if group])
        if word == "eks":
            return family, "2"  # its nodes of newer systems name them
        if version is None:
            return family, None
        if _is_version(family, version) and not _COUNTED.match(text, found.end()):
            return family, version
    return None


def _version(family: str, parts: list[str]) -> str | None:
    """The version out of a pattern's groups, with its points where they are left out."""
    if not parts:
        return None
    first, *rest = parts
    if family in _RUN_TOGETHER and first.isdigit() and int(first) not in _MAJORS[family]:
        first = f"{first[0]}.{first[1:]}"
    if family == "ubuntu" and first.isdigit() and not rest:
        rest = ["04"]
    if first.startswith("2k"):
        first = f"20{first[2:]:0>2}"
    return ".".join((first, *rest))


def _is_version(family: str, version: str) -> bool:
    """Whether the family has had, or may soon have, such a version."""
    major = version.partition(".")[0]
    return not major.isdigit() or family not in _MAJORS or int(major) in _MAJORS[family]
