"""An inventory made up for tests: rows as Steampipe has them, the same for the same seed."""

from __future__ import annotations

import random
from typing import Any


def inventory(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """So many images of many kinds, some with names that tell their system, some with odd words."""
    rng = random.Random(seed)
    return [_row(number, rng) for number in range(count)]


def _row(number: int, rng: random.Random) -> dict[str, Any]:
    pv = rng.random() < 0.1
    return {
        "image_id": f"ami-{number:017x}",
        "name": f"{rng.choice(('web', 'al2023-ami-2023.9', 'ubuntu-22.04', 'centos7'))}-{number}",
        "description": "",
        "owner_id": f"{rng.randint(1, 400):012}",
        "account_id": f"{rng.randint(1, 400):012}",
        "architecture": rng.choice(("x86_64", "arm64", "riscv64" if rng.random() < 0.01 else "x86_64")),
        "virtualization_type": "paravirtual" if pv else "hvm",
        "root_device_type": "ebs",
        "boot_mode": rng.choice((None, "uefi-preferred", "legacy-bios")),
        "ena_support": rng.choice((True, False, None)),
        "sriov_net_support": None if pv else "simple",
        "tpm_support": None,
        "imds_support": rng.choice((None, "v2.0")),
        "platform": None,
        "platform_details": "Linux/UNIX",
        "usage_operation": "RunInstances",
        "image_type": "machine",
        "state": rng.choice(("available", "available", "pending")),
        "image_owner_alias": None,
        "kernel_id": None,
        "ramdisk_id": None,
        "image_allowed": None,
        "public": False,
        "product_codes": "[]",
        "creation_date": f"2026-01-01T00:{number % 60:02}:00.000Z",
        "region": rng.choice(("us-east-1", "eu-west-1")),
    }
