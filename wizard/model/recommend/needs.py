"""What the person needs, in domain words: the input of a recommendation."""

from __future__ import annotations

from decimal import Decimal

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, Hypervisor, VirtualizationType
from wizard.model.ec2.launch import Edition, Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.ec2.partition import Partition, partition_of
from wizard.model.frozen import field, frozen
from wizard.model.recommend.size_of_today import SizeOfToday
from wizard.model.systems.windows_upgrade import upgrades_in_place


@frozen
class Range:
    """Inclusive at both ends; None is open."""

    minimum: float | None = None
    maximum: float | None = None

    def __contains__(self, value: float) -> bool:
        return (self.minimum is None or value >= self.minimum) and (
            self.maximum is None or value <= self.maximum
        )


@frozen
class Needs:
    """Every answer that decides something. None or empty: any will do.

    os: the system that runs today, or shall run; os_after: another one for after a move, or None;
    os_updated: today's with what its newest minor version has, where that is more.
    max_price: USD an hour. gpus, local_storage_gb, network_gbps: at least. families, types: one of these.
    image: the image one already has; current_type: the type it runs on today; today: the size of
    that type where it counts as the least. purpose: orders what fits and excludes nothing.
    request: the options of the launch that were answered; image, system and features go before them.
    """

    os: OperatingSystem = OperatingSystem()
    architecture: Architecture | None = None
    vcpus: Range = Range()
    memory_gib: Range = Range()
    max_price: Decimal | None = None
    gpus: int = 0
    local_storage_gb: int = 0
    network_gbps: float = 0
    features: frozenset[Feature] = frozenset()
    without: frozenset[Feature] = frozenset()
    hypervisor: Hypervisor | None = None
    current_generation_only: bool = False
    region: str | None = None
    families: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    virtualization_type: VirtualizationType | None = None
    edition: Edition = Edition.CURRENT
    image: Image | None = None
    current_type: str | None = None
    today: SizeOfToday | None = None
    os_after: OperatingSystem | None = None
    os_updated: OperatingSystem | None = None
    purpose: Purpose | None = None
    request: Launch = field(default_factory=Launch)

    @property
    def system(self) -> OperatingSystem:
        """The system that the new instance runs."""
        return self.os_after or self.os

    @property
    def wants_guests(self) -> bool:
        """Whether virtual machines shall run inside."""
        return self.purpose is Purpose.VIRTUAL_MACHINES or Feature.NESTED_VIRTUALIZATION in self.features

    @property
    def other_system(self) -> bool:
        """Whether another system, or another version of it, shall run after the move."""
        after = self.os_after
        return after is not None and (after.family, after.version) != (self.os.family, self.os.version)

    @property
    def takes_windows_of_aws(self) -> bool:
        """Whether it starts with a Windows image of AWS's, of which those with the keys for Secure Boot have NitroTPM.

        Not in China, where AWS has none of them. Source: AWS Windows AMI Reference, AWS Windows Server NitroTPM
        enabled AMIs (checked 2026-11-29).
        """
        system = self.system
        return (
            self.image is None
            and self.current_type is None
            and system.kind is OsKind.WINDOWS
            and system.tpm is True
            and system.family != "windows-client"
            and Feature.TPM not in self.without
            and partition_of(self.region or self.request.other_region) is not Partition.CHINA
        )

    @property
    def between_windows(self) -> bool:
        """Whether one Windows Server gives way to another."""
        return self.os.kind is self.system.kind is OsKind.WINDOWS and self.other_system

    @property
    def upgraded_in_place(self) -> bool:
        """Whether another Windows Server comes in place, on the disk that there is: with SQL Server only where it has that."""
        same = self.between_windows and self.os.family == self.system.family
        return same and upgrades_in_place(self.os.version, self.system.version)
