"""What one would ask EC2 to launch: everything about the request but the instance type."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.operating_system import OperatingSystem, OsKind


class Tenancy(StrEnum):
    """Whose machine the instance runs on: shared, its own hardware, or a host of one's own."""

    DEFAULT = "default"
    DEDICATED = "dedicated"
    HOST = "host"


class Edition(StrEnum):
    """Which year's knowledge decides the virtualization type."""

    CURRENT = "current"
    YEAR_2014 = "2014"


@dataclass(frozen=True, slots=True)
class Launch:
    """An image, its operating system, a Region and the launch options. None: nobody said.

    An option left out (False, or DEFAULT tenancy) is an option not asked for, as in RunInstances.
    other_region: a Region of which the catalogue has no offerings; `region` is None then.
    root_encrypted: whether the request or the account's default encrypts the root volume.
    subscribed: to the Marketplace product. seller_allows: whether the seller, AWS Marketplace's or
    AWS itself for its SQL Server licences, allows the type; no API says so before the launch.
    """

    image: Image = Image()
    os: OperatingSystem = OperatingSystem()
    region: str | None = None
    other_region: str | None = None
    edition: Edition = Edition.CURRENT
    today: datetime.date | None = None
    tenancy: Tenancy = Tenancy.DEFAULT
    spot: bool = False
    hibernation: bool = False
    enclave: bool = False
    ebs_optimized: bool = False
    cpu_options: bool = False
    sev_snp: bool = False
    nested_virtualization: bool = False
    secure_boot: bool = False
    root_encrypted: bool | None = None
    efa: bool = False
    http_tokens: str | None = None
    subscribed: bool | None = None
    seller_allows: bool | None = None

    @property
    def platform(self) -> Platform | None:
        """Windows if image or operating system says so; None if neither says anything."""
        if self.image.platform is Platform.WINDOWS or self.os.kind is OsKind.WINDOWS:
            return Platform.WINDOWS
        if self.image.platform is None and self.os.kind in (None, OsKind.OTHER):
            return None
        return Platform.LINUX_UNIX

    @property
    def encrypted_root(self) -> bool | None:
        """True if the image's root volume is encrypted already, or the launch encrypts it."""
        volume = self.image.root_volume
        return True if volume is not None and volume.encrypted else self.root_encrypted
