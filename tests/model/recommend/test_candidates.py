"""Which kinds of image come into question, and as what launch they are judged."""

from __future__ import annotations

import pytest

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.recommend.candidates import launch_of, launch_with, profiles, virtualization_types
from wizard.model.recommend.needs import Needs

HVM, PV = VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL


def test_the_year_decides_which_virtualization_type_comes_first() -> None:
    assert virtualization_types(Needs()) == (HVM, PV)
    assert virtualization_types(Needs(edition=Edition.YEAR_2014)) == (PV, HVM)
    assert virtualization_types(Needs(virtualization_type=PV)) == (PV,)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (OsKind.LINUX, {"x86_64", "arm64"}),
        (OsKind.MACOS, {"arm64_mac", "x86_64_mac"}),
        (OsKind.WINDOWS, {"x86_64"}),
        (None, {"x86_64", "arm64", "arm64_mac", "x86_64_mac"}),
    ],
)
def test_architectures_follow_the_operating_system(kind: OsKind | None, expected: set[str]) -> None:
    assert {p.architecture for p in profiles(Needs(os=OperatingSystem(kind=kind)))} == expected


@pytest.mark.parametrize(
    ("needs", "first"),
    [
        (Needs(), BootMode.UEFI_PREFERRED),
        (Needs(features=frozenset({Feature.TPM})), BootMode.UEFI),
        (Needs(features=frozenset({Feature.SECURE_BOOT})), BootMode.UEFI),
        (Needs(os=OperatingSystem(bios_boot=False)), BootMode.UEFI),
        (Needs(os=OperatingSystem(uefi_boot=False)), BootMode.LEGACY_BIOS),
    ],
)
def test_boot_mode_to_prefer(needs: Needs, first: BootMode) -> None:
    assert next(profiles(needs)).boot_mode is first


def test_paravirtual_has_neither_ena_nor_a_boot_mode() -> None:
    found = list(profiles(Needs(virtualization_type=PV)))
    assert {(p.ena, p.boot_mode) for p in found} == {(False, BootMode.UNSET)}


def test_instance_store_root_is_only_taken_if_asked_for() -> None:
    assert {p.root_device_type for p in profiles(Needs())} == {RootDeviceType.EBS}
    asked = Needs(features=frozenset({Feature.INSTANCE_STORE_ROOT}))
    assert {p.root_device_type for p in profiles(asked)} == {RootDeviceType.INSTANCE_STORE}


@pytest.mark.parametrize(
    ("kind", "platform"),
    [(None, None), (OsKind.WINDOWS, Platform.WINDOWS), (OsKind.LINUX, Platform.LINUX_UNIX)],
)
def test_platform_of_the_launch(kind: OsKind | None, platform: Platform | None) -> None:
    needs = Needs(os=OperatingSystem(kind=kind))
    assert launch_of(next(profiles(needs)), needs).image.platform is platform


def test_macs_are_launched_on_a_host() -> None:
    needs = Needs(architecture=Architecture.ARM64_MAC)
    assert launch_of(next(profiles(needs)), needs).tenancy is Tenancy.HOST


def test_features_become_launch_options() -> None:
    features = {Feature.SPOT, Feature.HIBERNATION, Feature.ENCLAVES, Feature.SEV_SNP, Feature.SECURE_BOOT}
    launch = launch_with(Image(), Needs(features=frozenset(features), region="us-east-2"))
    options = (launch.spot, launch.hibernation, launch.enclave, launch.sev_snp, launch.secure_boot)
    assert all(options)
    assert launch.root_encrypted is True
    assert not launch.nested_virtualization
    assert launch.region == "us-east-2"
