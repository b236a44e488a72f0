"""What is known beyond AWS's answers, and how it counts in the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wizard.model.catalog.catalog import read_catalog
from wizard.model.catalog.supplement import SupplementError, read_supplement
from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.knowledge import Knowledge

FOLDER = Path(__file__).parents[3] / "resources" / "catalog"
LISTED = {
    *("ap-east-2", "ap-southeast-6", "ap-southeast-7", "mx-central-1"),
    *("cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"),
}
ONLY_NAMED = {
    *("eusc-de-east-1", "me-west-1", "sa-west-1"),
    *("us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isob-west-1"),
    *("us-isof-east-1", "us-isof-south-1", "eu-isoe-west-1"),
}


def found(knowledge: Knowledge, name: str) -> InstanceType:
    instance_type = knowledge.instance_type(name)
    assert instance_type is not None
    return instance_type


@pytest.mark.parametrize(
    "family", ["m5", "c5", "r5", "m6i", "r6i", "r7g", "r7gd", "g5", "c6gn", "i3", "x1", "d2"]
)
def test_what_awss_page_calls_current_is_current(knowledge: Knowledge, family: str) -> None:
    assert all(t.current_generation for t in knowledge.catalog.types if t.family == family)


@pytest.mark.parametrize("family", ["a1", "c4", "m4", "p3dn", "r4", "t1", "t2"])
def test_what_awss_pages_call_previous_is_previous(knowledge: Knowledge, family: str) -> None:
    assert not any(t.current_generation for t in knowledge.catalog.types if t.family == family)


def test_every_t_type_but_t1_is_burstable(knowledge: Knowledge) -> None:
    assert {t.family for t in knowledge.catalog.types if t.burstable} == {"t2", "t3", "t3a", "t4g", "t8i"}


def test_a_catalogue_that_was_refreshed_gets_the_same_corrections() -> None:
    supplement = read_supplement((FOLDER / "supplement.json").read_text(encoding="utf-8"), "supplement.json")
    text = (FOLDER / "instance_types.json").read_text(encoding="utf-8")
    raw = {t.name: t for t in read_catalog(text, "x", verify=False).types}
    corrected = {t.name: t for t in read_catalog(text, "x", verify=False, supplement=supplement).types}
    assert (raw["t8i.micro"].burstable, corrected["t8i.micro"].burstable) == (False, True)
    assert (raw["m6i.large"].current_generation, corrected["m6i.large"].current_generation) == (False, True)
    assert (raw["p3dn.24xlarge"].current_generation, corrected["p3dn.24xlarge"].current_generation) == (
        True,
        False,
    )


def test_every_region_that_the_answers_lack_is_known_with_its_partition(knowledge: Knowledge) -> None:
    supplement = knowledge.catalog.supplement
    assert supplement.partitions.keys() == LISTED | ONLY_NAMED
    assert supplement.partitions["us-gov-west-1"] == "aws-us-gov"
    assert supplement.partitions["cn-north-1"] == "aws-cn"
    assert supplement.partitions["eusc-de-east-1"] == "aws-eusc"
    assert set(knowledge.catalog.listed_regions) == LISTED


def test_what_a_list_has_is_told_from_what_aws_answered(knowledge: Knowledge) -> None:
    offered, old = found(knowledge, "m6i.large"), found(knowledge, "m1.small")
    assert "mx-central-1" in offered.regions & offered.listed_regions
    assert "mx-central-1" in old.unlisted_regions - old.regions
    assert not offered.listed_regions & set(knowledge.catalog.regions)


def test_a_list_counts_only_where_there_is_no_answer() -> None:
    supplement = read_supplement(
        json.dumps(
            {
                "previous_generation": [],
                "burstable": [],
                "partitions": {},
                "listed": {"af-south-1": "a1.2xlarge", "xx-north-1": "a1.2xlarge"},
                "absent": [],
                "sources": {},
            }
        ),
        "s",
    )
    text = (FOLDER / "instance_types.json").read_text(encoding="utf-8")
    first = read_catalog(text, "x", verify=False, supplement=supplement).types[0]
    assert (first.name, first.listed_regions) == ("a1.2xlarge", frozenset({"xx-north-1"}))
    assert "af-south-1" not in first.regions


def test_types_that_the_answers_lack_are_known_by_name_and_most_by_fields(knowledge: Knowledge) -> None:
    absent = knowledge.catalog.supplement.absent
    assert len(absent) == 42
    assert knowledge.earlier_types is not None
    earlier = {t.name for t in knowledge.earlier_types.types}
    assert earlier < absent
    assert {"p3.8xlarge", "g3.4xlarge", "i3.metal", "dl1.24xlarge", "f1.2xlarge"} <= earlier
    p3 = found(knowledge, "p3.8xlarge")
    assert (p3.vcpus, p3.memory_gib, p3.gpus, p3.still_offered) == (32, 244, 4, None)
    assert knowledge.catalog.get("p3.8xlarge") is None
    assert knowledge.instance_type("cc1.4xlarge") is None


def test_what_was_gone_before_any_answer_is_as_aws_page_had_it(knowledge: Knowledge) -> None:
    absent = knowledge.catalog.supplement.absent
    names = {t.name for t in knowledge.documented_types.types}
    assert names < absent
    assert names.isdisjoint(t.name for t in knowledge.earlier_types.types)
    g2 = found(knowledge, "g2.8xlarge")
    assert (g2.vcpus, g2.memory_gib, g2.gpus, g2.local_storage_gb) == (32, 60, 4, 240)
    assert (g2.still_offered, g2.current_generation) == (None, False)


def test_every_part_has_a_source_and_a_day(knowledge: Knowledge) -> None:
    sources = knowledge.catalog.supplement.sources
    assert sources.keys() == {"previous_generation", "burstable", "partitions", "listed", "absent"}
    assert all(source.url.startswith("https://") for source in sources.values())
    assert "cfn-lint 1.58.0 of 2026-10-20" in sources["listed"].title


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"previous_generation": 1}', "[" * 100_000])
def test_a_supplement_that_cannot_be_used(text: str) -> None:
    with pytest.raises(SupplementError, match=r"supplement\.json: expected"):
        read_supplement(text, "supplement.json")


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0.6123046875, "0.61"), (17.099609375, "17.1"), (3.75, "3.75"), (488.0, "488"), (1, "1")],
)
def test_an_amount_is_said_as_aws_writes_it(amount: float, said: str) -> None:
    assert gib(amount) == said
