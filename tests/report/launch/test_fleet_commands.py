"""Spot capacity is asked of several types at once, as AWS advises, with commands that AWS takes."""

from __future__ import annotations

import json

from tests.report.aws_calls import options
from tests.report.conftest import Recommend
from wizard.model.knowledge import Knowledge
from wizard.report.launch.commands import commands
from wizard.report.report_writer import ReportWriter

SPOT = {
    "os": "ubuntu",
    "os-version": "24.04",
    "need": ["spot"],
    "vcpus": {"minimum": 4},
    "memory-gib": {"minimum": 16},
}


def operations(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter, **answers: object
) -> dict[str, dict[str, list[str]]]:
    read = [options(command) for command in commands(recommend(SPOT | answers), knowledge, writer)]
    return {each["operation"][0]: each for each in read}


def test_the_fleet_names_the_types_that_fit(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    printed = operations(knowledge, recommend, writer, region="eu-west-1")
    assert list(printed)[-3:] == ["run-instances", "get-spot-placement-scores", "create-fleet"]
    types = printed["get-spot-placement-scores"]["instance-types"]
    assert types[0] == printed["run-instances"]["instance-type"][0]
    assert len(types) == 10
    (config,) = printed["create-fleet"]["launch-template-configs"]
    assert [each["InstanceType"] for each in json.loads(config)["Overrides"]] == types
    assert printed["create-fleet"]["spot-options"] == ["AllocationStrategy=price-capacity-optimized"]


def test_without_a_region_no_score_is_asked_for(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    printed = operations(knowledge, recommend, writer)
    assert list(printed)[-2:] == ["run-instances", "create-fleet"]


def test_of_one_type_there_is_no_fleet(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    assert list(operations(knowledge, recommend, writer, type=["m5.xlarge"]))[-1] == "run-instances"
