"""Answers that no type meets together are named together, and what the system rules out is said besides."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.ec2.instance_type import Hypervisor
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.decide import decide
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.relaxing.clash import clash

TR = NullTranslations()


def asked(knowledge: Knowledge, **answers: Value) -> Recommendation:
    return advise(
        knowledge, needs_of({key.replace("_", "-"): value for key, value in answers.items()}, knowledge)
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"hypervisor": "xen", "need": ["tpm"]},
            "by one of these: Without NitroTPM; The hypervisor is not xen.",
        ),
        (
            {"need": ["burstable", "efa"]},
            "by one of these: Without Elastic Fabric Adapter; Without burstable performance.",
        ),
        ({"vcpus": {"minimum": 3, "maximum": 3}}, "by this: Not 3 to 3 vCPUs."),
        ({"os": "macos", "arch": "i386"}, "by this: macOS does not exist for i386."),
    ],
)
def test_the_fewest_answers_that_leave_out_all_types(
    knowledge: Knowledge, answers: dict[str, Value], words: str
) -> None:
    assert f"Every instance type is left out {words}" in asked(knowledge, **answers).summary.render(TR)


def test_no_answer_is_named_where_the_image_is_what_no_type_takes(knowledge: Knowledge) -> None:
    said = asked(knowledge, os="windows", arch="arm64").summary.render(TR)
    assert "left out" not in said


def test_nothing_clashes_where_some_type_meets_all(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(hypervisor=Hypervisor.XEN))
    (criterion, _), *_ = decision.met
    assert clash(replace(decision, allowed=1, met=((criterion, 0),))) is None
    assert clash(replace(decision, allowed=0, met=())) is None


def test_answers_that_only_clash_four_at_a_time_are_left_to_the_ways_out(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(hypervisor=Hypervisor.XEN))
    (criterion, _), *_ = decision.met
    each_three_leave_one = tuple((criterion, mask) for mask in (0b1110, 0b1101, 0b1011, 0b0111))
    assert clash(replace(decision, allowed=0, met=each_three_leave_one)) is None
    assert clash(replace(decision, allowed=0, met=(*each_three_leave_one[:2], (criterion, 0)))) is not None


@pytest.mark.parametrize("more", [{"need": ["sev-snp"]}, {"hypervisor": "xen"}, {"vcpus": {"minimum": 2000}}])
def test_that_no_windows_runs_on_arm_is_said_whatever_else_is_asked(
    knowledge: Knowledge, more: dict[str, Value]
) -> None:
    advice = asked(knowledge, os="windows", os_version="2022", arch="arm64", **more)
    said = [finding.text.render(TR) for finding in advice.reasons]
    assert any(text.startswith("There is no Windows AMI for Arm") for text in said)
    assert {finding.reason for finding in advice.reasons} <= {"architecture", "os-support"}
