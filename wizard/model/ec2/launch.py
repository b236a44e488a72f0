"""What one would ask EC2 to launch: everything about the request but the instance type."""

from __future__ import annotations

import datetime
import re

from wizard.model.ec2.accelerator_driver import drivers_of
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import frozen
from wizard.model.word import Word

_ZONE = re.compile(r"[a-z]{2}(-[a-z]+)+-\d+[a-z]|[a-z0-9]+-az\d+")
"""The name or the ID of an Availability Zone: us-west-2a, usw2-az1."""


class Tenancy(Word):
    """Whose machine the instance runs on: shared, its own hardware, or a host of one's own."""

    DEFAULT = "default"
    DEDICATED = "dedicated"
    HOST = "host"


class ZoneKind(Word):
    """What a zone belongs to, as its name tells; NONE where no zone was named."""

    NONE = "none"
    AVAILABILITY_ZONE = "availability-zone"
    LOCAL_ZONE = "local-zone"
    WAVELENGTH_ZONE = "wavelength-zone"


class WavelengthTypes(Word):
    """Which of AWS's lists of instance types says what a Wavelength Zone has; NONE where none of them counts."""

    NONE = "none"
    USUAL = "usual"
    AFRICA = "africa"


class Edition(Word):
    """Which year's knowledge decides the virtualization type."""

    CURRENT = "current"
    YEAR_2014 = "2014"


@frozen
class Launch:
    """An image, its operating system, a Region and the launch options. None: nobody said.

    An option left out (False, or DEFAULT tenancy) is an option not asked for, as in RunInstances.
    other_region: a Region of which the catalogue has no offerings; `region` is None then.
    root_encrypted: whether the request or the account's default encrypts the root volume.
    zone: the Availability, Local or Wavelength Zone, by name or ID. zone_offers: whether that zone
    has the type and the kinds of volume that are asked for; DescribeInstanceTypeOfferings says so.
    free_plan: the account is on AWS's Free Plan and launches only what is eligible for it.
    subscribed: to the Marketplace product. seller_allows: whether the seller, AWS Marketplace's or
    AWS itself for its SQL Server licences, allows the type; no API says so before the launch.
    """

    image: Image = Image()
    os: OperatingSystem = OperatingSystem()
    region: str | None = None
    other_region: str | None = None
    zone: str | None = None
    zone_offers: bool | None = None
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
    free_plan: bool = False
    subscribed: bool | None = None
    seller_allows: bool | None = None

    @property
    def platform(self) -> Platform | None:
        """Windows if image or operating system says so; None if neither says anything.

        A kernel for paravirtualization says that it is none.
        """
        if self.image.platform is Platform.WINDOWS or self.os.kind is OsKind.WINDOWS:
            return Platform.WINDOWS
        if self.image.platform is None and self.os.kind in (None, OsKind.OTHER):
            return Platform.LINUX_UNIX if self.os.xen_pv_kernel else None
        return Platform.LINUX_UNIX

    @property
    def drivers(self) -> tuple[str, ...]:
        """The makers of accelerators whose driver the image has, by its name and its system's flavour."""
        return drivers_of(self.image.name, self.os)

    @property
    def zone_kind(self) -> ZoneKind:
        """us-west-2a is an Availability Zone, us-west-2-lax-1a a Local, us-east-1-wl1-bos-wlz-1 a Wavelength Zone."""
        if self.zone is None:
            return ZoneKind.NONE
        if "-wl" in self.zone:
            return ZoneKind.WAVELENGTH_ZONE
        return ZoneKind.AVAILABILITY_ZONE if _ZONE.fullmatch(self.zone) else ZoneKind.LOCAL_ZONE

    @property
    def wavelength_types(self) -> WavelengthTypes:
        """NONE where somebody said what the zone has. The zones in Africa belong to Paris: eu-west-3-cmn-wlz-1a.

        Source: AWS Wavelength Developer Guide, Quotas and considerations; Available Wavelength Zones.
        """
        if (
            self.zone is None
            or self.zone_kind is not ZoneKind.WAVELENGTH_ZONE
            or self.zone_offers is not None
        ):
            return WavelengthTypes.NONE
        africa = self.zone.startswith(("eu-west-3-", "euw3-"))
        return WavelengthTypes.AFRICA if africa else WavelengthTypes.USUAL

    @property
    def encrypted_root(self) -> bool | None:
        """True if the image's root volume is encrypted already, or the launch encrypts it."""
        volume = self.image.root_volume
        return True if volume is not None and volume.encrypted else self.root_encrypted
