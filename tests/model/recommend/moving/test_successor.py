"""What a move to the newer system leads to."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.ec2.instance_type import Architecture, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.lifecycle.support import support_of
from wizard.model.recommend.moving.disks import weighed
from wizard.model.recommend.moving.successor import (
    successor_plan,
    type_on_the_successor,
    without_i386,
)
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Recommendation


def of_amazon_linux_2(knowledge: Knowledge) -> Needs:
    answers = {
        "start": "instance",
        "current-type": "m4.large",
        "os": "amazon-linux",
        "os-version": "2",
        "os-after": "same",
    }
    return needs_of(answers, knowledge)


def test_a_type_is_named_only_where_one_fits(knowledge: Knowledge) -> None:
    needs = of_amazon_linux_2(knowledge)
    support, costs = support_of(needs.os, knowledge), Costs.of(knowledge.prices, needs)
    best = weighed(knowledge, needs, costs)
    assert type_on_the_successor(knowledge, best, support, costs) is not None
    too_large = weighed(knowledge, replace(needs, vcpus=Range(9999)), costs)
    assert type_on_the_successor(knowledge, too_large, support, costs) is None


def test_of_a_system_that_nobody_knows_there_is_no_newer_one(knowledge: Knowledge) -> None:
    needs = of_amazon_linux_2(knowledge)
    support = support_of(needs.os, knowledge)
    assert successor_plan(knowledge, needs, support) is not None
    assert successor_plan(knowledge, replace(needs, os=OperatingSystem()), support) is None


@pytest.mark.parametrize("moves", [True, False])
def test_the_answers_that_lead_there_name_the_newer_system_and_no_kernel_that_it_lacks(
    knowledge: Knowledge, moves: bool
) -> None:
    needs = of_amazon_linux_2(knowledge)
    needs = replace(needs, os_after=None, virtualization_type=VirtualizationType.PARAVIRTUAL)
    if not moves:
        needs = replace(needs, image=None, today=None, current_type=None)
    plan = successor_plan(knowledge, needs, support_of(needs.os, knowledge))
    assert plan is not None
    assert plan.needs.virtualization_type is None
    assert plan.needs.system is plan.system
    assert (plan.needs.os is needs.os) is moves


def moved(knowledge: Knowledge, here: str, os: str, **answers: str) -> Recommendation:
    family, _, version = os.partition(":")
    given = {"start": "instance", "current-type": here, "os": family, "os-version": version}
    return advise(knowledge, needs_of({**given, "arch": "i386", **answers}, knowledge))


@pytest.mark.parametrize(
    ("here", "os"), [("c1.medium", "ubuntu:14.04"), ("t2.small", "debian:9"), ("t2.small", "centos:6")]
)
def test_of_32_bits_the_next_system_is_one_of_64_where_it_has_no_other(
    knowledge: Knowledge, here: str, os: str
) -> None:
    made = moved(knowledge, here, os)
    assert made.decision is not None
    assert made.decision.architecture is Architecture.X86_64
    assert made.ranked[0].instance_type.current_generation
    assert "no image of it for i386 is known" in made.summary.render(NullTranslations())


def test_of_32_bits_stays_what_has_no_publisher_or_does_not_become_another(knowledge: Knowledge) -> None:
    for made in (
        moved(knowledge, "t2.small", "ubuntu:14.04", **{"os-after": "same"}),
        moved(knowledge, "t2.small", "ubuntu:14.04", **{"os-after": "linux"}),
        moved(knowledge, "t2.small", "openbsd:7.8"),
    ):
        assert made.decision is not None
        assert made.decision.architecture is Architecture.I386


@pytest.mark.parametrize("told", [None, Architecture.I386])
def test_what_was_said_of_32_bits_is_then_true_of_todays_image(
    knowledge: Knowledge, told: Architecture | None
) -> None:
    answers = {"start": "instance", "current-type": "c1.medium", "os": "ubuntu", "os-version": "14.04"}
    needs = needs_of({**answers, "arch": "i386"}, knowledge)
    assert needs.image
    after = without_i386(knowledge, replace(needs, image=replace(needs.image, architecture=told)))
    assert after.image
    assert (after.architecture, after.image.architecture) == (None, Architecture.I386)
