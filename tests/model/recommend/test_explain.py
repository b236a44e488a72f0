"""Reasons, alternatives, exclusions, near misses, and how one's own image does."""

from __future__ import annotations

import dataclasses
from gettext import NullTranslations

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.explain import Order
from wizard.model.recommend.needs import Needs, Range
from wizard.model.systems.os_guess import guess_os

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


def test_why_not_paravirtual_comes_first(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(os=LINUX))
    assert recommendation.reasons[0].rule == "V1"
    assert recommendation.reasons[0].outcome is Outcome.REFUSED


def test_windows_is_never_paravirtual(knowledge: Knowledge) -> None:
    assert "V5" in {finding.rule for finding in advise(knowledge, Needs(os=WINDOWS)).reasons}


def test_each_reason_has_a_source_and_is_said_once(knowledge: Knowledge) -> None:
    reasons = advise(knowledge, Needs(os=LINUX)).reasons
    assert len({finding.rule for finding in reasons}) == len(reasons) <= 5
    assert all(finding.sources for finding in reasons)


def test_alternatives_cover_each_other_choice(knowledge: Knowledge) -> None:
    found = {
        (a.profile.virtualization_type, a.profile.architecture, a.profile.boot_mode, a.profile.ena): a
        for a in advise(knowledge, Needs(os=LINUX)).alternatives
    }
    assert found["paravirtual", "x86_64", "unset", False].types == 19
    assert found["hvm", "arm64", "uefi", True].types == 418
    assert found["hvm", "x86_64", "uefi", True].findings[0].rule == "B1"
    assert found["hvm", "x86_64", "uefi-preferred", False].findings[0].rule == "D1"
    assert not any("_mac" in architecture for _, architecture, _, _ in found)


def test_what_an_alternative_says_of_its_reach(knowledge: Knowledge) -> None:
    texts = {a.text.render(TR) for a in advise(knowledge, Needs(os=WINDOWS)).alternatives}
    assert "Runs on none of the 1395 instance types that meet your answers." in texts
    texts = {a.text.render(TR) for a in advise(knowledge, Needs(os=LINUX)).alternatives}
    assert "Runs on as many types; the recommendation keeps more open." in texts
    then = advise(knowledge, Needs(os=LINUX, edition=Edition.YEAR_2014)).alternatives
    assert any(a.text.template.startswith("Possible as well") for a in then)


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


def test_standing_of_the_image_one_has(knowledge: Knowledge) -> None:
    standing = advise(knowledge, Needs(os=LINUX, image=PV_IMAGE)).standing
    assert standing is not None
    assert len(standing.types) == 19
    assert standing.outcome.usable
    assert standing.findings[0].rule == "V1"
    assert (
        standing.text.render(TR) == "Your AMI runs on 19 of the 1395 instance types that meet your answers."
    )


def test_standing_of_an_image_that_fits_nothing(knowledge: Knowledge) -> None:
    standing = advise(knowledge, Needs(os=LINUX, image=PV_IMAGE, families=("m5",))).standing
    assert standing is not None
    assert standing.types == ()
    assert standing.outcome is Outcome.REFUSED


def test_order_takes_the_best_ranked_or_the_first(knowledge: Knowledge) -> None:
    types = knowledge.catalog.types
    order = Order(knowledge.catalog, [types[5], types[2]], 1 << 5 | 1 << 2)
    assert order.first(1 << 2 | 1 << 5) is types[5]
    assert order.first(1 << 2 | 1 << 9) is types[2]
    assert order.first(1 << 9 | 1 << 30) is types[9]


def test_a_guessed_system_is_said_with_its_ground(knowledge: Knowledge) -> None:
    name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240101"
    image = dataclasses.replace(
        PV_IMAGE, name=name, virtualization_type=VirtualizationType.HVM, ena_support=True
    )
    needs = Needs(image=image, os=guess_os(image, knowledge.os_catalog))
    standing = advise(knowledge, needs).standing
    assert standing is not None
    text = standing.text.render(TR)
    assert "It seems to hold Ubuntu 22.04. Guessed from the AMI's name" in text
    assert name in text
