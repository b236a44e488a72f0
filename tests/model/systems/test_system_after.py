"""What shall run after a move, where nobody said."""

from __future__ import annotations

import datetime

import pytest

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.systems.system_after import current_version, system_after

DAY = datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("family", "version", "after"),
    [
        ("amazon-linux", "2", "Amazon Linux 2023"),
        ("amazon-linux", "2015.03", "Amazon Linux 2023"),
        ("ubuntu", "12.04", "Ubuntu 26.04"),
        ("ubuntu", "16.04", "Ubuntu 26.04"),
        ("windows", "2012 R2", "Windows Server 2025"),
        ("centos", "6", "Rocky Linux 10"),
        ("debian", "9", "Debian 13"),
        ("fedora", "39", "Fedora 44"),
        # Still maintained, be it by paid support, and able to run on Nitro: it may stay.
        ("ubuntu", "22.04", None),
        ("sles", "12 SP5", None),
        ("amazon-linux", "2023", None),
        ("windows", "2019", None),
        ("ubuntu", None, None),
        ("linux", None, None),
    ],
)
def test_a_system_without_a_future_is_left_behind(
    knowledge: Knowledge, family: str, version: str | None, after: str | None
) -> None:
    found = system_after(knowledge.os_catalog.find(family, version), knowledge.os_catalog, DAY)
    assert (found.title if found else None) == after


def test_a_system_that_lacks_a_driver_is_left_behind(knowledge: Knowledge) -> None:
    old = knowledge.os_catalog.find("debian", "12").told(nvme_driver=False)
    after = system_after(old, knowledge.os_catalog, DAY)
    assert after
    assert after.title == "Debian 13"


@pytest.mark.parametrize(
    ("version", "current", "after"),
    [("13", "15", "macOS 15"), ("13", "13", None), ("13", None, None), ("15", "15", None)],
)
def test_of_a_family_without_known_ends_the_version_its_publisher_goes_by(
    knowledge: Knowledge, version: str, current: str | None, after: str | None
) -> None:
    today = knowledge.os_catalog.find("macos", version)
    found = system_after(today, knowledge.os_catalog, DAY, current)
    assert (found.title if found else None) == after


@pytest.mark.parametrize(
    ("family", "version", "after"),
    [
        ("ubuntu", "22.04", "Ubuntu 26.04"),
        ("ubuntu", "26.04", None),
        # 26.04 is maintained for longer, but would be a step back; SLES 15 SP7 likewise.
        ("ubuntu", "26.10", None),
        ("sles", "16.0", None),
        ("coreos", None, None),
        ("custom", None, None),
        ("nobody", None, None),
    ],
)
def test_the_version_that_is_maintained_longest(
    knowledge: Knowledge, family: str, version: str | None, after: str | None
) -> None:
    found = current_version(OperatingSystem(family=family, version=version), knowledge.os_catalog, DAY)
    assert (found.title if found else None) == after


def test_what_one_takes_today_is_the_newest_of_its_version(knowledge: Knowledge) -> None:
    """CentOS 7 may be a 7.0 without the ENA driver; the image that one finds today is a 7.9."""
    catalog = knowledge.os_catalog
    seven = catalog.find("centos", "7")
    newest = catalog.newest(seven)
    assert (seven.ena_driver, newest.ena_driver, newest.version) == (None, True, "7")
    assert newest.grounds["ena_driver"].sources
    assert catalog.newest(OperatingSystem()) == OperatingSystem()
    unlisted = OperatingSystem(family="templeos", version="5")
    assert catalog.newest(unlisted) is unlisted


@pytest.mark.parametrize(
    ("day", "after"),
    [(datetime.date(2026, 11, 28), "14"), (datetime.date(2027, 11, 28), "15")],
    ids=["which goes on for two years", "which no longer does"],
)
def test_the_version_that_its_publisher_goes_by_is_taken_while_it_is_worth_the_move(
    knowledge: Knowledge, day: datetime.date, after: str
) -> None:
    found = current_version(knowledge.os_catalog.find("freebsd", "12"), knowledge.os_catalog, day, "14")
    assert found
    assert (found.version or "").partition(".")[0] == after
