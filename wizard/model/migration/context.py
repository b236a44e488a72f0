"""Where one is and where the recommendation leads, and which changes lie between the two."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    Hypervisor,
    InstanceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Tenancy
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import frozen, replace
from wizard.model.migration.wishes import NONE_ASKED, Wishes, wishes_of
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile, Recommendation
from wizard.model.rules.instance_option import InstanceOption
from wizard.model.systems.windows_upgrade import WindowsUpgrade, has_64_bits, windows_upgrade

_MACS = (Architecture.X86_64_MAC, Architecture.ARM64_MAC)
# No licence of AWS's, or that of Windows alone.
_OF_ONES_OWN = ("RunInstances", "RunInstances:0002", "RunInstances:0800")


@frozen
class MigrationContext:
    """From an image, on a type in use today where one is known, to a kind of image on a type.

    image: with what `here` proves of it; kind: None where nobody said what system it is.
    system_version: of the system that runs today. system_after: the one that shall run afterwards,
    where that is another one or another main version. has_drivers: the system is known to have those for
    ENA and NVMe. upgrade: the Windows Server to reach on a Xen type, before the move. family: of the system
    that runs today. wishes: the options that were asked for. usual_boot_mode: how the publisher's images of that
    system start.
    """

    image: Image
    here: InstanceType | None
    profile: ImageProfile
    there: InstanceType
    kind: OsKind | None = None
    region: str | None = None
    system_version: str | None = None
    system_after: str | None = None
    has_drivers: bool = False
    upgrade: WindowsUpgrade | None = None
    family: str | None = None
    wishes: Wishes = NONE_ASKED
    usual_boot_mode: BootMode | None = None

    @property
    def starts_by(self) -> BootMode | None:
        """The boot mode of the image, or the usual one where nobody said; None where that is not known either."""
        return self.image.boot_mode or self.usual_boot_mode


def migration_context(
    recommendation: Recommendation,
    here: InstanceType | None,
    options: Mapping[str, InstanceOption] | None = None,
) -> MigrationContext | None:
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
        system_version=needs.os.version,
        system_after=needs.system.title if _comes_afresh(needs, image, profile) else None,
        has_drivers=bool(needs.os.ena_driver and needs.os.nvme_driver),
        upgrade=None if _licence_stays(needs, image) else _upgrade(needs, here, there),
        family=needs.os.family,
        wishes=wishes_of(options or {}, needs, profile, image, there, here),
        usual_boot_mode=BootMode.UEFI if needs.os.bios_boot is False else needs.os.vendor_boot_mode,
    )


def _comes_afresh(needs: Needs, image: Image, profile: ImageProfile) -> bool:
    """Whether the system comes with a fresh instance: another one, its licence, or that of a Mac's other processor."""
    # Source: Amazon EC2 User Guide, Amazon EC2 Mac instances: an AMI of macOS is for one of the two. Checked 2026-11-29.
    other_mac = image.architecture in _MACS and profile.architecture is not image.architecture
    return needs.other_system or other_mac or _licence_stays(needs, image)


def _licence_stays(needs: Needs, image: Image) -> bool:
    """Whether AWS's licence may not go with the instance, to a host: SUSE's, which nothing changes, and SQL Server's.

    Windows goes on there with its licence from AWS, so a fresh one with an SQL Server of one's own is the sure way.
    Source: AWS License Manager User Guide, Tenancy conversion; Eligible subscription types for Linux (rules L7a, L7c).
    """
    brought = needs.os.family or ""
    if needs.request.tenancy is not Tenancy.HOST or image.usage_operation in _OF_ONES_OWN:
        return False
    return brought.startswith(("sles", "windows-sql"))


def _upgrade(needs: Needs, here: InstanceType | None, there: InstanceType) -> WindowsUpgrade | None:
    """None for a system that is no Windows, and for a version that no runbook leads to."""
    if needs.os.kind is not OsKind.WINDOWS or (needs.other_system and not needs.upgraded_in_place):
        return None
    to_nitro = here is not None and here.hypervisor is Hypervisor.XEN is not there.hypervisor
    after = needs.system.version if needs.other_system else None
    return windows_upgrade(needs.os.version, after, to_nitro=to_nitro)
