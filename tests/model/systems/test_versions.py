"""Versions as people write them, parts of versions, and versions that the data does not have."""

from __future__ import annotations

import datetime
from gettext import NullTranslations

import pytest

from wizard.model.ec2.instance_type import BootMode
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.systems.os_catalog import OsUnknown


@pytest.mark.parametrize(
    ("family", "written", "title"),
    [
        ("amazon-linux", "1", "Amazon Linux 2018.03"),
        ("al1", None, "Amazon Linux 2018.03"),
        ("al2", None, "Amazon Linux 2"),
        ("ubuntu", "20.04 LTS", "Ubuntu 20.04"),
        ("ubuntu", "Focal", "Ubuntu 20.04"),
        ("ubuntu", "Focal Fossa", "Ubuntu 20.04"),
        ("ubuntu", "24.04.3 LTS", "Ubuntu 24.04.3"),
        ("jammy", None, "Ubuntu 22.04"),
        ("bookworm", None, "Debian 12"),
        ("debian", "12 (bookworm)", "Debian 12"),
        ("windows", "2019 Datacenter", "Windows Server 2019"),
        ("windows", "Server 2012 R2 Standard", "Windows Server 2012 R2"),
        ("windows", "2012 Datacenter R2", "Windows Server 2012 R2"),
        ("windows", "2022 Core", "Windows Server 2022 Core"),
        ("windows", "2022 Core Edition", "Windows Server 2022 Core"),
        ("windows", "2019 Datacenter with Desktop Experience", "Windows Server 2019"),
        ("windows", "2k19", "Windows Server 2019"),
        ("win2k12r2", None, "Windows Server 2012 R2"),
        ("windows core", None, "Windows Server Core"),
        ("windows 11 pro", None, "Windows 11"),
        ("ubuntu", "22.04 pro", "Ubuntu 22.04 Pro"),
        ("ubuntu pro 22.04", None, "Ubuntu 22.04 Pro"),
        ("ubuntu-minimal", None, "Ubuntu Minimal"),
        ("al2023 ecs", None, "Amazon Linux 2023 for ECS"),
        ("Ubuntu 22.04.4 LTS (Jammy Jellyfish)", None, "Ubuntu 22.04.4"),
        ("Red Hat Enterprise Linux 9.4 (Plow)", None, "Red Hat Enterprise Linux 9.4"),
        ("CentOS Linux release 7.9.2009 (Core)", None, "CentOS Linux 7.9.2009"),
        ("flatcar stable", None, "Flatcar Container Linux stable"),
        ("talos v1.7", None, "Talos Linux 1.7"),
        ("ubuntu2204", None, "Ubuntu 22.04"),
        ("noble numbat", None, "Ubuntu 24.04"),
        ("big sur", None, "macOS 11"),
        ("tumbleweed", None, "openSUSE tumbleweed"),
        ("w2k16", None, "Windows Server 2016"),
        ("2k8r2", None, "Windows Server 2008 R2"),
        ("Server 2019", None, "Windows Server 2019"),
        ("windows", "2008 R2 SP1", "Windows Server 2008 R2"),
        ("windows", "2022 ecs", "Windows Server 2022 for ECS"),
        ("ecs-optimized", None, "Amazon Linux for ECS"),
        ("centos", "8 stream", "CentOS Stream 8"),
        ("centos", "9", "CentOS Stream 9"),
        ("centos", "8", "CentOS Linux 8"),
        ("mac os x", None, "macOS"),
        ("rhel", "9.x", "Red Hat Enterprise Linux 9"),
        ("sles", "15.x", "SUSE Linux Enterprise Server 15"),
        ("sles", "15 SP6", "SUSE Linux Enterprise Server 15 SP6"),
        ("freebsd", "14.3-RELEASE-p2", "FreeBSD 14.3"),
        ("macos", "15 Sequoia", "macOS 15"),
    ],
)
def test_a_version_is_understood_as_people_write_it(
    knowledge: Knowledge, family: str, written: str | None, title: str
) -> None:
    assert knowledge.os_catalog.find(family, written).title == title


@pytest.mark.parametrize(
    ("name", "version", "words"),
    [
        ("ubuntu", "22.04 with sql", ("sql",)),
        ("ubuntu 22.04 with sql", "", ("sql",)),
        ("amazon linux 2 arm64", "", ("arm64",)),
        ("rocky", "9 x86_64", ("x86_64",)),
        ("windows", "2022 with sql server 2008 enterprise", ("2008",)),
        ("server 2019 german", "", ("german",)),
        ("debian", "12 minimal", ("minimal",)),
        ("linux mint 22 cinnamon", "", ("cinnamon",)),
        ("ubuntu", "24.04-pro-minimal", ("minimal",)),
        ("ubuntu-pro", "24.04-minimal", ("minimal",)),
        ("windows", "2022-core-ecs-eks", ("eks",)),
        ("windows-sql", "2022-byol-sql2019", ("byol",)),
        ("amazon-linux", "2023-eks-minimal", ("minimal",)),
        ("amazon-linux", "2023-1.34", ("1.34",)),
        ("ecs", "1.34", ("1.34",)),
        ("bottlerocket-ecs", "1.34", ("1.34",)),
        ("windows", "2022-1.34", ("1.34",)),
        ("dlami", "ubuntu 22.04 nvidia gpu cuda", ()),
        ("windows-sql", "2012 R2 2014", ()),
        ("windows", "2019 with SQL Server Standard", ()),
        ("windows", "2022 core", ()),
        ("ubuntu", "jammy jellyfish", ()),
        ("ubuntu", "22.04 (our own)", ()),
        ("macos", "big sur", ()),
        ("suse", "15 SP7", ()),
        ("nobody knows", "", ()),
    ],
)
def test_words_that_nobody_understands_are_not_dropped(
    knowledge: Knowledge, name: str, version: str, words: tuple[str, ...]
) -> None:
    """Whoever writes sql behind Ubuntu wants something, and gets no Ubuntu without it unsaid."""
    catalog = knowledge.os_catalog
    assert catalog.names.unheard(name, version) == words
    if words:
        with pytest.raises(OsUnknown):
            catalog.find(name, version or None)


@pytest.mark.parametrize("written", ["LTS", "server", "latest"])
def test_words_alone_are_no_version(knowledge: Knowledge, written: str) -> None:
    ubuntu = knowledge.os_catalog.family("ubuntu")
    assert ubuntu is not None
    assert not ubuntu.knows(written)


@pytest.mark.parametrize(
    ("family", "version", "newest", "like"),
    [
        ("freebsd", "14.9", "14.5", "14"),
        ("rhel", "9.99", "9.8", "9"),
        ("almalinux", "10.7", "10.2", "10"),
        ("ubuntu", "24.04.9", "24.04.4", "24.04"),
        ("fedora", "46", "44", "44"),
        ("debian", "15", "13", "13"),
        ("alpine", "3.26", "3.24", "3.24"),
        ("sles", "15 SP9", None, "15 SP7"),
        ("ubuntu", "21.04", None, "20.04"),
    ],
)
def test_a_version_that_the_data_does_not_have_is_said_to_be_unknown(
    knowledge: Knowledge, family: str, version: str, newest: str | None, like: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    assert (system.newest_known, system.judged_by) == (newest, like)
    assert (system.end_of_life, system.extended_end) == (None, None)
    said = advise(knowledge, Needs(os=system)).summary.render(NullTranslations())
    assert f"{system.title} is not known here" in said if newest else "nothing is known here" in said
    assert f"judged as {system.name} {like}" in said


@pytest.mark.parametrize(
    ("family", "version"),
    [("freebsd", "14.5"), ("rhel", "9.6"), ("centos", "7.9.2009"), ("ubuntu", "24.04"), ("kali", "2026.3")],
)
def test_a_version_that_the_data_has_is_not_called_unknown(
    knowledge: Knowledge, family: str, version: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    assert (system.newest_known, system.judged_by) == (None, None)


@pytest.mark.parametrize(
    ("version", "ends"),
    [
        ("14", datetime.date(2028, 11, 30)),
        ("14.3", datetime.date(2026, 6, 30)),
        ("14.3-RELEASE-p4", datetime.date(2026, 6, 30)),
        # Its day follows from that of the next release.
        ("14.5", None),
    ],
)
def test_a_point_release_ends_before_its_version(
    knowledge: Knowledge, version: str, ends: datetime.date | None
) -> None:
    system = knowledge.os_catalog.find("freebsd", version)
    assert system.end_of_life == ends
    assert system.vendor_boot_mode is BootMode.UEFI_PREFERRED


def test_of_a_part_of_a_version_only_that_is_known_which_all_of_it_share(knowledge: Knowledge) -> None:
    """SLES 15 is none of 12 SP5, which is the next below it."""
    system = knowledge.os_catalog.find("sles", "15")
    assert system.x86_level == 1
    assert system.vendor_boot_mode is None
    assert system.judged_by is None


@pytest.mark.parametrize(
    ("family", "part", "ends", "extended"),
    [
        ("sles", "15", "2031-07-31", "2034-07-31"),
        ("sles", "12", "2024-10-31", "2027-10-31"),
        ("ubuntu", "24", "2029-05-31", "2034-04-25"),
    ],
)
def test_support_of_a_part_of_a_version_ends_with_that_of_the_last(
    knowledge: Knowledge, family: str, part: str, ends: str, extended: str
) -> None:
    system = knowledge.os_catalog.find(family, part)
    assert [str(system.end_of_life), str(system.extended_end)] == [ends, extended]


def test_who_takes_a_part_of_a_version_today_takes_the_one_maintained_longest(knowledge: Knowledge) -> None:
    catalog = knowledge.os_catalog
    today = catalog.newest(catalog.find("sles", "15"))
    assert (today.version, today.vendor_boot_mode) == ("15", BootMode.UEFI_PREFERRED)
    for family, part, whole in (("sles", "15", "15 SP7"), ("ubuntu", "24", "24.04")):
        advice = advise(knowledge, Needs(os=catalog.newest(catalog.find(family, part))))
        assert advice.decision is not None
        image = knowledge.publishers.newest(advice.needs.os, advice.decision, None)
        assert image is not None
        assert (image.version, image.can_be_found) == (whole, True)


def test_what_the_newest_minor_version_has_leaves_the_version_itself(knowledge: Knowledge) -> None:
    catalog = knowledge.os_catalog
    for name, version in (("centos", "7"), ("rhel", "8"), ("sles", "16.0")):
        system = catalog.find(name, version)
        newest = catalog.newest(system)
        assert replace(newest, judged_by=None, newest_known=None) == newest
        assert newest.end_of_life == system.end_of_life


@pytest.mark.parametrize(
    ("family", "older", "newer"),
    [
        ("ubuntu", "26.04", "26.10"),
        ("ubuntu", "jammy", "24.04.3"),
        ("windows", "2012", "2012 R2"),
        ("sles", "15 SP7", "16.0"),
        ("rhel", "9.6", "9.8"),
        ("fedora", "44", "46"),
        ("opensuse", "16.0", "tumbleweed"),
    ],
)
def test_versions_stand_in_order(knowledge: Knowledge, family: str, older: str, newer: str) -> None:
    known = knowledge.os_catalog.family(family)
    assert known is not None
    assert known.precedes(older, newer)
    assert not known.precedes(newer, older)
    assert not known.precedes(older, older)
    assert not known.precedes(older, "nonsense")


@pytest.mark.parametrize(
    ("family", "known", "unknown"),
    [
        ("fedora", "39 44 45 46", "38 47"),
        ("openbsd", "7.0 7.9 8.1 9.3", "6.9"),
        ("netbsd", "9 11", "8"),
        ("opensuse", "15.5 16.1 17.0 18.0", "14.9 19.0"),
        ("debian", "6 13 15", "5 16"),
    ],
)
def test_two_versions_ahead_are_counted_like_those_that_are_listed(
    knowledge: Knowledge, family: str, known: str, unknown: str
) -> None:
    found = knowledge.os_catalog.family(family)
    assert found is not None
    assert [version for version in known.split() if not found.knows(version)] == []
    assert [version for version in unknown.split() if found.knows(version)] == []


@pytest.mark.parametrize(
    ("family", "version", "word"),
    [
        ("sles", "15 SP7", "sles:15-SP7"),
        ("sles", "15 SP7 byos", "sles:15-SP7-byos"),
        ("windows", "2012 R2", "windows:2012-R2"),
        ("windows", "2022 core", "windows:2022-core"),
        ("ubuntu", "pro", "ubuntu:pro"),
        ("flatcar", None, "flatcar"),
    ],
)
def test_a_system_is_spelled_in_one_word_that_leads_back_to_it(
    knowledge: Knowledge, family: str, version: str | None, word: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    assert system.spelled == word
    name, _, rest = word.partition(":")
    assert knowledge.os_catalog.find(name, rest or None) == system


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("windows-eks", "windows"),
        ("amazon-linux-ecs-gpu", "amazon-linux"),
        ("windows-2022-eks", None),
        ("windows", None),
        ("nobody knows", None),
    ],
)
def test_an_image_of_a_system_may_be_named_without_a_version(
    knowledge: Knowledge, name: str, family: str | None
) -> None:
    """Who says windows-eks has the versions of Windows to choose from."""
    found = knowledge.os_catalog.names.of_an_image(name)
    assert (found.key if found else None) == family


@pytest.mark.parametrize("said", ["1.34", "eks-1.34", "kubernetes 1.34"])
def test_a_version_of_kubernetes_beside_bottlerocket_is_that_of_its_cluster(
    knowledge: Knowledge, said: str
) -> None:
    assert knowledge.os_catalog.find("bottlerocket", said).kubernetes == "1.34"
