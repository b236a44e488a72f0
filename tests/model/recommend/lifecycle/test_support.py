"""Until when a system is supported, and what to move to."""

from __future__ import annotations

import datetime
from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.instance_type import Architecture, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.lifecycle.successors import successor, successors_of
from wizard.model.recommend.lifecycle.support import support_of, towards
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.sentences.without_paravirtual import without_paravirtual
from wizard.model.systems.system_after import system_after

TR = NullTranslations()


@pytest.mark.parametrize(
    ("family", "version", "ended", "said"),
    [
        (
            "amazon-linux",
            "2",
            True,
            "ended on 2026-06-30: there are no security updates any more. Move to Amazon Linux 2023.",
        ),
        (
            "windows",
            "2012 R2",
            True,
            "ended on 2026-10-13, the Extended Security Updates program (for pay) included; regular support had ended on 2023-10-10.",
        ),
        ("windows", "2003", True, "2015-07-14"),
        (
            "ubuntu",
            "20.04",
            False,
            "Regular support for Ubuntu 20.04 ended on 2025-05-29; Ubuntu Pro goes on until 2030-04-23, and its Legacy add-on (for pay) until 2035-04-30. Move to Ubuntu 26.04.",
        ),
        (
            "ubuntu",
            "24.04",
            False,
            "is supported until 2029-05-31, and with Ubuntu Pro until 2034-04-25, and its Legacy add-on (for pay) until 2039-04-30.",
        ),
        (
            "ubuntu",
            "14.04",
            False,
            "ended on 2019-04-25, and Ubuntu Pro on 2024-04-25; its Legacy add-on (for pay) goes on until 2029-04-30. Move to Ubuntu 26.04.",
        ),
        (
            "ubuntu",
            "12.04",
            True,
            "ended on 2019-04-26, Ubuntu Pro included; regular support had ended on 2017-04-28.",
        ),
        ("rocky", "9", False, "Rocky Linux 9 is supported until 2032-05-31."),
        ("centos", "7", True, "Move to Rocky Linux 10, AlmaLinux 10 or CentOS Stream 10."),
        (
            "windows",
            "2016",
            False,
            "ends on 2027-01-12; the Extended Security Updates program (for pay) goes on until 2030-01-12. Plan the move to Windows Server 2025.",
        ),
        ("freebsd", "14.4", False, "ends on 2026-12-31. Plan the move to FreeBSD 14.5 or FreeBSD 15."),
        (
            "freebsd",
            "14.3",
            True,
            "ended on 2026-06-30: there are no security updates any more. Move to FreeBSD 14.5",
        ),
        ("freebsd", "13.4", True, "Move to FreeBSD 15."),
        (
            "amazon-linux",
            "2023",
            False,
            "ends on 2027-06-30; its maintenance phase goes on until 2029-06-30.",
        ),
        ("nixos", "26.05", False, "Support for NixOS 26.05 ends on 2026-12-31."),
        ("sles", "16.0", False, "is supported until 2027-11-30"),
        # The service pack first, as it asks least.
        (
            "sles",
            "15 SP4",
            False,
            "Move to SUSE Linux Enterprise Server 15 SP7 (supported until 2031-07-31) or SUSE",
        ),
        ("sles", "12 SP5", False, "2027-10-31. Move to SUSE Linux Enterprise Server 15 SP7 (supported"),
        # What a system for SAP brings with it costs nothing more.
        (
            "sles-sap",
            "12 SP5",
            False,
            "ended on 2024-10-31; ESPOS (included in SLES for SAP) goes on until 2027-10-31.",
        ),
        ("alpine", "3.21", True, "Move to Alpine Linux 3.24."),
        # Never a step back, nor to a point release that ends on the same day.
        ("ubuntu", "26.10", False, "Support for Ubuntu 26.10 ends on 2027-07-15."),
        ("ubuntu", "22.04.3", False, "2037-04-30. Plan the move to Ubuntu 26.04."),
        # Of a family without a publisher the newest that is maintained.
        ("openbsd", "7.8", True, "any more. Move to OpenBSD 7.9."),
        ("netbsd", "9", True, "ended on 2026-08-30: there are no security updates any more."),
    ],
)
def test_words_for_every_stage(
    knowledge: Knowledge, family: str, version: str, ended: bool, said: str
) -> None:
    support = support_of(knowledge.os_catalog.find(family, version), knowledge)
    assert support is not None
    assert support.ended is ended
    assert said in support.text.render(TR)
    assert all(source.url.startswith("https://") for source in support.sources)
    assert support.sources


@pytest.mark.parametrize(
    ("family", "version", "near"),
    [
        ("windows", "2016", True),
        ("windows", "2019", False),
        ("ubuntu", "22.04", True),
        ("sles", "15 SP4", True),
        ("debian", "12", False),
        ("windows", "2012", False),
    ],
)
def test_an_end_within_a_year_is_said_to_who_asks_for_the_system(
    knowledge: Knowledge, family: str, version: str, near: bool
) -> None:
    system = knowledge.os_catalog.find(family, version)
    support = support_of(system, knowledge)
    assert support is not None
    assert support.near is near
    said = advise(knowledge, Needs(os=system)).headline
    text = support.text.render(TR)
    assert (text in [message.render(TR) for message in said.after]) is (near and not support.regular_ended)
    assert (text in [message.render(TR) for message in said.notices]) is support.regular_ended


@pytest.mark.parametrize(("days", "near"), [(365, True), (366, False)])
def test_a_year_before_its_end_is_near(knowledge: Knowledge, days: int, near: bool) -> None:
    ends = knowledge.date + datetime.timedelta(days)
    support = support_of(OperatingSystem("ubuntu", version="24.04", end_of_life=ends), knowledge)
    assert support is not None
    assert (support.near, bool(support.successors)) == (near, near)


@pytest.mark.parametrize(
    ("family", "version", "architecture", "said"),
    [
        ("debian", "9", Architecture.I386, "Move to Debian 13 for x86_64: no image of it for i386 is known."),
        ("centos", "6", Architecture.I386, "Move to Rocky Linux 10 for x86_64: no image of it for i386"),
        ("debian", "9", Architecture.X86_64, "Move to Debian 13."),
        ("debian", "13", Architecture.I386, ""),
    ],
)
def test_who_has_a_system_for_i386_is_told_that_the_next_has_none(
    knowledge: Knowledge, family: str, version: str, architecture: Architecture, said: str
) -> None:
    needs = Needs(os=knowledge.os_catalog.find(family, version), architecture=architecture)
    headline = advise(knowledge, needs).summary.render(TR)
    assert said in headline
    assert ("no image of it for i386" in headline) is ("x86_64" in said)


def test_nothing_is_said_where_nothing_is_known(knowledge: Knowledge) -> None:
    find = knowledge.os_catalog.find
    for system in (OperatingSystem(), find("linux"), find("ubuntu"), find("macos", "26"), find("arch")):
        assert support_of(system, knowledge) is None


def test_every_old_version_of_a_family_with_a_current_one_names_it(knowledge: Knowledge) -> None:
    for family in knowledge.os_catalog.families:
        current = successor(family.key, knowledge)
        for version in family.versions if current else ():
            support = support_of(knowledge.os_catalog.find(family.key, version), knowledge)
            if support is not None and support.regular_ended:
                assert support.successors, (family.key, version)
                assert support.system.title not in support.successors


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            -1,
            "Support for Ubuntu 22.04 Pro ended on {day}; its Legacy add-on (for pay) goes on until 2099-01-01. Move to",
        ),
        (
            30,
            "Support for Ubuntu 22.04 Pro ends on {day}; its Legacy add-on (for pay) goes on until 2099-01-01. Plan the",
        ),
        (
            900,
            "Ubuntu 22.04 Pro is supported until {day}, and with its Legacy add-on (for pay) until 2099-01-01.",
        ),
    ],
)
def test_the_longer_support_of_ubuntu_is_the_regular_one_of_its_pro_images(
    knowledge: Knowledge, days: int, said: str
) -> None:
    day = knowledge.date + datetime.timedelta(days)
    system = replace(
        knowledge.os_catalog.find("ubuntu", "22.04-pro"),
        extended_end=day,
        add_on_end=datetime.date(2099, 1, 1),
    )
    support = support_of(system, knowledge)
    assert support
    assert support.text.render(TR).startswith(said.format(day=day))
    assert not days < 0 or support.text.render(TR).endswith("Move to Ubuntu 26.04 Pro.")


def test_a_family_of_which_every_version_is_over_is_over(knowledge: Knowledge) -> None:
    centos = support_of(knowledge.os_catalog.find("centos"), knowledge)
    assert centos
    assert centos.text.render(TR) == (
        "Support for CentOS Linux ended on 2024-06-30: there are no security updates any more. "
        "Move to Rocky Linux 10, AlmaLinux 10 or CentOS Stream 10."
    )
    for family in ("ubuntu", "coreos", "netbsd", "kali", "macos"):
        assert support_of(knowledge.os_catalog.find(family), knowledge) is None


def test_an_interim_release_and_a_point_release_name_no_older_system(knowledge: Knowledge) -> None:
    interim = support_of(knowledge.os_catalog.find("ubuntu", "26.10"), knowledge)
    point = support_of(knowledge.os_catalog.find("ubuntu", "22.04.3"), knowledge)
    assert interim
    assert point
    assert (interim.near, interim.successors, point.successors) == (True, (), ("Ubuntu 26.04",))


def test_no_system_leads_back_to_an_older_version(knowledge: Knowledge) -> None:
    for family in knowledge.os_catalog.families:
        for version in family.versions:
            system = knowledge.os_catalog.resolve(family.key, version)
            for after in successors_of(system, knowledge):
                back = after.family == family.key and family.precedes(after.version or "", version)
                assert not back, (family.key, version, after.title)


def test_who_leaves_a_system_is_not_told_to_plan_that(knowledge: Knowledge) -> None:
    find = knowledge.os_catalog.find
    needs = Needs(os=find("windows", "2016"), os_after=find("windows", "2022"))
    assert "2027-01-12" in advise(knowledge, replace(needs, os_after=None)).summary.render(TR)
    assert "2027-01-12" not in advise(knowledge, needs).summary.render(TR)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (("windows", "2022"), "Move to Windows Server 2022."),
        (("windows", "2025"), "Move to Windows Server 2025."),
        # Who goes on with one out of support, or with the same, is told what is supported.
        (("windows", "2012"), "Move to Windows Server 2025."),
        (("windows", "2012 R2"), "Move to Windows Server 2025."),
    ],
)
def test_who_chose_another_system_is_told_to_move_to_that_one(
    knowledge: Knowledge, after: tuple[str, str], words: str
) -> None:
    support = support_of(knowledge.os_catalog.find("windows", "2012 R2"), knowledge)
    assert support
    assert towards(support, None, knowledge) is towards(support, OperatingSystem(), knowledge) is support
    said = towards(support, knowledge.os_catalog.find(*after), knowledge).text.render(NullTranslations())
    assert said.endswith(words)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"os": "ubuntu", "os-version": "24.04"},
            "Nobody is known to publish a paravirtual AMI of Ubuntu 24.04: take HVM, --virtualization any",
        ),
        (
            {"os": "ubuntu", "os-version": "14.04"},
            "AMI of Ubuntu 26.04: to move there take HVM, --virtualization any.",
        ),
        ({"os": "linux"}, ""),
        ({"os": "windows", "os-version": "2022"}, ""),
    ],
)
def test_who_insists_on_paravirtual_is_told_where_there_is_no_such_ami(
    knowledge: Knowledge, answers: dict[str, str], words: str
) -> None:
    told = advise(knowledge, needs_of({**answers, "virtualization": "paravirtual"}, knowledge))
    said = told.summary.render(TR)
    assert (words in said) if words else ("Nobody is known to publish" not in said)
    free = advise(knowledge, needs_of(answers, knowledge))
    assert "Nobody is known to publish" not in free.summary.render(TR)


def test_whose_kernel_is_one_for_xen_builds_the_ami(knowledge: Knowledge) -> None:
    system = knowledge.os_catalog.resolve("ubuntu", "24.04")
    needs = Needs(os=system, virtualization_type=VirtualizationType.PARAVIRTUAL)
    assert without_paravirtual(needs, knowledge)
    assert without_paravirtual(replace(needs, os=system.told(xen_pv_kernel=True)), knowledge) is None


def test_an_instance_stays_on_a_system_that_has_the_paravirtual_ami_asked_for(knowledge: Knowledge) -> None:
    old = {"start": "instance", "current-type": "m3.medium", "os": "ubuntu", "os-version": "14.04"}
    moved = needs_of(old, knowledge)
    assert moved.system.version == "26.04"
    told = advise(knowledge, needs_of({**old, "virtualization": "paravirtual"}, knowledge))
    assert told.needs.system.version == "14.04"
    assert told.ranked[0].instance_type.name == "m3.medium"
    # A paravirtual kernel is in doubt on every type alike: that is no reason to move to an older one.
    centos = {**old, "current-type": "m3.large", "os": "centos", "os-version": "6"}
    stays = advise(knowledge, needs_of({**centos, "virtualization": "paravirtual"}, knowledge))
    assert stays.ranked[0].instance_type.name == "m3.large"


def test_a_move_and_a_new_start_are_told_the_same_version(knowledge: Knowledge) -> None:
    """SLES 11 was led to 15 SP7 where an instance moves, and told of 16.0 where one begins anew."""
    catalog, publishers = knowledge.os_catalog, knowledge.publishers
    told: dict[str, tuple[str, ...]] = {}
    for family in catalog.families:
        current = publishers.current_version(family.key)
        for version in family.versions:
            system = catalog.resolve(family.key, version)
            after = system_after(system, catalog, knowledge.date, current)
            names = tuple(newer.title or "" for newer in successors_of(system, knowledge))
            if after is not None and names[:1] != (after.title,):
                told[system.title or ""] = (after.title or "", *names)
    assert told == {}


@pytest.mark.parametrize(
    ("family", "version", "words"),
    [
        (
            "sles",
            "12 SP5",
            "15 SP7 (supported until 2031-07-31) or SUSE Linux Enterprise Server 16.0 (until 2027-11-30).",
        ),
        ("rhel-sap", "6", "Move to Red Hat Enterprise Linux for SAP 9."),
    ],
)
def test_of_two_versions_to_move_to_the_dates_are_said(
    knowledge: Knowledge, family: str, version: str, words: str
) -> None:
    """16.0 is the newest, and would have to be left again first; SAP's publisher goes by RHEL 9, which goes on for long."""
    support = support_of(knowledge.os_catalog.find(family, version), knowledge)
    assert support
    assert support.text.render(TR).endswith(words)


def test_before_the_end_of_support_the_move_is_planned_with_both_dates(knowledge: Knowledge) -> None:
    support = support_of(knowledge.os_catalog.find("sles", "12 SP5"), knowledge)
    assert support
    soon = replace(support, regular_ended=False, near=True).text.render(TR)
    assert "Plan the move to SUSE Linux Enterprise Server 15 SP7 (supported until 2031-07-31) or" in soon


@pytest.mark.parametrize(
    ("family", "version", "said"),
    [
        (
            "windows-sql",
            "2016",
            (
                "Regular support for SQL Server 2016 ended on 2026-07-14; the Extended Security Updates program (for pay) goes on "
                "until 2029-07-17. Regular support for Windows Server 2016 ends on 2027-01-12; the Extended Security Updates "
                "program (for pay) goes on until 2030-01-12. Move to Windows Server 2025 with SQL Server Standard 2025."
            ),
        ),
        (
            "windows-sql-enterprise",
            "2019-2016",
            (
                "Regular support for SQL Server 2016 ended on 2026-07-14; the Extended Security Updates program (for pay) goes on "
                "until 2029-07-17. Move to Windows Server 2025 with SQL Server Enterprise 2025."
            ),
        ),
        (
            "windows-sql-web",
            "2016-2019",
            (
                "Regular support for Windows Server 2016 ends on 2027-01-12; the Extended Security Updates program (for pay) goes "
                "on until 2030-01-12. Plan the move to Windows Server 2022 with SQL Server Web 2019."
            ),
        ),
        (
            "windows-sql",
            "2022-2019",
            "SQL Server 2019 is supported until 2030-01-08. Windows Server 2022 is supported until 2031-10-14.",
        ),
        ("windows-sql", "2022-byol", "Windows Server 2022 is supported until 2031-10-14."),
        (
            "sql-server",
            "2014",
            "Regular support for SQL Server 2014 ended on 2024-07-09; the Extended Security Updates",
        ),
    ],
)
def test_an_old_sql_server_is_out_of_support_on_a_windows_that_is_not(
    knowledge: Knowledge, family: str, version: str, said: str
) -> None:
    """The dates of Windows alone are those of an SQL Server only by chance."""
    support = support_of(knowledge.os_catalog.find(family, version), knowledge)
    assert support is not None
    assert said in support.text.render(TR)
    assert any("sqlserver" in source.url for source in support.sources) is ("byol" not in version)


def test_an_sql_server_whose_windows_and_whose_year_nobody_named_has_no_end(knowledge: Knowledge) -> None:
    assert support_of(knowledge.os_catalog.find("windows-sql"), knowledge) is None


def test_the_fourth_newest_macos_is_out_of_support(knowledge: Knowledge) -> None:
    """Apple mends the newest three: 14 ended when 27 came, and to 26 goes who moves."""
    ended = support_of(knowledge.os_catalog.find("macos", "14"), knowledge)
    assert ended is not None
    assert ended.text.render(TR) == (
        "Support for macOS 14 ended on 2026-09-15: there are no security updates any more. Move to macOS 26."
    )
    assert support_of(knowledge.os_catalog.find("macos", "15"), knowledge) is None


def test_who_keeps_an_intel_mac_is_led_to_the_newest_that_it_starts(knowledge: Knowledge) -> None:
    answers = {"os": "macos", "os-version": "12", "arch": "x86_64_mac"}
    said = advise(knowledge, needs_of(answers, knowledge)).summary.render(TR)
    assert "Move to macOS 15. If it has to be macOS 12" in said
    assert "Move to macOS 26." in advise(
        knowledge, needs_of(answers | {"arch": "any"}, knowledge)
    ).summary.render(TR)
    linux = knowledge.os_catalog.find("amazon-linux", "2")
    assert successors_of(linux, knowledge, Architecture.X86_64_MAC) == successors_of(linux, knowledge)
    newest = knowledge.os_catalog.find("macos", "26")
    assert successors_of(newest, knowledge, Architecture.X86_64_MAC) == ()
