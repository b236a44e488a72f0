"""What holds of all advice, over needs and answers drawn at random."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flow.examples import some_answers
from wizard.flow.effective_answers import effective_answers
from wizard.flow.interpret import needs_of
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, Hypervisor, InstanceType, gib
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.criteria.criteria import OFFERS
from wizard.model.recommend.moving.disks import weighed
from wizard.model.recommend.needs import Needs, Range

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)

sizes = st.sampled_from([None, 1, 2, 4, 16, 64, 192])


@st.composite
def all_needs(draw: st.DrawFn) -> Needs:
    features = st.frozensets(st.sampled_from(sorted(Feature)), max_size=2)
    wanted = draw(features)
    return Needs(
        architecture=draw(st.sampled_from([Architecture.X86_64, Architecture.ARM64, None])),
        vcpus=Range(draw(sizes), draw(sizes)),
        memory_gib=Range(draw(sizes)),
        gpus=draw(st.sampled_from([0, 0, 1, 8])),
        local_storage_gb=draw(st.sampled_from([0, 0, 100, 5000])),
        network_gbps=draw(st.sampled_from([0, 0, 1, 12.5, 100])),
        features=wanted,
        without=draw(features) - wanted,
        hypervisor=draw(st.sampled_from([None, Hypervisor.NITRO, Hypervisor.XEN])),
        current_generation_only=draw(st.booleans()),
        region=draw(st.sampled_from([None, "eu-central-1", "ap-southeast-5"])),
        os=draw(st.sampled_from([OperatingSystem(), LINUX, WINDOWS])),
        edition=draw(st.sampled_from(sorted(Edition))),
    )


@settings(max_examples=30, deadline=None)
@given(needs=all_needs())
def test_every_type_is_ranked_or_excluded_and_none_twice(knowledge: Knowledge, needs: Needs) -> None:
    recommendation = advise(knowledge, needs)
    ranked = [entry.instance_type.name for entry in recommendation.ranked]
    excluded = [t.name for group in recommendation.excluded for t in group.types]
    assert sorted(ranked + excluded) == [t.name for t in knowledge.catalog.types]
    assert (recommendation.decision is None) == (not ranked)
    assert bool(recommendation.relax) == (not ranked)
    assert all(entry.outcome.usable for entry in recommendation.ranked)


@settings(max_examples=30, deadline=None)
@given(needs=all_needs())
def test_ranked_types_meet_every_answer(knowledge: Knowledge, needs: Needs) -> None:
    for entry in advise(knowledge, needs).ranked:
        t = entry.instance_type
        assert t.vcpus in needs.vcpus
        assert t.memory_gib in needs.memory_gib
        assert t.gpus >= needs.gpus
        assert t.local_storage_gb >= needs.local_storage_gb
        assert t.network_gbps >= needs.network_gbps
        assert needs.region is None or needs.region in t.regions
        assert all(OFFERS[feature][0](t) for feature in needs.features)
        assert not any(OFFERS[feature][0](t) for feature in needs.without)


@settings(max_examples=50)
@given(answers=some_answers())
def test_there_is_always_a_way_out_and_each_one_leads_somewhere(
    knowledge: Knowledge, answers: dict[str, Any]
) -> None:
    recommendation = advise(knowledge, needs_of(effective_answers(answers, knowledge), knowledge))
    assert bool(recommendation.relax) is (recommendation.decision is None)
    assert all(way.count > 0 for way in recommendation.relax)
    assert all(way.answer.count("+") == way.instead.count("+") for way in recommendation.relax)


def _answers_again(t: InstanceType) -> dict[str, Any]:
    """Each question of size, answered with what the type has, as a person is shown it."""
    again: dict[str, Any] = {
        "vcpus": {"minimum": t.vcpus},
        "memory-gib": {"minimum": float(gib(t.memory_gib).replace(",", ""))},
    }
    if t.gpus:
        again["gpu"] = t.gpus
    if t.local_storage_gb:
        again["local-storage-gb"] = t.local_storage_gb
    return again


def test_who_asks_again_for_what_one_has_gets_the_same_answer(knowledge: Knowledge) -> None:
    """Of one type of each family; but for disks that the first answer says it leaves out where nobody asks for them."""
    one_each = {t.family: t for t in knowledge.catalog.types}
    costs = Costs.of(knowledge.prices, Needs())
    for t in one_each.values():
        first = weighed(knowledge, needs_of({"start": "instance", "current-type": t.name}, knowledge), costs)
        names = [entry.instance_type.name for entry in first.ranked]
        again = _answers_again(t)
        if first.needs.today is None or not first.needs.today.local_storage_gb:
            again.pop("local-storage-gb", None)
        answers: Any = {"start": "instance", "current-type": t.name} | again
        same = weighed(knowledge, needs_of(answers, knowledge), costs)
        assert [entry.instance_type.name for entry in same.ranked] == names, t.name
