"""The words that people write beside a version, and that tell no version apart."""

from __future__ import annotations

BESIDE = frozenset(
    [
        "lts",
        "datacenter",
        "standard",
        "enterprise",
        "essentials",
        "server",
        "edition",
        "full",
        "base",
        "release",
        "stable",
        "ga",
        "x",
        "v",
        "with",
        "desktop",
        "experience",
        "rolling",
        "gnu",
        "linux",
        "os",
        "version",
        "cloud",
    ]
)
"""20.04 LTS, 2019 Datacenter, 9.x."""
