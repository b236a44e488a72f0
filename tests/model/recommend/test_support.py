"""Until when a system is supported, and what to move to."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.support import successor, support_of

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
            "ended on 2026-10-13, Extended Security Updates (for pay) included; regular support had ended on 2023-10-10.",
        ),
        ("windows", "2003", True, "2015-07-14"),
        (
            "ubuntu",
            "20.04",
            False,
            "Regular support for Ubuntu 20.04 ended on 2025-05-29; Ubuntu Pro goes on until 2032-04-27. Move to Ubuntu 26.04.",
        ),
        ("ubuntu", "24.04", False, "is supported until 2029-05-31, and with Ubuntu Pro until 2036-04-29."),
        ("rocky", "9", False, "Rocky Linux 9 is supported until 2032-05-31."),
        ("centos", "7", True, "Move to Rocky Linux 10, AlmaLinux 10 or CentOS Stream 10."),
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
