"""Which Linux becomes which newer one in place, by what its publisher describes."""

from __future__ import annotations

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.rules.migration_change import MigrationError
from wizard.model.rules.system_upgrade import read_system_upgrades


@pytest.mark.parametrize(
    ("today", "after", "tool", "way"),
    [
        ("rhel:7", "rhel:8", "Leapp", ("8",)),
        ("rhel:8.10", "rhel:10", "Leapp", ("9", "10")),
        ("rhel-sap:8", "rhel-sap:9.6", "Leapp", ("9",)),
        ("almalinux:8", "almalinux:9", "ELevate", ("9",)),
        ("oracle-linux:9", "oracle-linux:10", "Leapp", ("10",)),
        ("sles:15.5", "sles:15.7", "zypper migration", ("15 SP7",)),
        ("sles-sap:12 SP4", "sles-sap:12 SP5", "zypper migration", ("12 SP5",)),
        ("ubuntu:18.04", "ubuntu:22.04", "do-release-upgrade", ("20.04", "22.04")),
        ("ubuntu:24.04.4", "ubuntu:26.04", "do-release-upgrade", ("26.04",)),
        ("debian:11", "debian:13", "apt full-upgrade", ("12", "13")),
        # No other version, an older one, another family, and what nobody describes.
        ("rhel:9", "rhel:9", "", ()),
        ("rhel:9", "rhel:8", "", ()),
        ("rhel:6", "rhel:7", "", ()),
        ("ubuntu:18.04", "ubuntu:24.04", "", ()),
        ("rhel:8", "almalinux:9", "", ()),
        ("rocky:8", "rocky:9", "", ()),
        ("amazon-linux:2", "amazon-linux:2023", "", ()),
        ("sles:12 SP5", "sles:15 SP7", "", ()),
        ("sles:15.7", "sles:15.5", "", ()),
        ("ubuntu:25.10", "ubuntu:26.04", "", ()),
        ("ubuntu:12.04", "ubuntu:14.04", "", ()),
        ("debian", "debian:13", "", ()),
    ],
)
def test_the_way_from_one_to_the_next(
    knowledge: Knowledge, today: str, after: str, tool: str, way: tuple[str, ...]
) -> None:
    here, there = (knowledge.os_catalog.find(*name.split(":")) for name in (today, after))
    found = [
        (each.tool, each.way(here, there)) for each in knowledge.system_upgrades if each.way(here, there)
    ]
    assert found == ([(tool, way)] if tool else [])


def test_a_damaged_table_is_named() -> None:
    with pytest.raises(MigrationError, match=r"upgrades\.toml: 'tool': expected, but missing"):
        read_system_upgrades({"upgrades.toml": '[[upgrade]]\nfamilies = ["x"]'}, {})
