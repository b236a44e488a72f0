"""The operating system inside an image, and what it can do as far as that is known."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import BootMode
from wizard.model.frozen import field, frozen, replace
from wizard.model.message import Message
from wizard.model.word import Word


class OsKind(Word):
    """What an operating system is by descent; OTHER where nobody knows."""

    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "macos"
    BSD = "bsd"
    OTHER = "other"


def title_of(name: str, version: str | None, flavour: str | None, titled: str = "") -> str:
    """A system for people: Ubuntu 24.04 Pro, or as titled says it, with the version in its place."""
    placed = titled.replace("{version}", version) if titled and version else ""
    return " ".join(filter(None, (placed, flavour) if placed else (name, version, flavour)))


@frozen
class Ground:
    """How one fact about an operating system is known, and from where."""

    evidence: Evidence
    sources: tuple[Source, ...]


@frozen
class OperatingSystem:
    """A family, perhaps a version, and its abilities. None: not known, never "no".

    family: a key of the catalogue such as "ubuntu", or "linux", "windows", "macos", "custom".
    flavour: which of the publisher's images of it, such as core, where not the plain one; flavour_title: as
    the title says it. name: the family's name for people; titled: the title of a version, where its number does not stand last.
    kubernetes: the version for which an image of EKS's is, where somebody named it.
    like: the system that it is built from, by which it is judged where nothing is known of its own;
    like_parent: whether its kernel and images are like that one's, None where nobody knows.
    rolling: the family has no versions that anybody could name. judged_by: the listed version by which one is judged that is not listed; newest_known: the newest
    version that is known, where this one is newer.
    guess: why somebody took the image for this system; None where a person or a file said so.
    grounds: for each fact that the catalogue gave, how it is known.

    xen_pv_kernel: boots as a paravirtual guest. pv_images: its vendor published such images.
    pv_drivers: has Xen's disk and network drivers for HVM guests. nitro_v4_network: its kernel is
    new enough for the network of Nitro version 4 and later.
    uefi_boot, bios_boot: can boot so on x86; an Arm image always boots by UEFI. vendor_boot_mode:
    the boot mode of the vendor's own x86 images. host_vt: the host's CPU has Intel VT or AMD-V, as
    every EC2 host of an HVM type has; only the knowledge of 2014 asks for it.
    tpm, secure_boot: can use NitroTPM, can start under Secure Boot. needs_tpm: its maker wants a TPM 2.0.

    x86_64, arm64: there are images for it. graviton1: runs on A1, graviton2: on Graviton2 and later,
    graviton5: on Graviton5 with its default kernel. arm64_page_kib: the Arm kernel's page size.
    x86_level: the level of x86-64 it is compiled for, 1 to 3. minimum_memory_mib: what its maker
    asks for. mac_intel, mac_m1, mac_m2, mac_m4, mac_m1ultra: runs on Macs with this chip;
    mac_studio_2025: on those with M4 Max or M3 Ultra.

    many_vcpus, efa, sev_snp, hibernation (on x86), hibernation_arm64, hibernation_xen: AWS lists it
    for types of very many vCPUs, or for the feature. hibernation_from: the day of the first AWS or
    vendor image that hibernates on x86.

    end_of_life: the day the vendor's regular support ends. extended_end: the end of a longer
    support, paid or by volunteers, where there is one. add_on_end: of one that is bought on top of that.
    """

    family: str | None = None
    version: str | None = None
    flavour: str | None = None
    flavour_title: str | None = None
    name: str | None = None
    titled: str = ""
    kubernetes: str | None = None
    kind: OsKind | None = None
    xen_pv_kernel: bool | None = None
    pv_images: bool | None = None
    pv_drivers: bool | None = None
    ena_driver: bool | None = None
    nvme_driver: bool | None = None
    nitro_v4_network: bool | None = None
    uefi_boot: bool | None = None
    bios_boot: bool | None = None
    vendor_boot_mode: BootMode | None = None
    host_vt: bool = True
    tpm: bool | None = None
    needs_tpm: bool = False
    secure_boot: bool | None = None
    x86_64: bool = True
    arm64: bool | None = None
    graviton1: bool | None = None
    graviton2: bool | None = None
    graviton5: bool | None = None
    arm64_page_kib: int | None = None
    x86_level: int | None = None
    minimum_memory_mib: int | None = None
    mac_intel: bool | None = None
    mac_m1: bool | None = None
    mac_m2: bool | None = None
    mac_m4: bool | None = None
    mac_m1ultra: bool | None = None
    mac_studio_2025: bool | None = None
    many_vcpus: bool | None = None
    efa: bool | None = None
    sev_snp: bool | None = None
    hibernation: bool | None = None
    hibernation_arm64: bool | None = None
    hibernation_xen: bool | None = None
    hibernation_from: datetime.date | None = None
    end_of_life: datetime.date | None = None
    extended_end: datetime.date | None = None
    add_on_end: datetime.date | None = None
    like: str | None = None
    like_parent: bool | None = True
    rolling: bool = False
    judged_by: str | None = None
    newest_known: str | None = None
    guess: Message | None = None
    grounds: Mapping[str, Ground] = field(default_factory=dict, compare=False, repr=False)

    @property
    def last_support(self) -> datetime.date | None:
        """The day on which the last support ends, regular, extended or bought on top of that."""
        return self.add_on_end or self.extended_end or self.end_of_life

    @property
    def title(self) -> str | None:
        """Name and version for people: Ubuntu 22.04. None if nobody named a system.

        One that is judged by its parent says so: Kali Linux (judged as Debian 13).
        """
        name = self.name or self.family
        named = title_of(name, self.version, self.flavour_title, self.titled) if name else None
        return f"{named} (judged as {self.like})" if self.like else named

    @property
    def spelled(self) -> str:
        """As one names it on the command line: ubuntu:24.04, windows:2022-core, or sles:15-SP7."""
        version = "-".join(filter(None, (self.version, self.flavour, self.kubernetes))).replace(" ", "-")
        return f"{self.family}:{version}" if version else self.family or ""

    def told(self, **facts: Any) -> OperatingSystem:
        """The system with facts that a person states; theirs count before the catalogue's."""
        grounds = {name: ground for name, ground in self.grounds.items() if name not in facts}
        return replace(self, **facts, grounds=grounds)
