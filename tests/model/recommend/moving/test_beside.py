"""Beside the type that replaces today's: the newer one of another size, and the smaller one with the same GPUs."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from tests.model.recommend.advised import moved
from wizard.model.ec2.instance_type import BootMode
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation

TR = NullTranslations()


def besides(recommendation: Recommendation) -> str:
    return " ".join(message.render(TR) for message in recommendation.headline.besides)


@pytest.mark.parametrize(
    ("current", "newer"),
    [
        ("c5.9xlarge", "c8i.12xlarge (48 vCPUs, 96 GiB)"),
        ("p4d.24xlarge", "p5.48xlarge (192 vCPUs, 2,048 GiB)"),
    ],
)
def test_what_stays_is_told_of_the_newer_type_of_another_size(
    knowledge: Knowledge, current: str, newer: str
) -> None:
    recommendation = moved(knowledge, current)
    assert recommendation.ranked[0].instance_type.name == current
    assert f"Of a newer generation, {newer} is the nearest." in besides(recommendation)


def test_a_newer_type_on_which_something_is_lost_is_not_named(knowledge: Knowledge) -> None:
    """RHEL 7 for Arm is for A1; on Graviton2 and later AWS does not support it."""
    old = {"os": "rhel", "os_version": "7", "os_after": "same"}
    found = moved(knowledge, "a1.2xlarge", **old)
    assert found.ranked[0].instance_type.name == "a1.2xlarge"
    assert "Of a newer generation" not in besides(found)


@pytest.mark.parametrize("current", ["m8i.large", "m5.large", "vt1.24xlarge"])
def test_where_none_is_newer_or_today_does_not_stay_there_is_no_word_on_it(
    knowledge: Knowledge, current: str
) -> None:
    assert "Of a newer generation" not in besides(moved(knowledge, current))


@pytest.mark.parametrize(
    ("current", "there", "smaller"),
    [
        (
            "p2.xlarge",
            "g6e.2xlarge",
            "g6.xlarge (4 vCPUs, 16 GiB) with L4 is enough: --vcpus 4 --memory-gib 16 ",
        ),
        ("g3.4xlarge", "gr6.4xlarge", ""),
        ("g5.4xlarge", "g6.4xlarge", ""),
        ("r5.4xlarge", "r8i.4xlarge", ""),
        # By these answers the newest Trainium would come first.
        ("trn1.2xlarge", "trn2.3xlarge", ""),
        # Eight GPUs are not enough with less memory than the eight of today.
        ("p4de.24xlarge", "p6-b200.48xlarge", ""),
    ],
)
def test_who_has_gpus_is_told_what_the_memory_beside_them_costs(
    knowledge: Knowledge, current: str, there: str, smaller: str
) -> None:
    recommendation = moved(knowledge, current)
    assert recommendation.ranked[0].instance_type.name == there
    said = besides(recommendation)
    assert (smaller in said) if smaller else ("accelerators count" not in said)


def test_a_high_clock_is_not_lost_in_silence(knowledge: Knowledge) -> None:
    recommendation = moved(knowledge, "z1d.2xlarge")
    plan = plan_of(knowledge, recommendation)
    assert plan is not None
    lost = " ".join(message.render(TR) for message in plan.losses)
    assert "z1d.2xlarge has the high clock of its family, 4 GHz; r8id.2xlarge runs at 3.9 GHz." in lost
    assert "r7iz.2xlarge (8 vCPUs, 64 GiB) is enough: --local-storage-gb 0." in besides(recommendation)


def test_an_upgrade_in_place_is_why_the_boot_mode_stays(knowledge: Knowledge) -> None:
    windows = {"os": "windows", "os_version": "2012 R2", "os_after": "windows", "os_version_after": "2022"}
    reasons = moved(knowledge, "c4.8xlarge", **windows).reasons
    said = " ".join(reason.text.render(TR) for reason in reasons if reason.part == "boot_mode")
    assert said.endswith(
        "An upgrade in place keeps the disk that there is: AWS's AMIs of Windows Server 2012 R2 start so."
    )
    newer = moved(knowledge, "c4.8xlarge", **windows | {"os_version": "2016"}).reasons
    said = " ".join(reason.text.render(TR) for reason in newer if reason.part == "boot_mode")
    assert "unless the AMI's name begins with TPM-" in said
    known = moved(knowledge, "c4.8xlarge", **windows, image_boot_mode="legacy-bios").reasons
    said = " ".join(reason.text.render(TR) for reason in known if reason.part == "boot_mode")
    assert said.endswith("An upgrade in place keeps the disk that there is, and how it starts.")


def test_who_insists_on_paravirtual_has_it(knowledge: Knowledge) -> None:
    old = {"os": "centos", "os_version": "6", "virtualization": "paravirtual"}
    plan = plan_of(knowledge, moved(knowledge, "m1.small", **old))
    assert plan is not None
    assert "virtualization type" not in [message.template for message in plan.missing]


@pytest.mark.parametrize(
    ("version", "after", "told"),
    [
        ("2016", "2025", "Windows Server 2025 comes by an upgrade in place, as the steps say"),
        ("2012 R2", "2022", "Windows Server 2022 comes by an upgrade in place, as the steps say"),
        ("2012", "2022", "AWS's runbook upgrades no Windows Server 2012 in place to Windows Server 2022"),
        ("2022", "2022", ""),
    ],
)
def test_how_a_newer_windows_comes_in_is_said_beside_the_type(
    knowledge: Knowledge, version: str, after: str, told: str
) -> None:
    windows = {"os": "windows", "os_version": version, "os_after": "windows", "os_version_after": after}
    said = besides(moved(knowledge, "m5.xlarge", **windows))
    assert told in said
    assert ("in place" in said) is bool(told)


@pytest.mark.parametrize(
    ("today", "more", "boot"),
    [
        ("2016", {}, BootMode.UEFI),
        ("2003", {}, BootMode.UEFI),
        # It could not be launched there.
        ("2016", {"type": ["m5.metal"]}, BootMode.LEGACY_BIOS),
        ("2016", {"need": ["tpm"]}, BootMode.UEFI),
    ],
)
def test_a_fresh_instance_takes_what_aws_publishes_by_default(
    knowledge: Knowledge, today: str, more: dict[str, object], boot: BootMode
) -> None:
    """The disk that is upgraded stays BIOS; of Windows Server 2025 AWS's plain AMI is UEFI."""
    windows = {"os": "windows", "os_version": today, "os_after": "windows", "os_version_after": "2025"}
    found = moved(knowledge, "m5.large", **windows, **more)
    assert found.decision is not None
    best = found.ranked[0].instance_type
    assert of_a_fresh_instance(found.needs, found.decision, best).boot_mode is boot


def test_sql_server_comes_with_no_upgrade_of_windows(knowledge: Knowledge) -> None:
    windows = {"os": "windows", "os_version": "2019", "os_after": "windows-sql", "os_version_after": "2022"}
    assert "AWS's runbook upgrades no Windows Server 2019" in besides(moved(knowledge, "m5.large", **windows))


def test_who_limits_the_families_is_told_of_those_alone(knowledge: Knowledge) -> None:
    assert "is enough: --vcpus 4" not in besides(
        moved(knowledge, "p2.xlarge", family=["g6e"], memory_gib={"minimum": 64})
    )
    assert "accelerators count" not in besides(moved(knowledge, "p2.xlarge", type=["g6e.2xlarge"]))
