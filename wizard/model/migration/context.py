"""Where one is and where the recommendation leads, and which changes lie between the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    RootDeviceType,
    Support,
    VirtualizationType,
)
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import frozen, replace
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile, Recommendation
from wizard.model.systems.windows_upgrade import WindowsUpgrade, has_64_bits, windows_upgrade


@frozen
class MigrationContext:
    """From an image, on a type in use today where one is known, to a kind of image on a type.

    image: with what `here` proves of it; kind: None where nobody said what system it is.
    system_after: the one that shall run afterwards, where that is another one or another main version.
    has_drivers: the system is known to have those for ENA and NVMe. upgrade: the Windows Server to reach in place, before the type is changed and after that;
    None: another system comes on a fresh instance.
    """

    image: Image
    here: InstanceType | None
    profile: ImageProfile
    there: InstanceType
    kind: OsKind | None = None
    region: str | None = None
    system_after: str | None = None
    has_drivers: bool = False
    upgrade: WindowsUpgrade | None = None


def migration_context(recommendation: Recommendation, here: InstanceType | None) -> MigrationContext | None:
    """None without an image or a decision."""
    needs, profile = recommendation.needs, recommendation.decision
    if recommendation.own_image is None or profile is None:
        return None
    image = recommendation.own_image.known
    if image.architecture is None and here is not None and needs.architecture in here.architectures:
        # Who names the architecture of today's type keeps to it.
        image = replace(image, architecture=needs.architecture)
    if image.architecture is None and has_64_bits(needs.os):
        image = replace(image, architecture=Architecture.X86_64)
    kind = OsKind.WINDOWS if image.platform is Platform.WINDOWS else needs.os.kind
    if image.virtualization_type is None and (kind is OsKind.WINDOWS or needs.os.xen_pv_kernel is False):
        # Windows was never paravirtual, and no more is a system whose kernel cannot be.
        image = replace(image, virtualization_type=VirtualizationType.HVM)
    if image.virtualization_type is None and needs.virtualization_type is VirtualizationType.PARAVIRTUAL:
        # Nothing becomes paravirtual: who insists on it has it.
        image = replace(image, virtualization_type=VirtualizationType.PARAVIRTUAL)
    there = recommendation.ranked[0].instance_type
    return MigrationContext(
        image,
        here,
        profile,
        there,
        kind,
        needs.region,
        system_after=needs.system.title if needs.other_system else None,
        has_drivers=bool(needs.os.ena_driver and needs.os.nvme_driver),
        upgrade=_upgrade(needs, here, there),
    )


def _upgrade(needs: Needs, here: InstanceType | None, there: InstanceType) -> WindowsUpgrade | None:
    """None for a system that is no Windows, and for a version that no runbook leads to."""
    if needs.os.kind is not OsKind.WINDOWS or (needs.other_system and not needs.upgraded_in_place):
        return None
    to_nitro = here is not None and here.hypervisor is Hypervisor.XEN is not there.hypervisor
    after = needs.system.version if needs.other_system else None
    return windows_upgrade(needs.os.version, after, to_nitro=to_nitro)


def missing(context: MigrationContext) -> Iterator[Message]:
    """What nobody knows of the image and could ask for one more change."""
    image, profile = context.image, context.profile
    if not _in_place(context):
        return
    if image.virtualization_type is None:
        yield Message("virtualization type")
    if image.architecture is None:
        yield Message("architecture")
    if image.root_device_type is None:
        yield Message("root device")
    if image.ena_support is None and context.here is None and context.there.ena is Support.REQUIRED:
        yield Message("ENA")
    if (
        image.boot_mode is None
        and profile.boot_mode is BootMode.UEFI
        and profile.architecture is Architecture.X86_64
    ):
        yield Message("boot mode")
    if image.tpm_support is None and profile.tpm:
        yield Message("NitroTPM")
    if context.kind in (None, OsKind.OTHER) and _by_the_steps_for_linux(context):
        yield Message("operating system")
    if context.kind is OsKind.BSD and _xen_to_nitro(context) and not context.has_drivers:
        yield Message("drivers for ENA and NVMe")


_X86 = (Architecture.X86_64, Architecture.I386)


def _to_arm(context: MigrationContext) -> bool:
    built_for, here = context.image.architecture, context.here
    x86 = built_for in _X86 or (built_for is None and here is not None and {*here.architectures} <= {*_X86})
    return x86 and context.profile.architecture is Architecture.ARM64


def _to_hvm(context: MigrationContext) -> bool:
    return (
        context.image.virtualization_type is VirtualizationType.PARAVIRTUAL
        and context.profile.virtualization_type is VirtualizationType.HVM
    )


def _to_new_system(context: MigrationContext) -> bool:
    """A Windows Server that a runbook upgrades is no other system, but today's with more."""
    return context.system_after is not None and context.upgrade is None


def _in_place(context: MigrationContext) -> bool:
    """The image itself can be changed; the ways to Arm, to HVM and to another system start from a fresh one."""
    return (
        not _to_hvm(context)
        and not _to_new_system(context)
        and not _to_arm(context)
        and context.image.architecture in (None, context.profile.architecture)
    )


def _xen_to_nitro(context: MigrationContext) -> bool:
    """An image of which nobody knows the virtualization type counts as HVM here: most are, and `missing` names it."""
    if (
        context.image.virtualization_type is VirtualizationType.PARAVIRTUAL
        or context.profile.virtualization_type is not VirtualizationType.HVM
        or context.profile.architecture is not Architecture.X86_64
        or context.there.hypervisor is Hypervisor.XEN
        or not _in_place(context)
    ):
        return False
    return context.here.hypervisor is Hypervisor.XEN if context.here else context.image.ena_support is False


def _by_the_steps_for_linux(context: MigrationContext) -> bool:
    """They hold for a system of one's own as well, unless it is known to need none of them."""
    linux = context.kind in _LINUX or (context.kind is OsKind.OTHER and not context.has_drivers)
    return linux and _xen_to_nitro(context)


def _bios_to_uefi(context: MigrationContext) -> bool:
    return (
        context.profile.boot_mode is BootMode.UEFI
        and context.profile.architecture is Architecture.X86_64
        and context.image.boot_mode in (BootMode.LEGACY_BIOS, BootMode.UNSET)
        and _in_place(context)
    )


_LINUX = (OsKind.LINUX, None)
# By the ids of CHANGE_IDS, in their order.
CHANGES: Mapping[str, Callable[[MigrationContext], bool]] = {
    "instance-store-to-ebs": lambda m: (
        m.image.root_device_type is RootDeviceType.INSTANCE_STORE
        and m.profile.root_device_type is RootDeviceType.EBS
        and _in_place(m)
    ),
    "pv-to-hvm": lambda m: _to_hvm(m) and not _to_arm(m),
    "new-system": lambda m: _to_new_system(m) and not _to_hvm(m) and not _to_arm(m),
    "windows-upgrade": lambda m: m.upgrade is not None and m.upgrade.before is not None,
    "xen-to-nitro-linux": _by_the_steps_for_linux,
    "xen-to-nitro-windows": lambda m: _xen_to_nitro(m) and m.kind is OsKind.WINDOWS,
    "bios-to-uefi": _bios_to_uefi,
    "to-nitrotpm": lambda m: (
        m.profile.tpm and m.image.tpm_support is False and _in_place(m) and not _bios_to_uefi(m)
    ),
    "x86-to-arm": _to_arm,
    "change-type": lambda m: (
        m.here is not None
        and m.here.name != m.there.name
        and _in_place(m)
        and not _by_the_steps_for_linux(m)
        and not (_xen_to_nitro(m) and m.kind is OsKind.WINDOWS)
        and not _bios_to_uefi(m)
        and not (m.profile.tpm and m.image.tpm_support is False)
    ),
    "windows-in-place": lambda m: m.upgrade is not None and m.upgrade.after is not None,
}
