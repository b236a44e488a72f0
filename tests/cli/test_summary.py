from __future__ import annotations

import re

import pytest

from wizard.cli.summary import summary
from wizard.flow.effective_answers import check_answers
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH
from wizard.model.recommend.advise import advise


def told(answers: dict[str, Value], knowledge: Knowledge) -> list[str]:
    effective = check_answers(answers, knowledge)
    return list(summary(advise(knowledge, needs_of(effective, knowledge)), effective, ENGLISH))


def test_the_decision_comes_first_and_the_date_last(knowledge: Knowledge) -> None:
    lines = told({"os": "linux", "vcpus": {"minimum": 4}}, knowledge)
    assert lines[0].startswith("Use an HVM AMI")
    assert lines[1].startswith("HVM · ")
    assert lines[-1].startswith("Instance types as of ")


def test_the_image_one_has_is_judged(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "start": "image",
        "image-virtualization": "paravirtual",
        "image-architecture": "x86_64",
    }
    assert told(answers, knowledge)[0].startswith(
        "Your paravirtual AMI runs on 19 of the 1,395 instance types"
    )


def test_what_is_open_on_whatever_type_is_said_once(knowledge: Knowledge) -> None:
    custom = told({"os": "custom", "start": "instance", "current-type": "m1.small"}, knowledge)
    assert any(line.endswith(" instance types fit, if the above holds") for line in custom)
    assert any(line.startswith("  c8a.medium") and " works; " in line for line in custom)
    known = "\n".join(told({"os": "ubuntu", "os-version": "24.04", "vcpus": {"minimum": 4}}, knowledge))
    assert "if the above holds" not in known


@pytest.mark.parametrize(
    ("answers", "some", "none"),
    [({"os": "custom"}, 0, 2), ({"start": "image", "image-virtualization": "hvm"}, 2, 0)],
)
def test_what_is_open_stands_under_what_depends_on_it(
    knowledge: Knowledge, answers: dict[str, Value], some: int, none: int
) -> None:
    lines = told(answers, knowledge)
    for title, count in (
        ("Type by type, that depends on", some),
        ("Also worth knowing, though nothing depends on it", none),
    ):
        below = lines[lines.index(title) + 1 :] if title in lines else [""]
        assert below.index("") == count


def test_what_is_worth_knowing_of_the_first_type_says_what_to_do(knowledge: Knowledge) -> None:
    lines = told({"os": "ubuntu", "os-version": "24.04", "gpu": 1}, knowledge)
    gpus = next(line for line in lines if " has NVIDIA GPUs." in line)
    assert " Use an AMI with NVIDIA's driver" in gpus


def test_one_type_is_one(knowledge: Knowledge) -> None:
    assert "1 instance type fits, if the above holds" in told({"type": ["m5.large"]}, knowledge)


def test_without_a_decision_there_is_something_to_relax(knowledge: Knowledge) -> None:
    lines = told({"os": "windows", "arch": "arm64"}, knowledge)
    assert lines[1].startswith("  ")
    assert "0 instance types fit" not in lines


def test_the_way_on_is_told_by_its_changes(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "start": "instance",
        "current-type": "m1.small",
        "image-virtualization": "paravirtual",
        "os": "linux",
    }
    lines = told(answers, knowledge)
    place = lines.index("The way")
    assert lines[place + 1].startswith("  One change leads from m1.small to ")
    assert lines[place + 2].startswith(
        "  c8a.medium has no local disks; what is on the 160 GB of m1.small is lost"
    )
    assert lines[place + 3 : place + 6] == [
        "  1. From paravirtual to HVM",
        "  The report has every step and command: --pdf FILE or --markdown FILE writes it.",
        "",
    ]


def test_where_nothing_must_change_it_is_one_line(knowledge: Knowledge) -> None:
    image = {"ImageId": "ami-12345678", "VirtualizationType": "hvm", "Architecture": "x86_64"}
    known = {"EnaSupport": True, "RootDeviceType": "ebs", "State": "available"}
    lines = told({"start": "image", "image": {**image, **known}, "os": "linux"}, knowledge)
    place = lines.index("The way")
    assert lines[place + 1 : place + 3] == ["  Your AMI can go on as it is.", ""]


def test_what_is_not_known_of_the_image_is_said(knowledge: Knowledge) -> None:
    lines = told({"start": "image", "os": "linux"}, knowledge)
    assert lines[lines.index("The way") + 2].startswith("  Not known of your AMI: virtualization type, ")


def test_a_new_workload_has_no_way_to_go(knowledge: Knowledge) -> None:
    assert "The way" not in told({"os": "linux"}, knowledge)


def test_a_condition_is_said_once_and_in_words(knowledge: Knowledge) -> None:
    lines = told({"os": "linux"}, knowledge)
    place = lines.index("On whatever type, that depends on")
    assert lines[place + 1] == (
        "  which operating system the AMI has. Name the operating system and its version."
    )
    assert not any("os." in line for line in lines)


def test_a_doubt_about_single_types_is_told_apart(knowledge: Knowledge) -> None:
    lines = told({"os": "amazon-linux", "os-version": "2", "arch": "arm64"}, knowledge)
    place = lines.index("Type by type, that depends on")
    doubt = next(
        line for line in lines[place:] if line.startswith("  whether the system's kernel runs on Graviton5")
    )
    assert re.search(r" It concerns \d+ of the \d+ types, such as \w+\.\w+", doubt)


def test_a_doubt_that_touches_no_listed_type_says_so(knowledge: Knowledge) -> None:
    """Xen's drivers matter on Xen types only, which nobody is shown who asks for current ones."""
    lines = told({"os": "oracle-linux", "os-version": "8", "vcpus": {"minimum": 4}}, knowledge)
    doubt = next(line for line in lines if line.startswith("  whether the system has Xen's disk"))
    assert "and none of those listed here." in doubt


def test_a_system_without_versions_is_not_asked_for_one(knowledge: Knowledge) -> None:
    for family in ("bottlerocket", "flatcar", "arch", "talos", "fedora-coreos"):
        assert not any("which version" in line for line in told({"os": family}, knowledge))
