"""Which changes lie between what one has and the recommendation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.operating_system import OsKind
from wizard.model.migration.context import MigrationContext

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


def in_place(context: MigrationContext) -> bool:
    """The image itself can be changed; the ways to Arm, to HVM and to another system start from a fresh one."""
    return (
        not _to_hvm(context)
        and not _to_new_system(context)
        and not _to_arm(context)
        and context.image.architecture in (None, context.profile.architecture)
    )


def xen_to_nitro(context: MigrationContext) -> bool:
    """An image of which nobody knows the virtualization type counts as HVM here: most are, and `missing` names it."""
    if (
        context.image.virtualization_type is VirtualizationType.PARAVIRTUAL
        or context.profile.virtualization_type is not VirtualizationType.HVM
        or context.profile.architecture is not Architecture.X86_64
        or context.there.hypervisor is Hypervisor.XEN
        or not in_place(context)
    ):
        return False
    return context.here.hypervisor is Hypervisor.XEN if context.here else context.image.ena_support is False


def by_the_steps_for_linux(context: MigrationContext) -> bool:
    """They hold for a system of one's own as well, unless it is known to need none of them."""
    linux = context.kind in _LINUX or (context.kind is OsKind.OTHER and not context.has_drivers)
    return linux and xen_to_nitro(context)


def bios_to_uefi(context: MigrationContext) -> bool:
    """Also where nobody knows how the instance that one has starts: the first step shows it."""
    unknown: tuple[BootMode | None, ...] = (None,) if context.here is not None else ()
    return (
        context.profile.boot_mode is BootMode.UEFI
        and context.profile.architecture is Architecture.X86_64
        and context.starts_by in (BootMode.LEGACY_BIOS, BootMode.UNSET, *unknown)
        and in_place(context)
    )


def _is_registered_anew(context: MigrationContext) -> bool:
    """Whether the way ends with a launch from an AMI that was registered for it."""
    return bios_to_uefi(context) or _to_nitrotpm(context)


def _ends_in_a_launch(context: MigrationContext) -> bool:
    """Whether the last of the known changes launches an instance, with all that was asked for."""
    return _is_registered_anew(context) or (context.upgrade is not None and context.upgrade.after is not None)


def _to_nitrotpm(context: MigrationContext) -> bool:
    said = context.image.tpm_support
    # AWS's images of Windows that start by UEFI have it, and no other publisher's are known to.
    usual = context.kind is OsKind.WINDOWS and context.usual_boot_mode is BootMode.UEFI
    lacks = said is False or (said is None and context.here is not None and not usual)
    return context.profile.tpm and lacks and in_place(context) and not bios_to_uefi(context)


def is_launched_anew(context: MigrationContext) -> bool:
    """Whether something was asked for that the instance, as it is, gets by a new launch only."""
    return (
        context.here is not None
        and bool(context.wishes.at_launch)
        and in_place(context)
        and not _ends_in_a_launch(context)
        and context.profile.root_device_type is not RootDeviceType.INSTANCE_STORE
    )


def _nitro_to_xen(context: MigrationContext) -> bool:
    here = context.here
    moves = here is not None and here.hypervisor is not Hypervisor.XEN
    return moves and context.there.hypervisor is Hypervisor.XEN and in_place(context)


def sets_options(context: MigrationContext) -> bool:
    """Whether options are set on the instance that one has: it is not launched anew at the end of the way."""
    return not is_launched_anew(context) and not _ends_in_a_launch(context)


def _changes_type_only(context: MigrationContext) -> bool:
    """Whether the instance can stop and start, and nothing else on the way changes its type."""
    return (
        context.here is not None
        and in_place(context)
        and not by_the_steps_for_linux(context)
        and not (xen_to_nitro(context) and context.kind is OsKind.WINDOWS)
        and not _nitro_to_xen(context)
        and not is_launched_anew(context)
        and not _is_registered_anew(context)
    )


_LINUX = (OsKind.LINUX, None)
# By the ids of CHANGE_IDS, in their order.
CHANGES: Mapping[str, Callable[[MigrationContext], bool]] = {
    "instance-store-to-ebs": lambda m: (
        m.image.root_device_type is RootDeviceType.INSTANCE_STORE
        and m.profile.root_device_type is RootDeviceType.EBS
        and in_place(m)
    ),
    "pv-to-hvm": lambda m: _to_hvm(m) and not _to_arm(m),
    "new-system": lambda m: _to_new_system(m) and not _to_hvm(m) and not _to_arm(m),
    "windows-upgrade": lambda m: m.upgrade is not None and m.upgrade.before is not None,
    "xen-to-nitro-linux": by_the_steps_for_linux,
    "xen-to-nitro-windows": lambda m: xen_to_nitro(m) and m.kind is OsKind.WINDOWS,
    "nitro-to-xen": lambda m: _nitro_to_xen(m) and m.kind is not OsKind.WINDOWS,
    "nitro-to-xen-windows": lambda m: _nitro_to_xen(m) and m.kind is OsKind.WINDOWS,
    "bios-to-uefi": bios_to_uefi,
    "to-nitrotpm": _to_nitrotpm,
    "x86-to-arm": _to_arm,
    "fresh-launch": is_launched_anew,
    "change-type": lambda m: m.here is not None and m.here.name != m.there.name and _changes_type_only(m),
    "set-options": lambda m: (
        m.here is not None
        and m.here.name == m.there.name
        and bool(m.wishes.stopped or m.wishes.running)
        and _changes_type_only(m)
    ),
    "windows-in-place": lambda m: m.upgrade is not None and m.upgrade.after is not None,
}
