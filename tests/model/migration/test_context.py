"""Each change is asked for where it lies on the way, and only there."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.migration.changes import CHANGES
from wizard.model.migration.context import MigrationContext, migration_context
from wizard.model.migration.missing import missing
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.rules.migration_change import CHANGE_IDS

HVM = Image(
    image_id="ami-0123456789abcdef0",
    architecture=Architecture.X86_64,
    virtualization_type=VirtualizationType.HVM,
    boot_mode=BootMode.UNSET,
    ena_support=True,
    tpm_support=False,
    platform=Platform.LINUX_UNIX,
    root_device_type=RootDeviceType.EBS,
)
PV = replace(HVM, virtualization_type=VirtualizationType.PARAVIRTUAL, ena_support=False)
STORE = replace(HVM, root_device_type=RootDeviceType.INSTANCE_STORE)
I386 = replace(HVM, architecture=Architecture.I386)
UNTOLD = Image()
ARM = replace(HVM, architecture=Architecture.ARM64)
NO_ENA = replace(HVM, ena_support=False)

X86 = ImageProfile(
    VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI_PREFERRED, True, RootDeviceType.EBS
)
UEFI = replace(X86, boot_mode=BootMode.UEFI)
TPM = replace(UEFI, tpm=True)
GRAVITON = replace(UEFI, architecture=Architecture.ARM64)
STAY_PV = ImageProfile(
    VirtualizationType.PARAVIRTUAL, Architecture.X86_64, BootMode.UNSET, False, RootDeviceType.EBS
)
LINUX, WINDOWS = OsKind.LINUX, OsKind.WINDOWS


def make_context(
    knowledge: Knowledge,
    image: Image,
    here: str | None = None,
    profile: ImageProfile = X86,
    there: str = "m8a.large",
    kind: OsKind | None = LINUX,
) -> MigrationContext:
    target = knowledge.catalog.get(there)
    assert target
    here_type = knowledge.catalog.get(here or "")
    return MigrationContext(image, here_type, profile, target, kind)


@pytest.mark.parametrize(
    ("image", "here", "profile", "there", "kind", "changes"),
    [
        (HVM, None, X86, "m8a.large", LINUX, []),
        (HVM, "m5.large", X86, "m8a.large", LINUX, ["change-type"]),
        # Paravirtual: a fresh instance, which has an EBS root and Nitro's drivers of its own.
        (PV, "m1.small", X86, "m8a.large", LINUX, ["pv-to-hvm"]),
        (PV, "m1.small", TPM, "m8a.large", LINUX, ["pv-to-hvm"]),
        (PV, "m1.small", STAY_PV, "m3.medium", LINUX, ["change-type"]),
        (
            replace(PV, root_device_type=RootDeviceType.INSTANCE_STORE),
            "m1.small",
            X86,
            "m8a.large",
            LINUX,
            ["pv-to-hvm"],
        ),
        (replace(PV, architecture=Architecture.I386), "m1.small", X86, "m8a.large", LINUX, ["pv-to-hvm"]),
        (PV, "m1.small", GRAVITON, "m8g.large", LINUX, ["x86-to-arm"]),
        # Xen to Nitro: by the type in use, or by the mark for ENA where none is known.
        (HVM, "m4.large", X86, "m8a.large", LINUX, ["xen-to-nitro-linux"]),
        (HVM, "m4.large", X86, "m8a.large", None, ["xen-to-nitro-linux"]),
        (HVM, "m4.large", X86, "m8a.large", WINDOWS, ["xen-to-nitro-windows"]),
        (HVM, "m4.large", X86, "m8azn.metal-12xl", LINUX, ["xen-to-nitro-linux"]),
        (HVM, "m4.large", X86, "m8a.large", OsKind.BSD, ["change-type"]),
        (HVM, "m4.large", X86, "r4.large", LINUX, ["change-type"]),
        # Older types take both kinds of AMI: unless it is known to be paravirtual, Nitro needs its drivers.
        (UNTOLD, "c3.large", X86, "m8a.large", LINUX, ["xen-to-nitro-linux"]),
        (UNTOLD, "m1.small", X86, "m8a.large", None, ["xen-to-nitro-linux"]),
        (UNTOLD, "t1.micro", X86, "m8a.large", WINDOWS, ["xen-to-nitro-windows"]),
        (UNTOLD, "c3.large", X86, "r4.large", LINUX, ["change-type"]),
        (UNTOLD, "c3.large", STAY_PV, "m3.large", LINUX, ["change-type"]),
        (UNTOLD, "m1.small", GRAVITON, "m8g.large", LINUX, ["x86-to-arm"]),
        (UNTOLD, "m1.small", X86, "m8a.large", OsKind.OTHER, ["xen-to-nitro-linux"]),
        (NO_ENA, None, X86, "m8a.large", LINUX, ["xen-to-nitro-linux"]),
        (NO_ENA, None, X86, "m8a.large", WINDOWS, ["xen-to-nitro-windows"]),
        (NO_ENA, None, X86, "r4.large", LINUX, []),
        (I386, "t2.small", X86, "m8a.large", LINUX, []),
        (ARM, None, X86, "m8a.large", LINUX, []),
        # BIOS to UEFI, and NitroTPM where the disk boots by UEFI already.
        (HVM, "m5.large", UEFI, "m8a.large", LINUX, ["bios-to-uefi"]),
        (replace(HVM, boot_mode=BootMode.LEGACY_BIOS), None, UEFI, "m8a.large", LINUX, ["bios-to-uefi"]),
        (replace(HVM, boot_mode=BootMode.UEFI_PREFERRED), None, UEFI, "m8a.large", LINUX, []),
        (HVM, None, TPM, "m8a.large", LINUX, ["bios-to-uefi"]),
        (replace(HVM, boot_mode=BootMode.UEFI_PREFERRED), None, TPM, "m8a.large", LINUX, ["to-nitrotpm"]),
        (replace(HVM, boot_mode=BootMode.UEFI, tpm_support=True), None, TPM, "m8a.large", LINUX, []),
        (
            replace(HVM, boot_mode=BootMode.UEFI, tpm_support=True),
            "m5.large",
            TPM,
            "m8a.large",
            LINUX,
            ["change-type"],
        ),
        (
            replace(HVM, boot_mode=BootMode.UEFI, tpm_support=False),
            "m5.large",
            TPM,
            "m8a.large",
            LINUX,
            ["to-nitrotpm"],
        ),
        (ARM, None, GRAVITON, "m8g.large", LINUX, []),
        (ARM, None, replace(GRAVITON, tpm=True), "m8g.large", LINUX, ["to-nitrotpm"]),
        # Instance store: first onto EBS, then on.
        (STORE, None, X86, "m8a.large", LINUX, ["instance-store-to-ebs"]),
        (
            replace(STORE, ena_support=False),
            "d2.xlarge",
            TPM,
            "m8a.large",
            LINUX,
            ["instance-store-to-ebs", "xen-to-nitro-linux", "bios-to-uefi"],
        ),
        (STORE, None, replace(X86, root_device_type=RootDeviceType.INSTANCE_STORE), "d2.xlarge", LINUX, []),
        (STORE, "d2.xlarge", GRAVITON, "m8g.large", LINUX, ["x86-to-arm"]),
        (HVM, "m4.large", GRAVITON, "m8g.large", LINUX, ["x86-to-arm"]),
        (I386, "t2.small", GRAVITON, "m8g.large", LINUX, ["x86-to-arm"]),
    ],
)
def test_changes(
    knowledge: Knowledge,
    image: Image,
    here: str | None,
    profile: ImageProfile,
    there: str,
    kind: OsKind | None,
    changes: list[str],
) -> None:
    context = make_context(knowledge, image, here, profile, there, kind)
    assert [id for id, asked in CHANGES.items() if asked(context)] == changes


@pytest.mark.parametrize(
    ("image", "here", "profile", "kind", "facts"),
    [
        (HVM, None, TPM, LINUX, []),
        (Image(), None, X86, None, ["virtualization type", "architecture", "root device", "ENA"]),
        (replace(HVM, boot_mode=None, tpm_support=None), None, X86, LINUX, []),
        (replace(HVM, boot_mode=None, tpm_support=None), None, TPM, LINUX, ["boot mode", "NitroTPM"]),
        (replace(HVM, ena_support=None), "m4.large", X86, LINUX, []),
        (HVM, "m4.large", X86, None, ["operating system"]),
        (HVM, "m4.large", X86, OsKind.OTHER, ["operating system"]),
        (HVM, "m4.large", X86, OsKind.BSD, ["drivers for ENA and NVMe"]),
        # A fresh instance asks nothing more of the old one.
        (replace(PV, root_device_type=None, boot_mode=None), None, TPM, None, []),
    ],
)
def test_what_is_missing(
    knowledge: Knowledge,
    image: Image,
    here: str | None,
    profile: ImageProfile,
    kind: OsKind | None,
    facts: list[str],
) -> None:
    context = make_context(knowledge, image, here, profile, kind=kind)
    assert [fact.render(NullTranslations()) for fact in missing(context)] == facts


def test_who_names_the_architecture_of_a_type_that_has_two_is_not_asked_for_it(knowledge: Knowledge) -> None:
    needs = Needs(image=Image(), current_type="c1.medium", architecture=Architecture.I386)
    context = migration_context(advise(knowledge, needs), knowledge.catalog.get("c1.medium"))
    assert context is not None
    assert context.image.architecture is Architecture.I386
    unsaid = migration_context(advise(knowledge, replace(needs, architecture=None)), context.here)
    assert unsaid is not None
    assert unsaid.image.architecture is None


@pytest.mark.parametrize("kind", [OsKind.OTHER, OsKind.BSD])
def test_a_system_known_to_have_the_drivers_only_changes_its_type(knowledge: Knowledge, kind: OsKind) -> None:
    context = replace(make_context(knowledge, HVM, "m4.large", kind=kind), has_drivers=True)
    assert [id for id, asked in CHANGES.items() if asked(context)] == ["change-type"]
    assert not [*missing(context)]


def test_a_plan_knows_when_to_take_each_change_there_is() -> None:
    assert tuple(CHANGES) == CHANGE_IDS


@pytest.mark.parametrize(
    ("today", "after", "here", "changes"),
    [
        ("2012 R2", None, "m4.large", ["windows-upgrade", "xen-to-nitro-windows"]),
        # The runbook does not take it, and nothing else was asked for.
        ("2012", None, "m4.large", ["xen-to-nitro-windows"]),
        ("2016", None, "m4.large", ["xen-to-nitro-windows"]),
        (None, None, "m4.large", ["xen-to-nitro-windows"]),
        ("2012 R2", "2019", "m4.large", ["windows-upgrade", "xen-to-nitro-windows"]),
        ("2012 R2", "2022", "m4.large", ["windows-upgrade", "xen-to-nitro-windows", "windows-in-place"]),
        ("2012 R2", "2025", "m4.large", ["windows-upgrade", "xen-to-nitro-windows", "windows-in-place"]),
        ("2016", "2025", "m4.large", ["xen-to-nitro-windows", "windows-in-place"]),
        ("2016", "2025", "m5.large", ["change-type", "windows-in-place"]),
        ("2012 R2", "2025", "m5.large", ["change-type", "windows-in-place"]),
        ("2003", "2025", "m4.large", ["new-system"]),
        ("2012", "2025", "m4.large", ["new-system"]),
        ("2022", "2019", "m5.large", ["new-system"]),
        ("2012 R2", None, "m5.large", ["change-type"]),
    ],
)
def test_a_newer_windows_comes_where_its_runbook_leads(
    knowledge: Knowledge, today: str | None, after: str | None, here: str, changes: list[str]
) -> None:
    systems = knowledge.os_catalog
    needs = Needs(
        os=systems.find("windows", today),
        os_after=systems.find("windows", after) if after else None,
        image=HVM,
        current_type=here,
        types=("m8i.large",),
    )
    context = migration_context(advise(knowledge, needs), knowledge.instance_type(here))
    assert context is not None
    assert [id for id, asked in CHANGES.items() if asked(context)] == changes


def test_what_settles_the_virtualization_type_where_no_type_does(knowledge: Knowledge) -> None:
    windows = Needs(os=knowledge.os_catalog.find("windows", "2016"), image=Image())
    context = migration_context(advise(knowledge, windows), None)
    assert context is not None
    assert context.image.virtualization_type is VirtualizationType.HVM
    insists = Needs(
        os=knowledge.os_catalog.find("centos", "6"),
        image=Image(),
        current_type="m3.medium",
        virtualization_type=VirtualizationType.PARAVIRTUAL,
    )
    context = migration_context(advise(knowledge, insists), knowledge.instance_type("m3.medium"))
    assert context is not None
    assert context.image.virtualization_type is VirtualizationType.PARAVIRTUAL


@pytest.mark.parametrize(
    ("family", "version", "asked"),
    [
        ("windows", "2008 R2", False),
        ("windows", "2019", False),
        ("windows", "2008", True),
        ("windows", None, True),
        ("windows-client", "10", True),
        ("ubuntu", "14.04", True),
    ],
)
def test_a_windows_server_of_64_bits_is_not_asked_for_its_architecture(
    knowledge: Knowledge, family: str, version: str | None, *, asked: bool
) -> None:
    """T2 runs 32 bits as well."""
    needs = Needs(
        os=knowledge.os_catalog.find(family, version),
        image=Image(),
        current_type="t2.medium",
        types=("m4.large",),
    )
    context = migration_context(advise(knowledge, needs), knowledge.instance_type("t2.medium"))
    assert context is not None
    assert ("architecture" in [fact.template for fact in missing(context)]) is asked
