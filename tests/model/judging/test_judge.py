from __future__ import annotations

import random

import pytest

from tests.model.launches import random_launch
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture
from wizard.model.ec2.launch import Launch
from wizard.model.frozen import replace
from wizard.model.judging.judge import Judge, judge
from wizard.model.knowledge import Knowledge
from wizard.model.rules.predicates import Clause
from wizard.model.rules.rulebook import Rulebook


def test_launches_that_differ_only_in_name_are_judged_once(knowledge: Knowledge) -> None:
    judge_all = Judge(knowledge.rulebook, knowledge.catalog)
    launch = random_launch(random.Random(1))
    other = replace(launch, image=replace(launch.image, image_id="ami-99", description="of another name"))
    assert judge_all.survey(launch).results is judge_all.survey(other).results
    assert (
        judge_all.survey(replace(launch, spot=not launch.spot)).results
        is not judge_all.survey(launch).results
    )
    first = judge_all.survey(launch).results
    for region in ("us-east-1", "eu-west-1"):
        judge_all.survey(replace(launch, image=replace(launch.image, ena_support=region == "us-east-1")))
    assert judge_all.survey(launch).results is first


def test_advice_is_given_for_each_launch_of_the_same_kind(knowledge: Knowledge) -> None:
    judge_all = Judge(knowledge.rulebook, knowledge.catalog)
    launch = Launch()
    fresh = judge_all.survey(launch)
    old = judge_all.survey(replace(launch, image=replace(launch.image, kernel_id="aki-1")))
    assert fresh.results is old.results
    everything = knowledge.catalog.everything
    assert {r.id for r, _ in fresh.broken(everything)} <= {r.id for r, _ in old.broken(everything)}


def test_a_long_life_forgets_what_it_need_not_keep(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.model.judging.judge._KEPT", 2)
    monkeypatch.setattr("wizard.model.judging.judge._SETS_OF_OPTIONS", 2)
    judge_all = Judge(knowledge.rulebook, knowledge.catalog)
    rng = random.Random(7)
    for launch in [random_launch(rng) for _ in range(12)]:
        assert judge_all.survey(launch).outcomes == knowledge.judge.survey(launch).outcomes
    for region in ("us-east-1", "eu-west-1", "eu-central-1"):
        for ena in (True, False, None):
            launch = Launch(region=region, image=replace(Launch().image, ena_support=ena))
            assert judge_all.survey(launch).outcomes == knowledge.judge.survey(launch).outcomes


def test_without_rules_everything_works(knowledge: Knowledge) -> None:
    nothing = Rulebook((), "0", {})
    survey = Judge(nothing, knowledge.catalog).survey(Launch())
    assert survey.usable == knowledge.catalog.everything
    assert list(survey.broken(survey.usable)) == []
    assert survey.unknowns(survey.usable) == ()


@pytest.mark.parametrize("allows", [True, False, None])
@pytest.mark.parametrize("subscribed", [True, False, None])
def test_a_condition_on_an_option_that_nobody_named_is_open_and_neither_met_nor_missed(
    knowledge: Knowledge, allows: bool | None, subscribed: bool | None
) -> None:
    """What is left out for a set of options is what these alone show to be false."""
    known = knowledge.rulebook.get("A1")
    assert known
    rule = replace(
        known,
        when=(
            Clause(("launch.seller_allows",), lambda allows: not allows),
            Clause(("launch.subscribed",), lambda subscribed: not subscribed),
        ),
        must=Clause(("type.vcpus",), lambda vcpus: vcpus < 4),
    )
    launch = Launch(seller_allows=allows, subscribed=subscribed)
    survey = Judge(Rulebook((rule,), "0", {}), knowledge.catalog).survey(launch)
    large = sum(1 << knowledge.catalog.bit(t) for t in knowledge.catalog.types if t.vcpus >= 4)
    missed, broken = True in (allows, subscribed), allows is subscribed is False
    assert survey.results.broken[Outcome.REFUSED] == (large if broken else 0)
    assert survey.open == (0 if missed or broken else large)


def test_what_the_request_cures_is_said_after_what_needs_another_image(knowledge: Knowledge) -> None:
    launch = Launch(Image(architecture=Architecture.X86_64_MAC), knowledge.os_catalog.resolve("macos", "13"))
    mac = knowledge.catalog.get("mac-m4.metal")
    assert mac is not None
    found = judge(knowledge.rulebook, launch, mac)
    refused = [finding.rule for finding in found.findings if finding.outcome is Outcome.REFUSED]
    assert (refused[0], refused[-1]) == ("A1", "L5")
