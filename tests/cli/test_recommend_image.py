"""`recommend` names the image to take, and the very one with a profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from tests.cli.conftest import KEYS, Run

NOBLE = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260923"
UBUNTU = (
    "recommend",
    "--os",
    "ubuntu:24.04",
    "--region",
    "eu-west-1",
    "--vcpus",
    "2..2",
    "--memory-gib",
    "4..8",
)
IMAGES = [image(1, Name=NOBLE, BootMode="uefi-preferred", EnaSupport=True)]


@pytest.fixture
def aws(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    (home / ".aws").mkdir()
    (home / ".aws" / "credentials").write_text(KEYS.format("work"))
    with Endpoint({"eu-west-1": {"Images": IMAGES}, "us-east-1": {"Images": IMAGES}}).running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        yield endpoint


def test_the_summary_names_the_image_behind_the_decision(run: Run) -> None:
    lines = run(*UBUNTU).out.splitlines()
    assert lines[2].startswith("Take the newest Ubuntu 24.04 image for ")


def test_a_profile_gives_the_very_image(run: Run, aws: Endpoint) -> None:
    ran = run(*UBUNTU, "--profile", "work", "--json")
    assert (ran.status, ran.err) == (0, "")
    found = ran.json["image"]["found"]
    assert found["image_id"] == IMAGES[0]["ImageId"]
    assert found["name"] == NOBLE
    assert found["creation_date"] == IMAGES[0]["CreationDate"]
    assert found["deprecation_time"] is None
    assert found["outcome"] in ("works", "degraded", "unknown")
    assert 0 < found["runs_on"] <= ran.json["types"]["count"]
    assert aws.asked() == {"ssm:GetParameters", "ec2:DescribeImages"}


def test_the_very_image_is_in_summary_and_markdown(run: Run, aws: Endpoint, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    assert IMAGES[0]["ImageId"] in run(*UBUNTU, "--profile", "work").out
    assert run(*UBUNTU, "--profile", "work", "--markdown", str(file)).status == 0
    assert IMAGES[0]["ImageId"] in file.read_text()


def test_without_an_answer_the_recommendation_stays(run: Run, aws: Endpoint) -> None:
    aws.faults = [refuse("UnauthorizedOperation", "You are not authorized")]
    ran = run(*UBUNTU, "--profile", "work", "--json")
    assert ran.status == 3
    assert ran.json["image"]["found"] is None
    assert ran.json["types"]["count"] > 0
    assert "ec2:DescribeImages" in ran.err


def test_the_profile_s_region_is_asked_where_none_was_named(run: Run, aws: Endpoint) -> None:
    ran = run("recommend", "--os", "ubuntu:24.04", "--profile", "work", "--json")
    assert ran.status == 0
    assert {call.region for call in aws.calls} == {"us-east-1"}


def test_an_image_that_nobody_publishes_is_not_asked_for(run: Run, aws: Endpoint) -> None:
    ran = run("recommend", "--os", "windows:2012", "--profile", "work", "--json")
    assert ran.status == 0
    assert "2016 and later" in ran.err
    custom = run("recommend", "--os", "custom", "--profile", "work", "--json")
    assert "No publisher" in custom.err
    assert aws.calls == []


def test_an_image_that_cannot_be_read_is_no_end(run: Run, aws: Endpoint) -> None:
    aws.regions = {"eu-west-1": {"Images": [image(1, Name=NOBLE, BootMode="magic")]}}
    ran = run(*UBUNTU, "--profile", "work", "--json")
    assert ran.status == 3
    assert "magic" in ran.err
    assert ran.json["image"]["found"] is None


def test_with_no_type_left_nobody_is_asked(run: Run, aws: Endpoint) -> None:
    ran = run("recommend", "--os", "windows:2022", "--arch", "arm64", "--profile", "work", "--json")
    assert ran.json["image"] is None
    assert aws.calls == []
