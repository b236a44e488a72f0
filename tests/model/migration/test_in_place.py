"""A newer Linux comes in place as well as on a fresh instance, where its publisher describes that."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise

TR = NullTranslations()


def told(knowledge: Knowledge, today: str, after: str) -> tuple[str, str, str]:
    """The sentence beside the answer, the last step of the first change, and its command."""
    (family, _, version), (newer, _, to) = today.partition(":"), after.partition(":")
    given = {
        "start": "instance",
        "current-type": "m5.large",
        "os": family,
        "os-version": version,
        "os-after": newer,
    }
    found = advise(knowledge, needs_of({**given, "os-version-after": to}, knowledge))
    way = plan_of(knowledge, found)
    assert way is not None
    last = way.changes[0].steps[-1]
    return found.headline.text.render(TR), last.text.render(TR), last.command or ""


@pytest.mark.parametrize(
    ("today", "after", "says", "runs"),
    [
        ("rhel:8", "rhel:9", "Leapp leads from Red Hat Enterprise Linux 8 to Red Hat Enterprise Linux 9.", "sudo leapp upgrade"),
        ("sles:15.5", "sles:15.7", "zypper migration leads from SUSE Linux Enterprise Server 15 SP5", "sudo zypper migration"),
        ("ubuntu:18.04", "ubuntu:22.04", "to Ubuntu 22.04 by way of 20.04, one after the other.", "sudo do-release-upgrade"),
        ("debian:12", "debian:13", "apt full-upgrade leads from Debian 12 to Debian 13.", "sudo apt full-upgrade"),
        ("oracle-linux:8", "oracle-linux:9", "Follow the guide of the version that you go to.", ""),
    ],
)  # fmt: skip
def test_beside_a_fresh_instance_stands_the_upgrade_in_place(
    knowledge: Knowledge, today: str, after: str, says: str, runs: str
) -> None:
    """Red Hat recommends it for its next version, and for a service pack nobody builds a server anew."""
    _, step, command = told(knowledge, today, after)
    assert step.startswith("Or in place, which keeps software and settings: ")
    assert says in step
    assert "Launch an instance from the backup and do it there; to go back, stay with the old one." in step
    assert runs in command


@pytest.mark.parametrize(
    ("today", "after"),
    [("rocky:8", "rocky:9"), ("amazon-linux:2", "amazon-linux:2023"), ("debian:12", "ubuntu:26.04")],
)
def test_where_nobody_describes_one_there_is_none(knowledge: Knowledge, today: str, after: str) -> None:
    answer, step, _ = told(knowledge, today, after)
    assert "in place" not in step + answer


def test_the_answer_says_that_there_are_two_ways(knowledge: Knowledge) -> None:
    found = advise(
        knowledge,
        needs_of(
            {
                "start": "instance",
                "current-type": "m5.large",
                "os": "rhel",
                "os-version": "8",
                "os-after": "rhel",
                "os-version-after": "9",
            },
            knowledge,
        ),
    )
    said = [message.render(TR) for message in found.headline.besides]
    assert (
        "Red Hat Enterprise Linux 9 comes on a fresh instance, or in place by Leapp, as the steps say."
        in said
    )


def test_to_another_architecture_nothing_is_upgraded_in_place(knowledge: Knowledge) -> None:
    found = advise(
        knowledge,
        needs_of(
            {
                "start": "instance", "current-type": "m5.large", "os": "ubuntu", "os-version": "22.04", "os-after": "ubuntu",
                "os-version-after": "24.04", "arch": "arm64",
            },
            knowledge,
        ),
    )  # fmt: skip
    assert not any("in place" in message.render(TR) for message in found.headline.besides)
