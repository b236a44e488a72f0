"""Which kinds of image come into question, and as what launch they are judged."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.candidates import profiles, virtualization_types
from wizard.model.recommend.launches import launch_of, launch_with, nested
from wizard.model.recommend.needs import Needs

HVM, PV = VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL


def test_the_year_decides_which_virtualization_type_comes_first() -> None:
    assert virtualization_types(Needs()) == (HVM, PV)
    assert virtualization_types(Needs(edition=Edition.YEAR_2014)) == (PV, HVM)
    assert virtualization_types(Needs(virtualization_type=PV)) == (PV,)


@pytest.mark.parametrize(
    ("system", "image", "open_ways"),
    [
        (OperatingSystem(pv_images=False), None, 1),
        (OperatingSystem(pv_images=False, xen_pv_kernel=False), None, 1),
        (OperatingSystem(pv_images=False, xen_pv_kernel=True), None, 2),
        (OperatingSystem(pv_images=True), None, 2),
        (OperatingSystem(), None, 2),
        (OperatingSystem(pv_images=False), Image(), 2),
    ],
)
def test_where_nobody_made_a_paravirtual_image_only_who_has_one_or_its_kernel_is_asked(
    system: OperatingSystem, image: Image | None, open_ways: int
) -> None:
    assert len(virtualization_types(Needs(os=system, image=image))) == open_ways


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


@pytest.mark.parametrize(
    ("family", "version", "modes"),
    [
        # As the publishers' x86 images really are.
        ("amazon-linux", "2023", ["uefi-preferred"]),
        ("amazon-linux", "2", ["legacy-bios"]),
        ("amazon-linux", "2018.03", ["legacy-bios"]),
        ("windows", "2025", ["uefi", "legacy-bios"]),
        ("windows", "2022", ["legacy-bios", "uefi"]),
        ("windows", "2016", ["legacy-bios", "uefi"]),
        ("windows", "2012 R2", ["legacy-bios"]),
        ("windows", None, ["legacy-bios", "uefi"]),
        ("fedora-coreos", None, ["uefi-preferred"]),
        ("flatcar", None, ["uefi-preferred"]),
        ("ubuntu", "16.04", ["legacy-bios", "uefi"]),
        # A disk that boots both ways.
        ("ubuntu", "24.04", ["uefi-preferred", "uefi", "legacy-bios"]),
        ("linux", None, ["uefi-preferred", "uefi", "legacy-bios"]),
        # Of a disk of one's own nobody knows that it does.
        ("custom", None, ["legacy-bios", "uefi"]),
    ],
)
def test_the_system_decides_how_its_images_boot(
    knowledge: Knowledge, family: str, version: str | None, modes: list[str]
) -> None:
    needs = Needs(os=knowledge.os_catalog.find(family, version), architecture=Architecture.X86_64)
    found = [p.boot_mode for p in profiles(needs) if p.virtualization_type is HVM]
    assert list(dict.fromkeys(found)) == modes


def test_a_custom_disk_that_boots_both_ways_may_say_so() -> None:
    needs = Needs(os=OperatingSystem(family="custom", kind=OsKind.OTHER, uefi_boot=True))
    assert next(profiles(needs)).boot_mode is BootMode.UEFI_PREFERRED


def test_windows_is_upgraded_on_the_disk_that_it_has(knowledge: Knowledge) -> None:
    old, new = (knowledge.os_catalog.find("windows", version) for version in ("2012 R2", "2025"))
    assert next(profiles(Needs(os=old, os_after=new))).boot_mode is BootMode.LEGACY_BIOS
    assert next(profiles(Needs(os=new))).boot_mode is BootMode.UEFI


def test_32_bits_have_no_ena_and_are_taken_by_those_who_have_them() -> None:
    asked = Needs(architecture=Architecture.I386)
    assert {profile.ena for profile in profiles(asked)} == {False}
    owned = Needs(os=OperatingSystem(kind=OsKind.LINUX), image=Image(architecture=Architecture.I386))
    assert Architecture.I386 in {profile.architecture for profile in profiles(owned)}


def test_without_the_driver_the_mark_for_ena_is_of_no_use() -> None:
    assert not next(profiles(Needs(os=OperatingSystem(ena_driver=False)))).ena


def test_no_arm_image_of_a_system_that_has_none() -> None:
    found = {p.architecture for p in profiles(Needs(os=OperatingSystem(kind=OsKind.LINUX, arm64=False)))}
    assert found == {Architecture.X86_64}


def test_a_root_volume_that_is_to_hold_the_memory_is_chosen_large_enough() -> None:
    needs = Needs(features=frozenset({Feature.HIBERNATION}))
    assert (launch_of(next(profiles(needs)), needs).image.root_volume_gib or 0) > 149


def test_the_new_image_has_the_system_for_after_the_move(knowledge: Knowledge) -> None:
    old, new = (knowledge.os_catalog.find("amazon-linux", version) for version in ("2", "2023"))
    needs = Needs(os=old, os_after=new)
    assert launch_of(next(profiles(needs)), needs).os is new
    assert launch_with(Image(), needs).os is old


def test_the_windows_image_with_secure_boot_keys_comes_with_nitrotpm(knowledge: Knowledge) -> None:
    """Of AWS's Windows images only TPM-Windows_Server-* bring Microsoft's keys."""
    system = knowledge.os_catalog.find("windows", "2025")
    needs = Needs(os=system, features=frozenset({Feature.SECURE_BOOT}))
    kind = next(profiles(needs))
    assert kind.tpm
    assert launch_of(kind, needs).image.secure_boot_keys is True
    without = replace(needs, without=frozenset({Feature.TPM}))
    in_china = replace(needs, region="cn-north-1")
    own_disk = replace(needs, os=knowledge.os_catalog.find("windows-client", "10"))
    linux = replace(needs, os=knowledge.os_catalog.find("ubuntu", "24.04"))
    for other in (without, in_china, own_disk, linux):
        assert not next(profiles(other)).tpm
        assert launch_of(next(profiles(other)), other).image.secure_boot_keys is False


def test_a_system_that_is_made_for_arm_alone_begins_with_arm(knowledge: Knowledge) -> None:
    """There is no Raspberry Pi OS for x86_64 to look for."""
    needs = Needs(os=knowledge.os_catalog.find("raspberry-pi-os"))
    assert {kind.architecture for kind in profiles(needs)} == {Architecture.ARM64}
    image = knowledge.publishers.newest(needs.system, next(profiles(needs)), None)
    assert image is not None
    assert image.note is not None
    assert "--os debian --arch arm64" in image.note.render(NullTranslations())


@pytest.mark.parametrize(
    ("features", "purpose", "kind", "asking"),
    [
        # Who names it is to hear of EC2 where a type has none.
        (["nested-virtualization"], None, OsKind.LINUX, ["m8i.large", "m6i.large"]),
        (["nested-virtualization", "hibernation"], None, OsKind.WINDOWS, ["m8i.large", "m6i.large"]),
        ([], Purpose.VIRTUAL_MACHINES, OsKind.LINUX, ["m8i.large"]),
        (["hibernation"], Purpose.VIRTUAL_MACHINES, OsKind.LINUX, ["m8i.large"]),
        (["hibernation"], Purpose.VIRTUAL_MACHINES, OsKind.WINDOWS, []),
        ([], Purpose.GENERAL, OsKind.LINUX, []),
    ],
)
def test_the_launch_asks_for_nested_virtualization_where_guests_need_it_and_the_type_has_it(
    knowledge: Knowledge, features: list[str], purpose: Purpose | None, kind: OsKind, asking: list[str]
) -> None:
    needs = Needs(
        os=OperatingSystem(kind=kind), purpose=purpose, features=frozenset(Feature(each) for each in features)
    )
    names = ("m8i.large", "m6i.large", "m8i.metal-48xl")
    types = [t for t in knowledge.catalog.types if t.name in names]
    assert sorted(t.name for t in types if nested(t, needs)) == sorted(asking)


@pytest.mark.parametrize(
    ("system", "vcpus", "doubted"),
    [
        ({"os": "windows-sql", "os-version": "2022"}, {"minimum": 2, "maximum": 2}, True),
        ({"os": "windows-sql", "os-version": "2022"}, {"minimum": 4}, False),
        ({"os": "windows", "os-version": "2022"}, {"minimum": 2, "maximum": 2}, False),
    ],
)
def test_sql_server_of_aws_is_not_promised_on_less_than_four_vcpus(
    knowledge: Knowledge, system: dict[str, Any], vcpus: dict[str, int], doubted: bool
) -> None:
    found = advise(knowledge, needs_of(system | {"vcpus": vcpus}, knowledge))
    assert found.ranked[0].doubted is doubted


@pytest.mark.parametrize(
    ("system", "version"), [("sles-sap", "any"), ("sles-sap", "15-SP6"), ("rhel-sap", "9")]
)
def test_an_edition_for_sap_is_not_on_arm(knowledge: Knowledge, system: str, version: str) -> None:
    needs = needs_of({"os": system, "os-version": version}, knowledge)
    assert {profile.architecture for profile in profiles(needs)} == {Architecture.X86_64}
    assert not advise(knowledge, needs_of({"os": system, "arch": "arm64"}, knowledge)).ranked


@pytest.mark.parametrize(
    ("named", "keys"),
    [
        ({"os": "bottlerocket"}, True),
        ({"os": "bottlerocket", "os-version": "1.34"}, True),
        # Variants that are older than 1.28 have no keys until today.
        ({"os": "bottlerocket", "os-version": "1.24"}, False),
        ({"os": "ubuntu", "os-version": "24.04"}, False),
    ],
)
def test_of_linux_bottlerocket_alone_brings_its_secure_boot_keys(
    knowledge: Knowledge, named: dict[str, Any], keys: bool
) -> None:
    needs = needs_of(named | {"need": ["secure-boot"]}, knowledge)
    assert launch_of(next(profiles(needs)), needs).image.secure_boot_keys is keys
