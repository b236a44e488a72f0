"""Billing codes: what UsageOperation of an image says of the licences in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.prices.price import LINUX

WINDOWS = "RunInstances:0002"

BILLING_CODES: Mapping[str, str] = {
    LINUX: "Linux/UNIX",
    "RunInstances:00g0": "Red Hat BYOL Linux",
    "RunInstances:0010": "Red Hat Enterprise Linux",
    "RunInstances:1010": "Red Hat Enterprise Linux with HA",
    "RunInstances:000g": "SUSE Linux",
    "RunInstances:0g00": "Ubuntu Pro",
    WINDOWS: "Windows",
    "RunInstances:0800": "Windows BYOL",
    "RunInstances:0004": "SQL Server Standard on Linux",
    "RunInstances:0200": "SQL Server Web on Linux",
    "RunInstances:0100": "SQL Server Enterprise on Linux",
    "RunInstances:0006": "Windows with SQL Server Standard",
    "RunInstances:0202": "Windows with SQL Server Web",
    "RunInstances:0102": "Windows with SQL Server Enterprise",
    "RunInstances:0014": "Red Hat Enterprise Linux with SQL Server Standard",
    "RunInstances:0210": "Red Hat Enterprise Linux with SQL Server Web",
    "RunInstances:0110": "Red Hat Enterprise Linux with SQL Server Enterprise",
    "RunInstances:1014": "Red Hat Enterprise Linux with HA and SQL Server Standard",
    "RunInstances:1110": "Red Hat Enterprise Linux with HA and SQL Server Enterprise",
}
"""Each billing code and AWS's word for it
(https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html, checked 2026-11-28)."""

MATTERING = (LINUX, "RunInstances:0010", "RunInstances:000g", WINDOWS)
"""The billing codes that most images have; those of the images one owns come on top."""


def mattering(own: Collection[str]) -> tuple[str, ...]:
    """The billing codes to ask for: those that most images have, and those of one's own images."""
    return (*MATTERING, *(code for code in BILLING_CODES if code in own and code not in MATTERING))


SPOT_PRODUCTS: Mapping[str, str] = {
    LINUX: "Linux/UNIX",
    "RunInstances:0010": "Red Hat Enterprise Linux",
    "RunInstances:000g": "SUSE Linux",
    WINDOWS: "Windows",
}
"""What Spot capacity is sold for, by billing code: the ProductDescription of DescribeSpotPriceHistory
(https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSpotPriceHistory.html, checked 2026-11-29)."""

_FAMILIES = {
    "rhel": "RunInstances:0010",
    "rhel-byos": "RunInstances:00g0",
    "rhel-byol": "RunInstances:00g0",
    "rhel-ha": "RunInstances:1010",
    "sles-byos": LINUX,
    "sles-byol": LINUX,
    "ubuntu-pro": "RunInstances:0g00",
    "sles": "RunInstances:000g",
    "windows-sql-byos": WINDOWS,
    "windows-sql-byol": WINDOWS,
    "windows-sql-web-byos": WINDOWS,
    "windows-sql-web-byol": WINDOWS,
    "windows-sql-enterprise-byos": WINDOWS,
    "windows-sql-enterprise-byol": WINDOWS,
    "windows-sql": "RunInstances:0006",
    "windows-sql-web": "RunInstances:0202",
    "windows-sql-enterprise": "RunInstances:0102",
}
SOLD_APART = frozenset({"rhel-sap", "sles-sap"})
"""Systems whose subscription is a product of its own, with a price that is not in the lists of EC2's."""


def operation_of(system: OperatingSystem) -> str | None:
    """The billing code of the publisher's own images of a system; None where nobody said which system.

    macOS is billed through its Dedicated Host and has no price of its own; what is sold apart has
    one that is not known.
    """
    if system.kind is None or system.kind is OsKind.MACOS or system.family in SOLD_APART:
        return None
    plain = _FAMILIES.get(system.family or "", WINDOWS if system.kind is OsKind.WINDOWS else LINUX)
    return _FAMILIES.get(f"{system.family}-{system.flavour}", plain)
