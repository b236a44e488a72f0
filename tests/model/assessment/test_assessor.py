from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.assessment.assessment import Limitation
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.ec2.finding import Outcome, Reason
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge

TODAY = datetime.date(2026, 11, 23)
HVM: dict[str, Any] = {
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "EnaSupport": True,
    "RootDeviceType": "ebs",
}
PV: dict[str, Any] = {
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "KernelId": "aki-1",
}
READER = RowReader()


def row(region: str = "us-east-1", /, **fields: Any) -> ImageRow:
    return READER.read({"ImageId": "ami-1", "Name": "x", **fields}, "me", region, "reply.json")


def test_a_paravirtual_image_is_locked_out_of_everything_new(knowledge: Knowledge) -> None:
    judged = ImageAssessor(knowledge, TODAY).judge(row(**PV))
    assert "m5" in judged.locked_out
    assert "m3" not in judged.locked_out
    assert judged.families["m5"].locked_out
    assert judged.reasons == (Reason.VIRTUALIZATION, Reason.ENA)
    assert Reason.VIRTUALIZATION in {rule.reason for rule in judged.families["m5"].rules}
    assert judged.limitations == (Limitation.STUCK_ON_PV, Limitation.NOT_TO_NITRO)
    assert judged.families["m3"].rules == ()
    assert judged.outcome.usable
    assert set(judged.families) == set(knowledge.catalog.families)


@pytest.mark.parametrize(
    ("fields", "limitations"),
    [
        (HVM | {"BootMode": "uefi-preferred"}, ()),
        (HVM, (Limitation.BIOS_ONLY,)),
        (
            HVM | {"EnaSupport": False, "BootMode": "uefi-preferred"},
            (Limitation.NO_ENA, Limitation.NOT_TO_NITRO),
        ),
        (HVM | {"Architecture": "arm64"}, ()),
        (HVM | {"Architecture": "arm64_mac"}, ()),
        (HVM | {"Architecture": "arm64", "State": "disabled"}, ()),
    ],
)
def test_limitations(
    knowledge: Knowledge, fields: dict[str, Any], limitations: tuple[Limitation, ...]
) -> None:
    assert ImageAssessor(knowledge, TODAY).judge(row(**fields)).limitations == limitations


def test_only_the_types_that_count(knowledge: Knowledge) -> None:
    types = [t for t in knowledge.catalog.types if t.family in ("m5", "t1")]
    judged = ImageAssessor(knowledge, TODAY, types).judge(row(**HVM))
    assert set(judged.families) == {"m5", "t1"}
    assert judged.family_count == 2
    assert judged.usable == judged.families["m5"].usable == sum(t.family == "m5" for t in types)
    assert judged.locked_out == ("t1",)


def test_a_mac_is_launched_on_a_host(knowledge: Knowledge) -> None:
    judged = ImageAssessor(knowledge, TODAY).judge(row(**HVM | {"Architecture": "arm64_mac"}))
    assert not judged.families["mac2"].locked_out


def test_among_some_types_those_count_on_which_it_starts(knowledge: Knowledge) -> None:
    catalog = knowledge.catalog
    judged = ImageAssessor(knowledge, TODAY).judge(row("eu-central-1", **PV))
    m3 = catalog.mask(lambda t: t.family == "m3")
    m5 = catalog.mask(lambda t: t.family == "m5")
    assert judged.usable_among(m3) == judged.families["m3"].usable > 0
    assert judged.usable_among(m5) == judged.usable_among(0) == 0
    assert judged.usable_among(m3 | m5) == judged.usable_among(m3)


def test_no_types_at_all(knowledge: Knowledge) -> None:
    judged = ImageAssessor(knowledge, TODAY, []).judge(row(**HVM))
    assert (judged.usable, judged.outcome, dict(judged.families)) == (0, Outcome.REFUSED, {})


def test_the_region_counts_where_it_is_known(knowledge: Knowledge) -> None:
    assessor = ImageAssessor(knowledge, TODAY)
    assert "m3" in assessor.judge(row("eu-central-2", **PV)).elsewhere
    assert "m3" not in assessor.judge(row("mars-north-1", **PV)).elsewhere
    assert assessor.judge(row(**HVM)) is assessor.judge(row(Name="y", **HVM))


def test_why_gives_each_rules_word_with_the_real_values(knowledge: Knowledge) -> None:
    found = ImageAssessor(knowledge, TODAY).why(row(**PV), "m5")
    assert Reason.VIRTUALIZATION in {finding.reason for finding in found}
    assert all(not finding.outcome.usable for finding in found)


@given(st.data())
def test_it_says_what_the_judge_says_of_the_whole_image_with_its_guessed_system(
    knowledge: Knowledge, data: st.DataObject
) -> None:
    pick = {
        "Architecture": st.sampled_from(["x86_64", "i386", "arm64", "x86_64_mac", "arm64_mac"]),
        "VirtualizationType": st.sampled_from(["hvm", "paravirtual"]),
        "BootMode": st.sampled_from([None, "uefi", "legacy-bios", "uefi-preferred"]),
        "EnaSupport": st.booleans(),
        "TpmSupport": st.sampled_from([None, "v2.0"]),
        "State": st.sampled_from(["available", "disabled", "pending"]),
        "RootDeviceType": st.sampled_from(["ebs", "instance-store"]),
        "ProductCodes": st.sampled_from([None, [{"ProductCodeId": "x"}]]),
        "Platform": st.sampled_from([None, "windows"]),
        "Name": st.sampled_from(
            ["x", "RHEL-6.5_HVM", "Windows_Server-2008-R2", "ubuntu-trusty-14.04", "al2023-ami"]
        ),
        "DeprecationTime": st.sampled_from([None, "2020-01-01T00:00:00Z"]),
    }
    image_row = row(**{key: data.draw(strategy) for key, strategy in pick.items()})
    instance_type = data.draw(st.sampled_from(knowledge.catalog.types))
    assessor = ImageAssessor(knowledge, TODAY, [instance_type])
    verdict = judge(knowledge.rulebook, assessor.launch(image_row), instance_type)
    standing = assessor.judge(image_row).families[instance_type.family]
    assert standing.outcome is verdict.outcome
    assert standing.locked_out is not verdict.outcome.usable
    breaking = {finding.rule for finding in verdict.findings if not finding.outcome.usable}
    assert {rule.id for rule in standing.rules} == breaking
    assert {finding.rule for finding in assessor.why(image_row, instance_type.family)} == breaking


def test_a_good_arm_image_has_all_families_of_its_own(knowledge: Knowledge) -> None:
    """Families of another architecture are none that it is locked out of."""
    arm = {"Architecture": "arm64", "VirtualizationType": "hvm", "RootDeviceType": "ebs", "EnaSupport": True}
    judged = ImageAssessor(knowledge, TODAY).judge(row("", **arm, BootMode="uefi", State="available"))
    assert judged.locked_out == ()
    assert judged.family_count == 43
    assert "m5" in judged.elsewhere
    assert judged.family_count + len(judged.elsewhere) == len(judged.families)
    only_m5 = ImageAssessor(knowledge, TODAY, [t for t in knowledge.catalog.types if t.family == "m5"])
    assert only_m5.judge(row("", **arm)).locked_out == ("m5",), (
        "where none is its own, all that were asked count"
    )
