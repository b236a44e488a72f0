"""The accounts that publish the well-known images, for commands that never leave the owner open."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Source

SOURCE = Source(
    "Cyclenerd/aws-ami: operating systems and the accounts that own their images",
    "https://github.com/Cyclenerd/aws-ami",
    datetime.date(2026, 8, 20),
)

# Operating system family in the catalogue -> name of the publisher, account.
OWNERS = {
    "amazon-linux": ("Amazon Linux", "137112412989"),
    "ubuntu": ("Ubuntu", "099720109477"),
    "debian": ("Debian", "136693071363"),
    "rhel": ("Red Hat Enterprise Linux", "309956199498"),
    "sles": ("SUSE", "013907871322"),
    "fedora": ("Fedora", "125523088429"),
    "fedora-coreos": ("Fedora", "125523088429"),
    "centos": ("CentOS", "125523088429"),
    "centos-stream": ("CentOS", "125523088429"),
    "rocky": ("Rocky Linux", "792107900819"),
    "almalinux": ("AlmaLinux", "764336703387"),
    "arch": ("Arch Linux", "647457786197"),
    "freebsd": ("FreeBSD", "782442783595"),
    "macos": ("macOS", "628277914472"),
    "windows": ("Windows", "801119661308"),
}

# Somebody who says "Linux" and no more is shown the distributions with the widest reach.
SEVERAL = {"linux": ("amazon-linux", "ubuntu", "debian")}


def owners_of(family: str | None) -> tuple[tuple[str, str], ...]:
    """Publishers and their accounts for a family; none where nobody is known to publish it."""
    keys = SEVERAL.get(family or "", (family or "",))
    return tuple(OWNERS[key] for key in keys if key in OWNERS)
