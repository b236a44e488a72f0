"""Reasons, alternatives, exclusions, near misses, and how one's own image does."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Alternative
from wizard.model.recommend.type_order import TypeOrder

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)
TR = NullTranslations()
PV_IMAGE = Image(
    architecture=Architecture.X86_64,
    virtualization_type=VirtualizationType.PARAVIRTUAL,
    boot_mode=BootMode.UNSET,
    ena_support=False,
    platform=Platform.LINUX_UNIX,
    root_device_type=RootDeviceType.EBS,
)


def test_alternatives_cover_each_other_choice(knowledge: Knowledge) -> None:
    found: dict[tuple[str, str, str, bool], Alternative] = {
        (a.profile.virtualization_type, a.profile.architecture, a.profile.boot_mode, a.profile.ena): a
        for a in advise(knowledge, Needs(os=LINUX)).alternatives
    }
    assert found["paravirtual", "x86_64", "unset", False].types == 19
    assert found["hvm", "arm64", "uefi", True].types == 418
    assert found["hvm", "x86_64", "uefi", True].findings[0].rule == "B1"
    assert found["hvm", "x86_64", "uefi-preferred", False].findings[0].rule == "D1"
    assert not any("_mac" in architecture for _, architecture, _, _ in found)


def test_what_an_alternative_would_gain_and_lose(knowledge: Knowledge) -> None:
    texts = {a.text.render(TR) for a in advise(knowledge, Needs(os=LINUX)).alternatives}
    assert "It runs on the same 958 types; the recommendation keeps more open." in texts
    assert "It runs on 790 types: 168 of the 958 would be lost." in texts
    assert "It runs on 418 types: none of the 958 that fit now." in texts
    assert "It runs on 19 types: 949 of the 958 would be lost, 10 gained." in texts
    arm = advise(knowledge, Needs(os=LINUX, architecture=Architecture.ARM64)).alternatives
    nowhere = "It would run on none of the 418 types that fit, nor on any other."
    assert nowhere in {a.text.render(TR) for a in arm}


def test_nobody_who_asks_for_windows_reads_that_paravirtual_is_refused(knowledge: Knowledge) -> None:
    others = advise(knowledge, Needs(os=WINDOWS)).alternatives
    assert {other.profile.virtualization_type for other in others} == {VirtualizationType.HVM}


def test_no_alternatives_where_nothing_fits(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(os=WINDOWS, architecture=Architecture.ARM64))
    assert recommendation.alternatives == ()
    assert recommendation.reasons[0].rule == "A5"


def test_exclusions_name_answer_or_rule_largest_first(knowledge: Knowledge) -> None:
    groups = advise(knowledge, Needs(os=LINUX, vcpus=Range(8, 8))).excluded
    sizes = [len(group.types) for group in groups]
    assert sizes == sorted(sizes, reverse=True)
    assert groups[0].answer == "vcpus"
    assert any(group.finding and group.finding.rule == "A1" for group in groups)
    assert all((group.answer is None) != (group.finding is None) for group in groups)


def test_near_misses_are_in_ec2s_words(knowledge: Knowledge) -> None:
    misses = advise(knowledge, Needs(os=LINUX)).near_misses
    errors = [finding.ec2_error.render(TR) for _, finding in misses if finding.ec2_error]
    assert len(errors) == len(misses) > 2
    assert any("Virtualization type 'hvm' is required for instances of type" in error for error in errors)


def test_the_reach_of_each_architecture(knowledge: Knowledge) -> None:
    reach = dict(advise(knowledge, Needs(os=LINUX)).by_architecture)
    assert reach[Architecture.ARM64] == 418
    assert reach[Architecture.X86_64] > 900


def test_order_takes_the_best_ranked_or_the_first(knowledge: Knowledge) -> None:
    types = knowledge.catalog.types
    order = TypeOrder(knowledge.catalog, [types[5], types[2]], 1 << 5 | 1 << 2)
    assert order.first(1 << 2 | 1 << 5) is types[5]
    assert order.first(1 << 2 | 1 << 9) is types[2]
    assert order.first(1 << 9 | 1 << 30) is types[9]


def test_a_person_reads_five_remarks_and_three_findings_against_another_kind(knowledge: Knowledge) -> None:
    """More hold of each of these."""
    asked = Launch(cpu_options=True, free_plan=True, ebs_optimized=True)
    mac = advise(knowledge, Needs(os=OperatingSystem(family="macos", kind=OsKind.MACOS), request=asked))
    assert [finding.rule for finding in mac.reasons if not finding.part] == ["A1", "L9", "L7", "Q2", "Q2a"]
    linux = advise(knowledge, Needs(os=knowledge.os_catalog.find("almalinux"), request=asked))
    assert [finding.rule for _, finding in linux.near_misses] == ["L9", "Q2a", "Q1", "V4", "B1"]
    bsd = advise(knowledge, Needs(os=knowledge.os_catalog.find("netbsd")))
    against = [[finding.rule for finding in other.findings] for other in bsd.alternatives]
    assert max(against, key=len) == ["V1", "D1", "V12"]


def test_sap_is_spoken_of_only_where_the_memory_may_be_for_it(knowledge: Knowledge) -> None:
    rhel = knowledge.os_catalog.resolve("rhel", "9")
    for purpose, spoken in ((None, True), (Purpose.MEMORY, True), (Purpose.DATABASE, False)):
        needs = Needs(os=rhel, memory_gib=Range(512), purpose=purpose)
        said = " ".join(reason.text.render(TR) for reason in advise(knowledge, needs).reasons)
        assert ("SAP" in said) is spoken


@pytest.mark.parametrize(
    ("os", "version", "type_name", "rule", "unsaid"),
    [("amazon-linux", "2023", "a1.large", "A9", "A1"), ("rhel", "10", "c3.large", "A7", "A1")],
)
def test_what_stands_in_the_way_is_said_of_the_image_that_the_type_takes(
    knowledge: Knowledge, os: str, version: str, type_name: str, rule: str, unsaid: str
) -> None:
    """Nobody asked for x86_64 on A1: that Amazon Linux 2023 needs a later Graviton is the reason."""
    needs = Needs(os=knowledge.os_catalog.find(os, version), types=(type_name,))
    ids = {reason.rule for reason in advise(knowledge, needs).reasons}
    assert rule in ids
    assert unsaid not in ids


def test_where_nothing_fits_what_bars_a_few_types_is_not_the_reason(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"os": "ubuntu", "os-version": "24.04", "need": ["enclaves", "hibernation"]}
    reasons = advise(knowledge, needs_of(answers, knowledge)).reasons
    assert ["asked for together" in each.text.render(NullTranslations()) for each in reasons] == [True]
