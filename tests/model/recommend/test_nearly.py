"""Who moves a dense machine is told of the one that has almost as much and is not twice as large."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise


def said(knowledge: Knowledge, current: str, **more: object) -> str:
    answers = {"start": "instance", "os": "ubuntu", "os-version": "24.04", "current-type": current, **more}
    return advise(knowledge, needs_of(answers, knowledge)).summary.render(NullTranslations())  # type: ignore[arg-type]  # any answers


@pytest.mark.parametrize(
    ("current", "nearer", "less", "options"),
    [
        (
            "d2.8xlarge",
            "d3.8xlarge",
            "32 of 36 vCPUs and 47,520 of 49,152 GB of local disks",
            "--vcpus 32 --local-storage-gb 47520",
        ),
        ("d2.4xlarge", "d3.4xlarge", "23,760 of 24,576 GB of local disks", "--local-storage-gb 23760"),
        ("x1.16xlarge", "x2idn.16xlarge", "1,900 of 1,920 GB of local disks", "--local-storage-gb 1900"),
        ("d2.xlarge", "d3.xlarge", "5,940 of 6,144 GB of local disks", "--local-storage-gb 5940"),
    ],
)
def test_the_nearer_type_is_named_with_what_it_lacks(
    knowledge: Knowledge, current: str, nearer: str, less: str, options: str
) -> None:
    assert (
        f"{nearer} is nearer, with a little less: {less}. Who can do without that says so: {options}."
        in said(knowledge, current)
    )


@pytest.mark.parametrize(
    ("current", "nearer"),
    [("m1.small", "c8a.medium"), ("m1.medium", "m8a.medium"), ("c1.medium", "t8i.small")],
)
def test_the_disks_that_every_early_type_had_are_no_reason_for_a_machine_four_times_as_large(
    knowledge: Knowledge, current: str, nearer: str
) -> None:
    text = said(knowledge, current)
    assert f"{nearer} is nearer, but has no local disks." in text
    assert "--local-storage-gb 0." in text
    # Of a system that nobody described every type is in doubt alike.
    answers = {"start": "instance", "os": "custom", "current-type": current}
    custom = advise(knowledge, needs_of(answers, knowledge)).summary.render(NullTranslations())
    assert "is nearer, but has no local disks." in custom


def test_what_was_done_without_is_not_told_again(knowledge: Knowledge) -> None:
    answers = {"vcpus": {"minimum": 32}, "local-storage-gb": 47520}
    text = said(knowledge, "d2.8xlarge", **answers)
    assert text.startswith("d3.8xlarge (32 vCPUs, 256 GiB) replaces d2.8xlarge")
    assert "nearer" not in text


@pytest.mark.parametrize(
    "current", ["m5.large", "i2.8xlarge", "m4.10xlarge", "c4.8xlarge", "t2.micro", "mac1.metal"]
)
def test_where_the_answer_is_near_already_nothing_is_told(knowledge: Knowledge, current: str) -> None:
    assert "nearer" not in said(knowledge, current)


def test_where_nothing_is_nearer_nothing_is_told(knowledge: Knowledge) -> None:
    assert "nearer" not in said(knowledge, "d2.8xlarge", family=["i7ie", "d3en"])


def test_what_is_a_little_less_and_yet_far_larger_is_no_nearer(knowledge: Knowledge) -> None:
    assert "nearer" not in said(
        knowledge, "d2.xlarge", family=["i7ie", "d3"], type=["i7ie.3xlarge", "d3.2xlarge"]
    )


def test_memory_that_is_a_little_less_is_named_too(knowledge: Knowledge) -> None:
    text = said(knowledge, "m2.xlarge")
    assert (
        "i7i.large is nearer, with a little less: 16 of 17.1 GiB. Who can do without that says so: --memory-gib 16."
        in text
    )


@pytest.mark.parametrize(
    ("current", "nearer", "disks"),
    [("m1.small", "c8a.medium", "160"), ("m1.large", "m8i.large", "840"), ("c1.medium", "t8i.small", "350")],
)
def test_old_families_came_with_disks_that_few_used(
    knowledge: Knowledge, current: str, nearer: str, disks: str
) -> None:
    told = f"{nearer} is nearer, but has no local disks. Who can do without the {disks} GB of today says so: --local-storage-gb 0."
    assert told in said(knowledge, current)
    assert said(knowledge, current, **{"local-storage-gb": 0}).startswith(f"{nearer} (")


@pytest.mark.parametrize("current", ["hs1.8xlarge", "h1.16xlarge", "hi1.4xlarge", "i3.large"])
def test_a_machine_for_storage_is_not_moved_off_its_disks(knowledge: Knowledge, current: str) -> None:
    assert "no local disks" not in said(knowledge, current)
