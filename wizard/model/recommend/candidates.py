"""The kinds of image that could be the answer."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import (
    MACS,
    Architecture,
    BootMode,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile

_OF_XEN = (Architecture.X86_64, Architecture.I386)
_OTHER = (Architecture.X86_64, Architecture.ARM64)
_BOTH_WAYS = (BootMode.UEFI_PREFERRED, BootMode.UEFI, BootMode.LEGACY_BIOS)
# A disk boots by one of them: a Windows disk is partitioned for one, and of others nobody knows better.
_ONE_WAY = (BootMode.LEGACY_BIOS, BootMode.UEFI)
_BOOT_MODES = {
    Architecture.I386: (BootMode.LEGACY_BIOS,),
    Architecture.ARM64: (BootMode.UEFI,),
    Architecture.X86_64_MAC: (BootMode.UNSET,),
    Architecture.ARM64_MAC: (BootMode.UNSET,),
}


def profiles(needs: Needs) -> Iterator[ImageProfile]:
    """Every kind of image that the answers leave open, the one to prefer among equals first."""
    root = (
        RootDeviceType.INSTANCE_STORE if Feature.INSTANCE_STORE_ROOT in needs.features else RootDeviceType.EBS
    )
    tpm = (
        Feature.TPM in needs.features
        or needs.system.needs_tpm is True
        or (Feature.SECURE_BOOT in needs.features and needs.takes_windows_of_aws)
    )
    for virtualization in virtualization_types(needs):
        for architecture in _built_for(needs, virtualization):
            if virtualization is VirtualizationType.PARAVIRTUAL:
                yield ImageProfile(virtualization, architecture, BootMode.UNSET, False, root, tpm)
                continue
            for boot_mode in _boot_modes(needs, architecture):
                for ena in _ena(needs, architecture):
                    yield ImageProfile(virtualization, architecture, boot_mode, ena, root, tpm)


def virtualization_types(needs: Needs) -> tuple[VirtualizationType, ...]:
    """What the answers leave open, the year's preferred one first: today HVM, in 2014 PV for speed."""
    if needs.virtualization_type is not None:
        return (needs.virtualization_type,)
    if _is_hvm_only(needs):
        return (VirtualizationType.HVM,)
    today = (VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL)
    return today if needs.edition is Edition.CURRENT else today[::-1]


def _is_hvm_only(needs: Needs) -> bool:
    """Whether nobody made a paravirtual image of the system, and its kernel is not known to be one for it."""
    system = needs.system
    return needs.image is None and system.pv_images is False and system.xen_pv_kernel is not True


def _architectures(needs: Needs) -> tuple[Architecture, ...]:
    """What the answers leave open and the system's publisher makes images for.

    Nobody takes a 32-bit image who did not ask for it, or has one.
    """
    if needs.architecture is not None:
        return (needs.architecture,)
    system = needs.system
    if system.kind is OsKind.MACOS:
        return MACS
    found: tuple[Architecture, ...] = _OTHER if system.kind is not None else _OTHER + MACS
    if system.kind is OsKind.WINDOWS or system.arm64 is False:
        found = tuple(a for a in found if a is not Architecture.ARM64)
    if not system.x86_64:
        found = tuple(a for a in found if a is not Architecture.X86_64)
    has_32_bits = needs.image is not None and needs.image.architecture is Architecture.I386
    return (*found, Architecture.I386) if has_32_bits else found


def _built_for(needs: Needs, virtualization: VirtualizationType) -> tuple[Architecture, ...]:
    """The architectures to judge with it: paravirtual is Xen's, which ran on x86 only.

    Who insists on both is told what stands in the way.
    """
    architectures = _architectures(needs)
    if virtualization is VirtualizationType.HVM:
        return architectures
    found = tuple(a for a in architectures if a in _OF_XEN)
    return architectures if needs.virtualization_type is virtualization and not found else found


def kept_architectures(needs: Needs) -> frozenset[Architecture]:
    """What an image that one has was built for; a 32-bit one is better replaced by a 64-bit one.

    Where the image says nothing, what today's instance type runs.
    """
    built_for = needs.image.architecture if needs.image else None
    if built_for is Architecture.I386:
        return frozenset({Architecture.X86_64})
    if built_for is None and needs.today is not None:
        built_for = needs.today.architecture
    return frozenset({built_for}) if built_for else frozenset()


def _boot_modes(needs: Needs, architecture: Architecture) -> tuple[BootMode, ...]:
    """How images of the system boot, the one to prefer first."""
    if architecture in _BOOT_MODES:
        return _BOOT_MODES[architecture]
    system = needs.system
    if needs.features & {Feature.TPM, Feature.SECURE_BOOT} or system.bios_boot is False:
        return (BootMode.UEFI,)
    if system.uefi_boot is False or Feature.INSTANCE_STORE_ROOT in needs.features:
        # Of the types that start from an instance store none boots by UEFI.
        return (BootMode.LEGACY_BIOS,)
    if (published := system.vendor_boot_mode) is not None:
        # Of Windows AWS publishes one image for each way; a disk boots by one of them.
        other = _ONE_WAY if system.kind is OsKind.WINDOWS and system.uefi_boot else ()
        if system.kind is needs.os.kind is OsKind.WINDOWS and (
            not needs.other_system or needs.upgraded_in_place
        ):
            # It goes on, or is upgraded in place, on the disk that it has.
            published = needs.os.vendor_boot_mode or published
            if needs.image is not None and needs.image.boot_mode in _ONE_WAY:
                published = needs.image.boot_mode
        return (published, *(mode for mode in other if mode is not published))
    return _BOTH_WAYS if _boots_both_ways(system) else _ONE_WAY


def _boots_both_ways(system: OperatingSystem) -> bool:
    """Whether a disk with this system is known to boot by UEFI and by BIOS, or is a free choice."""
    if system.kind in (OsKind.WINDOWS, OsKind.OTHER):
        return system.kind is OsKind.OTHER and system.uefi_boot is True
    if system.family in (None, "linux"):
        return True
    # How the disk of a system is made that is built from another one, nobody says.
    return system.like is None and system.uefi_boot is True and system.bios_boot is True


def _ena(needs: Needs, architecture: Architecture) -> tuple[bool, ...]:
    """Whether to mark the image for ENA, the better first: no 32-bit type has it, nor use for it without the driver."""
    if architecture is Architecture.I386:
        return (False,)
    return (False, True) if needs.system.ena_driver is False else (True, False)
