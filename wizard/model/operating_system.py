"""The operating system inside an image, and what it can do as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OsKind(StrEnum):
    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "macos"
    BSD = "bsd"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OperatingSystem:
    """A family, perhaps a version, and its abilities. None: not known, never "no".

    family: a key of the catalogue such as "ubuntu", or "linux", "windows", "macos", "custom".
    xen_pv_kernel: boots as a paravirtual guest. pv_drivers: has Xen disk and network drivers.
    host_vt: the host's CPU has Intel VT or AMD-V, as every EC2 host of an HVM type has; only the
    knowledge of 2014 asks for it.
    """

    family: str | None = None
    version: str | None = None
    kind: OsKind | None = None
    xen_pv_kernel: bool | None = None
    pv_drivers: bool | None = None
    ena_driver: bool | None = None
    nvme_driver: bool | None = None
    uefi_boot: bool | None = None
    bios_boot: bool | None = None
    host_vt: bool = True
