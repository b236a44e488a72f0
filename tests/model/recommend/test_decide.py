"""The best candidate, and the masks it was judged by."""

from __future__ import annotations

import pytest

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, BootMode
from wizard.model.knowledge import Knowledge
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
