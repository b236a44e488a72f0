from __future__ import annotations

from collections.abc import Mapping

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.walk import Walk
from wizard.model.ec2.finding import Reason
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.type_verdict import TypeVerdict, type_verdict

OLD_IMAGE = {
    "ImageId": "ami-1",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
}


def advised(knowledge: Knowledge, answers: Mapping[str, Value]) -> Recommendation:
    walk = Walk.resumed(knowledge, answers)
    return advise(knowledge, needs_of(walk.effective, knowledge))


def ask(knowledge: Knowledge, recommendation: Recommendation, name: str) -> TypeVerdict:
    instance_type = knowledge.catalog.get(name)
    assert instance_type is not None
    return type_verdict(knowledge, recommendation, instance_type)


def test_every_ranked_type_fits_and_no_other(knowledge: Knowledge) -> None:
    recommendation = advised(knowledge, {"os": "windows", "vcpus": {"minimum": 4, "maximum": 8}})
    ranked = {row.instance_type.name for row in recommendation.ranked}
    assert ranked
    for instance_type in knowledge.catalog.types[::25]:
        verdict = type_verdict(knowledge, recommendation, instance_type)
        assert verdict.fits is (instance_type.name in ranked)


def test_every_answer_that_is_not_met_is_named(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {"os": "ubuntu", "vcpus": {"minimum": 64}, "hypervisor": "nitro"}
    verdict = ask(knowledge, advised(knowledge, answers), "t1.micro")
    assert [id for id, _ in verdict.missed] == ["vcpus", "hypervisor"]
    assert Reason.VIRTUALIZATION in {finding.reason for finding in verdict.verdict.findings}


def test_the_image_one_has_is_judged_too(knowledge: Knowledge) -> None:
    recommendation = advised(knowledge, {"start": "image", "image": OLD_IMAGE})
    verdict = ask(knowledge, recommendation, "m5.large")
    assert verdict.fits
    assert verdict.profile.virtualization_type is VirtualizationType.HVM
    assert verdict.own is not None
    assert not verdict.own.outcome.usable


def test_where_nothing_is_left_the_kind_of_image_that_came_nearest_is_judged(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(vcpus=Range(minimum=100_000)))
    assert recommendation.decision is None
    verdict = ask(knowledge, recommendation, "m8g.large")
    assert verdict.profile == recommendation.judged
    assert not verdict.fits


def test_an_open_region_is_no_gap(knowledge: Knowledge) -> None:
    verdict = ask(knowledge, advised(knowledge, {}), "m5.large").verdict
    assert not {"launch.region", "launch.today"} & {unknown.fact for unknown in verdict.unknowns}


def test_the_day_of_the_launch_is_asked_of_nobody(knowledge: Knowledge) -> None:
    image = {**OLD_IMAGE, "VirtualizationType": "hvm", "DeprecationTime": "2027-01-01T00:00:00.000Z"}
    each: tuple[dict[str, Value], ...] = (
        {"start": "image", "image": image},
        {"os": "windows", "os-version": "2016"},
    )
    for answers in each:
        recommendation = advised(knowledge, answers)
        found = ask(knowledge, recommendation, "m5.large")
        asked = [
            *found.verdict.unknowns,
            *(found.own.unknowns if found.own else ()),
            *recommendation.unknowns,
        ]
        assert "launch.today" not in {unknown.fact for unknown in asked}
