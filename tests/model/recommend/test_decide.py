"""The best candidate, and the masks it was judged by."""

from __future__ import annotations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, BootMode
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.decide import decide, fitting
from wizard.model.recommend.needs import Needs, Range


def test_the_widest_reach_wins(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(architecture=Architecture.X86_64))
    assert decision.profile is not None
    assert decision.profile.boot_mode is BootMode.UEFI_PREFERRED
    assert decision.profile.ena
    rest = [c.count for c in decision.others if c.profile.virtualization_type == "hvm"]
    assert all(count <= decision.best.count for count in rest)


def test_allowed_is_what_meets_every_criterion(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(vcpus=Range(4, 4), region="eu-central-1"))
    names = {t.name for t in knowledge.catalog.select(decision.allowed)}
    assert names == {t.name for t in knowledge.catalog.types if t.vcpus == 4 and "eu-central-1" in t.regions}
    assert [criterion.answer for criterion, _ in decision.met] == ["region", "vcpus"]


@pytest.mark.parametrize(
    "place",
    [{"zone": "us-west-2-lax-1a"}, {"zone": "nz-south-1b"}, {"region": "us-west-2", "zone": "us-west-2a"}],
)
def test_that_nobody_knows_what_a_place_offers_puts_no_type_behind_another(
    knowledge: Knowledge, place: dict[str, str]
) -> None:
    best = decide(knowledge, needs_of({"os": "ubuntu", "os-version": "24.04", **place}, knowledge)).best
    assert best.sure == best.fits != 0


def test_nothing_left_has_no_profile(knowledge: Knowledge) -> None:
    decision = decide(knowledge, Needs(vcpus=Range(9999)))
    assert decision.profile is None
    assert decision.allowed == 0


def test_fitting_types_carry_their_outcome(knowledge: Knowledge) -> None:
    needs = Needs(families=("m3", "m5"), architecture=Architecture.X86_64)
    outcomes = {t.name: outcome for t, outcome in fitting(knowledge, decide(knowledge, needs).best, needs)}
    assert outcomes["m5.large"] is Outcome.WORKS
    assert set(outcomes.values()) <= {Outcome.WORKS, Outcome.DEGRADED}


@pytest.mark.parametrize(
    ("built_for", "expected"),
    [
        (Architecture.ARM64, Architecture.ARM64),
        (Architecture.X86_64, Architecture.X86_64),
        (Architecture.I386, Architecture.X86_64),
        (None, Architecture.X86_64),
    ],
)
def test_an_image_that_one_has_keeps_its_architecture(
    knowledge: Knowledge, built_for: Architecture | None, expected: Architecture
) -> None:
    decision = decide(knowledge, Needs(image=Image(architecture=built_for)))
    assert decision.profile is not None
    assert decision.profile.architecture is expected


def test_what_an_update_settles_is_open_and_yet_no_reason_to_stay_on_xen(knowledge: Knowledge) -> None:
    """RHEL 7 has the drivers for Nitro from 7.4 on: what runs a 7 is updated, and not left on old hardware."""
    answers = {"start": "instance", "current-type": "m4.2xlarge", "os": "rhel", "os-version": "7"}
    needs = needs_of(answers, knowledge)
    decision = decide(knowledge, needs)
    assert decision.profile
    assert decision.profile.ena
    outcomes = {t.name: outcome for t, outcome in fitting(knowledge, decision.best, needs)}
    assert outcomes["m7i.2xlarge"] is Outcome.UNKNOWN


def test_a_windows_image_keeps_its_boot_mode(knowledge: Knowledge) -> None:
    answers = {"start": "image", "os": "windows", "os-version": "2019", "image-boot-mode": "uefi"}
    decision = decide(knowledge, needs_of(answers, knowledge))
    assert decision.profile
    assert decision.profile.boot_mode is BootMode.UEFI


def test_where_nothing_fits_the_reason_is_what_really_stands_in_the_way(knowledge: Knowledge) -> None:
    """Not the mark for ENA, which anybody could set, but the drivers that the system lacks."""
    windows = knowledge.os_catalog.find("windows", "2003")
    reasons = advise(knowledge, Needs(os=windows, types=("m5.large",))).reasons
    assert {"nvme", "ena"} <= {finding.reason for finding in reasons}
    assert all(finding.outcome is not Outcome.REFUSED for finding in reasons)


@pytest.mark.parametrize(
    ("version", "architectures"),
    [
        # AWS builds the images with Neuron's driver for x86 alone; with NVIDIA's there are some for Arm.
        ("2023-neuron", {Architecture.X86_64}),
        ("ecs-neuron", {Architecture.X86_64}),
        ("2023-ecs-gpu", {Architecture.X86_64}),
        ("2023-dlami", {Architecture.X86_64, Architecture.ARM64}),
        ("2023", {Architecture.X86_64, Architecture.ARM64}),
    ],
)
def test_an_architecture_of_which_nobody_publishes_such_an_image_is_left_out(
    knowledge: Knowledge, version: str, architectures: set[Architecture]
) -> None:
    needs = needs_of({"os": "amazon-linux", "os-version": version}, knowledge)
    assert {arch for arch, _ in advise(knowledge, needs).by_architecture} == architectures


def test_who_asks_for_the_architecture_is_told_what_there_is_of_it(knowledge: Knowledge) -> None:
    answers = {"os": "amazon-linux", "os-version": "2023-neuron", "arch": "arm64"}
    best = decide(knowledge, needs_of(answers, knowledge)).best
    assert best.profile.architecture is Architecture.ARM64
