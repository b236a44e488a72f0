"""The kinds of image that could be the answer, as hypothetical launches for the judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import BlockDevice, Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition, Launch, Tenancy
from wizard.model.ec2.operating_system import OsKind
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Profile

# What AWS's own images have: a gp3 root volume, small enough for any boot mode and partition table.
_ROOT = BlockDevice("/dev/xvda", "gp3", size_gib=8)
_MAC = (Architecture.ARM64_MAC, Architecture.X86_64_MAC)
_OTHER = (Architecture.X86_64, Architecture.ARM64, Architecture.I386)
_BOOT_MODES = {
    Architecture.X86_64: (BootMode.UEFI_PREFERRED, BootMode.UEFI, BootMode.LEGACY_BIOS),
    Architecture.I386: (BootMode.LEGACY_BIOS,),
    Architecture.ARM64: (BootMode.UEFI,),
    Architecture.X86_64_MAC: (BootMode.UNSET,),
    Architecture.ARM64_MAC: (BootMode.UNSET,),
}


def profiles(needs: Needs) -> Iterator[Profile]:
    """Every kind of image that the answers leave open, the one to prefer among equals first."""
    root = (
        RootDeviceType.INSTANCE_STORE if Feature.INSTANCE_STORE_ROOT in needs.features else RootDeviceType.EBS
    )
    tpm = Feature.TPM in needs.features
    for virtualization in virtualization_types(needs):
        for architecture in _architectures(needs):
            if virtualization is VirtualizationType.PARAVIRTUAL:
                yield Profile(virtualization, architecture, BootMode.UNSET, False, root, tpm)
                continue
            for boot_mode in _boot_modes(needs, architecture):
                for ena in (True, False):
                    yield Profile(virtualization, architecture, boot_mode, ena, root, tpm)


def virtualization_types(needs: Needs) -> tuple[VirtualizationType, ...]:
    """What the answers leave open, the year's preferred one first: today HVM, in 2014 PV for speed."""
    if needs.virtualization_type is not None:
        return (needs.virtualization_type,)
    today = (VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL)
    return today if needs.edition is Edition.CURRENT else today[::-1]


def _architectures(needs: Needs) -> tuple[Architecture, ...]:
    if needs.architecture is not None:
        return (needs.architecture,)
    if needs.os.kind is OsKind.MACOS:
        return _MAC
    return _OTHER if needs.os.kind is not None else _OTHER + _MAC


def kept_architectures(needs: Needs) -> frozenset[Architecture]:
    """What an image that one has was built for; a 32-bit one is better replaced by a 64-bit one."""
    built_for = needs.image.architecture if needs.image else None
    if built_for is Architecture.I386:
        return frozenset({Architecture.X86_64})
    return frozenset({built_for}) if built_for else frozenset()


def _boot_modes(needs: Needs, architecture: Architecture) -> tuple[BootMode, ...]:
    modes = _BOOT_MODES[architecture]
    first = BootMode.UEFI_PREFERRED
    if needs.features & {Feature.TPM, Feature.SECURE_BOOT} or needs.os.bios_boot is False:
        first = BootMode.UEFI
    elif needs.os.uefi_boot is False:
        first = BootMode.LEGACY_BIOS
    return tuple(sorted(modes, key=lambda mode: mode is not first))


def launch_of(profile: Profile, needs: Needs) -> Launch:
    """The launch one would make with an image of this kind and the options that the needs imply."""
    image = Image(
        architecture=profile.architecture,
        virtualization_type=profile.virtualization_type,
        boot_mode=profile.boot_mode,
        ena_support=profile.ena,
        sriov_net_support=profile.ena,
        tpm_support=profile.tpm,
        imds_v2=False,
        platform=_platform(needs),
        root_device_type=profile.root_device_type,
        root_device_name=_ROOT.device_name,
        block_devices=(_ROOT,) if profile.root_device_type is RootDeviceType.EBS else (),
    )
    launch = launch_with(image, needs)
    return replace(launch, tenancy=Tenancy.HOST) if profile.architecture in _MAC else launch


def launch_with(image: Image, needs: Needs) -> Launch:
    """The launch one would make with this image and the options that the needs imply."""
    features = needs.features
    return Launch(
        image=image,
        os=needs.os,
        region=needs.region,
        edition=needs.edition,
        spot=Feature.SPOT in features,
        hibernation=Feature.HIBERNATION in features,
        enclave=Feature.ENCLAVES in features,
        sev_snp=Feature.SEV_SNP in features,
        nested_virtualization=Feature.NESTED_VIRTUALIZATION in features,
        secure_boot=Feature.SECURE_BOOT in features,
        root_encrypted=True if Feature.HIBERNATION in features else None,
    )


def _platform(needs: Needs) -> Platform | None:
    if needs.os.kind is None:
        return None
    return Platform.WINDOWS if needs.os.kind is OsKind.WINDOWS else Platform.LINUX_UNIX
