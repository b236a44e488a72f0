"""The facts that rules may read, by path: "image.boot_mode", "os.ena_driver", "launch.region", "type.ena"."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import frozen, is_record, names_of
from wizard.model.message import Message

Values = tuple[Any, ...]


@frozen
class Fact:
    """kind: the value's type, or for a list of values the type of one; many: whether it is a list."""

    path: str
    kind: type
    many: bool

    @property
    def closed(self) -> bool:
        """True if it has a handful of values, known beforehand."""
        return not self.many and (self.kind is bool or issubclass(self.kind, Enum))

    def parse(self, raw: object) -> Any:
        """A TOML value as this fact's value. Raises ValueError naming what was expected."""
        if self.many:
            return (
                tuple(self.parse_one(each) for each in raw) if isinstance(raw, list) else self.parse_one(raw)
            )
        return self.parse_one(raw)

    def parse_one(self, raw: object) -> Any:
        """One value of the list, or the value where there is no list. Raises ValueError for a word that is none."""
        if issubclass(self.kind, Enum):
            try:
                return self.kind(raw)
            except ValueError:
                expected = ", ".join(str(member.value) for member in self.kind)
                raise ValueError(f"{self.path}: {raw!r} is not one of {expected}") from None
        if is_record(self.kind) and isinstance(raw, dict):
            return self.kind(**raw)
        if self.kind is float and type(raw) is int:
            return float(raw)
        if type(raw) is not self.kind:
            raise ValueError(f"{self.path}: {raw!r} is not of type {self.kind.__name__}")
        return raw


_ROOTS: Mapping[str, type] = {"image": Image, "os": OperatingSystem, "launch": Launch, "type": InstanceType}


@cache
def all_facts() -> Mapping[str, Fact]:
    """Every path that a rule may name, read off the records themselves."""
    found = {}
    for root, record in _ROOTS.items():
        hints = dict(record.__annotations__)
        for name, member in vars(record).items():
            if isinstance(member, property) and member.fget:
                hints[name] = member.fget.__annotations__["return"]
        meant = _meant(set(hints.values()), record.__module__)
        for name, hint in hints.items():
            kind, many = _kind(meant[hint])
            if kind is not None:
                found[f"{root}.{name}"] = Fact(f"{root}.{name}", kind, many)
    return found


def _meant(hints: Iterable[str], module: str) -> dict[str, Any]:
    """What annotations mean in a module. Of a hundred and seventy facts' twenty differ, and each is compiled."""
    return typing.get_type_hints(
        type("_Hints", (), {"__annotations__": {each: each for each in hints}, "__module__": module})
    )


def _kind(hint: Any) -> tuple[type | None, bool]:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in hint.__args__ if part is not types.NoneType)
    origin = typing.get_origin(hint)
    if origin in (tuple, frozenset):
        return typing.get_args(hint)[0], True
    return (hint, False) if isinstance(hint, type) else (None, False)


def reader(paths: tuple[str, ...]) -> Callable[[object], Values]:
    """A function that reads these facts, all of one side, off a Launch or an InstanceType."""
    if not paths:
        return lambda _: ()
    names = [path.partition(".")[2] if path.startswith(("launch.", "type.")) else path for path in paths]
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda holder: (read(holder),)


def wording(value: object) -> str:
    """A fact's value as EC2 writes it: lists joined by commas, … for what is not known."""
    if value is None:
        return "…"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | frozenset):
        return ",".join(sorted(map(str, value)) if isinstance(value, frozenset) else map(str, value)) or "–"
    return gib(value) if isinstance(value, float) else str(value)


def build_launch(example: Mapping[str, Any]) -> Launch:
    """A Launch from nested tables of facts: {"image": {"architecture": "arm64"}, "launch": {"spot": true}}.

    Raises ValueError naming the fact and what was expected.
    """
    parts: dict[str, dict[str, Any]] = {"image": {}, "os": {}, "launch": {}}
    for root, table in example.items():
        if root not in parts:
            raise ValueError(f"{root}: expected image, os or launch")
        known = names_of(_ROOTS[root])
        for name, raw in table.items():
            fact = all_facts().get(f"{root}.{name}")
            if fact is None or name not in known:
                raise ValueError(f"{root}.{name}: no such fact")
            parts[root][name] = fact.parse(raw)
    return Launch(image=Image(**parts["image"]), os=OperatingSystem(**parts["os"]), **parts["launch"])


_ON_MACS = Message(
    "Ask AWS: aws ec2 describe-mac-hosts names for each Mac that you have the newest versions of macOS that run on it, "
    "as MacOSLatestSupportedVersions; the oldest is the one that the Mac came with."
)
_ASK_IMAGE = Message("Take the image from DescribeImages, or answer the question about it.")
_SUPPLY = {
    "image.nitro_drivers": Message(
        "AWS's Windows AMIs have them since August 2018; of an AMI of your own look on an instance of it: "
        "Get-CimInstance Win32_PnPSignedDriver lists the drivers, AWS NVMe Driver among them. Where they are missing, "
        "install them on a Xen type before."
    ),
    "image.secure_boot_keys": Message(
        "AWS's Windows AMIs with NitroTPM bring them, and so do AMIs that were made of those. Ask AWS: aws ec2 "
        "describe-image-attribute --attribute uefiData shows what an AMI brings; on a running instance "
        "Confirm-SecureBootUEFI says whether Secure Boot is on."
    ),
    "os": Message(
        "Look in the release notes of this version, or try it on one instance first: no source that was read says it. "
        "A system of your own is described as the custom operating system: --os custom --guest FACT=yes or FACT=no."
    ),
    "os.x86_level": Message(
        "Look in the release notes of this version for the level that its packages are built for, such as x86-64-v3."
    ),
    "os.family": Message("Name the operating system and its version."),
    "os.version": Message("Name the operating system's version."),
    "os.like_parent": Message(
        "Compare on a running instance: uname -r and the drivers that lsmod lists, with those of the system it is built from."
    ),
    "os.nvme_driver": Message(
        "Look on a running instance: modinfo nvme finds the driver, and lsinitrd or lsinitramfs lists it."
    ),
    "os.ena_driver": Message("Look on a running instance: modinfo ena finds the driver and its version."),
    "os.pv_drivers": Message(
        "Look on a running instance: modinfo xen-blkfront finds the driver, and lsinitrd or lsinitramfs lists it."
    ),
    "os.xen_pv_kernel": Message("Look on a running instance: grep CONFIG_XEN_PV= /boot/config-$(uname -r)."),
    "os.nitro_v4_network": Message("Look on a running instance: uname -r names the kernel's version."),
    "os.graviton5": Message("Look on a running instance: uname -r names the kernel's version."),
    "os.uefi_boot": Message("Look on a running instance: lsblk -o NAME,PARTTYPENAME lists an EFI partition."),
    "os.mac_intel": _ON_MACS,
    "os.mac_m1": _ON_MACS,
    "os.mac_m1ultra": _ON_MACS,
    "os.mac_studio_2025": _ON_MACS,
    "os.mac_m2": _ON_MACS,
    "os.mac_m4": _ON_MACS,
    "launch.region": Message("Name the Region you want to launch in."),
    "launch.zone_offers": Message(
        "Ask AWS: aws ec2 describe-instance-type-offerings --location-type availability-zone, with the zone as the "
        "filter location and the type as the filter instance-type. A Local Zone has gp2 volumes at least."
    ),
    "launch.encrypted_root": Message("Say whether the root volume will be encrypted."),
    "launch.subscribed": Message("Look in AWS Marketplace whether the account is subscribed to the product."),
    "launch.seller_allows": Message(
        "Of a product of AWS Marketplace its page says which types it allows; of AWS's Windows with SQL Server no page does: "
        "try run-instances --dry-run, or take 4 vCPUs or more, which its licence counts anyway."
    ),
    "launch.platform": Message("Say whether the operating system is Windows."),
    "type.still_offered": Message(
        "Ask AWS: aws ec2 describe-instance-type-offerings, with the type as the filter instance-type; or refresh the "
        "catalogue with an account (ami-wizard catalog refresh)."
    ),
    "image": _ASK_IMAGE,
}
_SUPPLY_ON_WINDOWS = {
    "os.nvme_driver": Message(
        "Look in Windows: Get-CimInstance Win32_PnPSignedDriver lists the drivers; the one asked for is AWS NVMe."
    ),
    "os.ena_driver": Message(
        "Look in Windows: Get-CimInstance Win32_PnPSignedDriver lists the drivers; the one asked for is Amazon Elastic "
        "Network Adapter."
    ),
    "os.pv_drivers": Message(
        "Look in Windows: Get-CimInstance Win32_PnPSignedDriver lists the drivers; the one asked for is AWS PV."
    ),
    "os.nitro_v4_network": Message(
        "Look in Windows: Get-CimInstance Win32_PnPSignedDriver lists the drivers; Amazon Elastic Network Adapter has to "
        "be of version 2.2.3 or later."
    ),
    "os.uefi_boot": Message("Look in Windows: Get-Disk shows whether the system disk is GPT or MBR."),
}


def to_ask(path: str, launch: Launch) -> str:
    """The fact to ask a person for, so that this one becomes known.

    What an operating system can do follows from its name and version, except for a custom one.
    """
    if not path.startswith("os.") or launch.os.family == "custom" or path == "os.like_parent":
        return path
    if launch.os.family in (None, "linux"):
        return "os.family"
    # Of a system that the catalogue does not know, a version says nothing more.
    told = launch.os.version or launch.os.rolling or launch.os.kind is None
    return path if told else "os.version"


def how_to_supply(path: str, kind: OsKind | None = None) -> Message:
    """What a person does to make this fact known. kind: of the system, where that is known."""
    if kind is OsKind.WINDOWS and path in _SUPPLY_ON_WINDOWS:
        return _SUPPLY_ON_WINDOWS[path]
    return _SUPPLY.get(path) or _SUPPLY.get(path.partition(".")[0]) or _ASK_IMAGE
