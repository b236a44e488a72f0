from __future__ import annotations

import pytest

from tests.report.aws_calls import options
from tests.report.conftest import Recommend
from wizard.model.knowledge import Knowledge
from wizard.report.launch.commands import commands
from wizard.report.report_writer import ReportWriter


def operations(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter, **answers: object
) -> dict[str, dict[str, list[str]]]:
    printed = commands(recommend({"os": "amazon-linux:2023", **answers}), knowledge, writer)
    read = [options(command) for command in printed]
    return {each["operation"][0]: each for each in read}


@pytest.mark.parametrize(
    ("region", "zone", "group", "field"),
    [
        ("us-west-2", "us-west-2-lax-1a", "us-west-2-lax-1", "availability-zone"),
        ("us-east-1", "us-east-1-wl1-bos-wlz-1", "us-east-1-wl1", "availability-zone"),
        ("us-west-2", "usw2-lax1-az1", "GROUP_NAME", "availability-zone-id"),
    ],
)
def test_a_zone_beyond_the_region_is_opted_in_to_and_gets_a_subnet(
    knowledge: Knowledge,
    recommend: Recommend,
    writer: ReportWriter,
    region: str,
    zone: str,
    group: str,
    field: str,
) -> None:
    printed = operations(knowledge, recommend, writer, region=region, zone=zone)
    assert list(printed)[-4:] == [
        "describe-availability-zones",
        "modify-availability-zone-group",
        "create-subnet",
        "run-instances",
    ]
    assert printed["modify-availability-zone-group"]["group-name"] == [group]
    assert printed["create-subnet"][field] == [zone]
    assert printed["describe-availability-zones"]["filters"][0].endswith(f",Values={zone}")


def test_a_zone_of_the_region_needs_neither(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    printed = operations(knowledge, recommend, writer, region="us-west-2", zone="us-west-2a")
    assert not {"create-subnet", "modify-availability-zone-group", "create-placement-group"} & printed.keys()


def test_efa_gets_a_cluster_placement_group(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    printed = operations(knowledge, recommend, writer, region="us-west-2", need=["efa"])
    assert printed["create-placement-group"]["strategy"] == ["cluster"]


def test_a_dedicated_host_is_allocated_first(
    knowledge: Knowledge, recommend: Recommend, writer: ReportWriter
) -> None:
    printed = operations(knowledge, recommend, writer, region="us-west-2", zone="us-west-2a", tenancy="host")
    assert printed["allocate-hosts"]["instance-type"] == printed["run-instances"]["instance-type"]
    assert printed["allocate-hosts"]["availability-zone"] == ["us-west-2a"]
