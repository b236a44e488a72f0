from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from tests.cli.conftest import Run
from wizard.aws.images import ask_images
from wizard.model.account.listing_events import Event, Rows
from wizard.store.image_cache import images_folder
from wizard.store.preferences import change_preference


def by_region(document: Any) -> dict[tuple[str, str], Any]:
    return {(state["profile"], state["region"]): state for state in document["regions"]}


def test_all_regions_of_a_profile(aws: Endpoint, run: Run) -> None:
    ran = run("images", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert [row["region"] for row in ran.json["images"]] == ["eu-west-1"] * 3 + ["eu-west-2"] * 2
    assert all(
        state["asked"] and state["answered"] and state["problem"] is None for state in ran.json["regions"]
    )
    row = ran.json["images"][0]
    assert row["profile"] == "default"
    assert row["families"]["m5"] == "unknown"  # nothing says what system it holds
    refused = {"family": "t1", "outcome": "refused", "reasons": ["virtualization"], "rules": ["V4"]}
    assert refused in row["locked_out"]
    # Families of another architecture are not this image's to run on.
    assert "m6g" not in {locked["family"] for locked in row["locked_out"]}
    assert set(row["families"]) > {locked["family"] for locked in row["locked_out"]}


def test_profiles_regions_and_owners_as_named(aws: Endpoint, run: Run) -> None:
    ran = run(
        "images",
        "--profile",
        "default",
        "--profile",
        "other",
        "--region",
        "eu-west-2",
        "--owner",
        "amazon",
        "--json",
    )
    assert set(by_region(ran.json)) == {("default", "eu-west-2"), ("other", "eu-west-2")}
    assert {call.parameters["Owner.1"] for call in aws.calls} == {"amazon"}
    assert aws.asked() == {"ec2:DescribeImages"}


def test_one_regions_failure_never_hides_the_others_rows(aws: Endpoint, run: Run) -> None:
    aws.faults = [refuse("UnauthorizedOperation", "no", status=403, region="eu-west-1")]
    ran = run("images", "--json")
    assert ran.status == 3
    assert len(ran.json["images"]) == 2
    state = by_region(ran.json)["default", "eu-west-1"]
    assert state["asked"] is True
    assert state["answered"] is False
    assert "ec2:DescribeImages" in state["problem"]
    assert "ami-wizard policy" in ran.err
    assert ran.err.count("\n") == 1


def test_one_profiles_failure_never_hides_the_others_rows(aws: Endpoint, run: Run) -> None:
    ran = run("images", "--profile", "nobody", "--profile", "default", "--json")
    assert ran.status == 3
    assert len(ran.json["images"]) == 5
    assert "no profile nobody" in by_region(ran.json)["nobody", ""]["problem"]


def test_who_interrupts_it_sees_what_came(aws: Endpoint, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # The other Region has nothing to add, however quick it is.
    aws.faults = [refuse("UnauthorizedOperation", "no", status=403, region="eu-west-2")]

    def interrupted(requests: Any, tell: Callable[[Event], None]) -> None:
        def told(event: Event) -> None:
            tell(event)
            if isinstance(event, Rows):
                raise KeyboardInterrupt

        ask_images(requests, told)

    monkeypatch.setattr("wizard.cli.images_asked.ask_images", interrupted)
    ran = run("images", "--json")
    assert ran.status == 130
    assert len(ran.json["images"]) == 3
    assert len(ran.json["regions"]) == 2


def test_an_image_that_cannot_be_read_is_named(aws: Endpoint, run: Run) -> None:
    aws.regions = {"eu-west-1": {"Images": [image(1), image(2, Architecture="sparc")]}}
    ran = run("images", "--json")
    assert len(ran.json["images"]) == 1
    assert f"ami-{2:017x}" in ran.err


def test_without_credentials_it_says_what_to_do(run: Run) -> None:
    ran = run("images")
    assert ran.status == 3
    assert "aws configure sso" in ran.err


@pytest.fixture
def busy(aws: Endpoint) -> Endpoint:
    instance = {"InstanceId": "i-1", "ImageId": f"ami-{1:017x}", "State": {"Name": "running"}}
    aws.regions["eu-west-1"]["Reservations"] = [{"Instances": [instance]}]
    aws.regions["eu-west-1"]["LaunchTemplates"] = [{"LaunchTemplateId": "lt-1", "LatestVersionNumber": 1}]
    aws.regions["eu-west-1"]["LaunchTemplateVersions"] = [
        {
            "LaunchTemplateId": "lt-1",
            "VersionNumber": 1,
            "LaunchTemplateData": {"ImageId": "resolve:ssm:/image"},
        }
    ]
    return aws


def test_what_uses_the_images(busy: Endpoint, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "images.csv"
    ran = run("images", "--used-by", "--json", "--csv", table)
    assert ran.status == 0
    used, *unused = [row["used_by"] for row in ran.json["images"]]
    assert used == [{"kind": "instance", "id": "i-1", "name": "", "region": "eu-west-1", "detail": "running"}]
    assert unused == [[]] * 4
    assert "lt-1 names its AMI by resolve:ssm:/image" in ran.err
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [row["used_by"] for row in csv.DictReader(file)] == ["1", "0", "0", "0", "0"]
    assert "used by 1" in run("images", "--used-by").out
    assert run("images", "--json").json["images"][0]["used_by"] is None


def test_who_interrupts_asking_what_uses_them_sees_the_images(
    busy: Endpoint, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wizard.cli.images_asked.ask_usage", interrupted)
    ran = run("images", "--used-by", "--json")
    assert ran.status == 130
    assert [row["used_by"] for row in ran.json["images"]] == [None] * 5


def test_a_part_that_cannot_be_asked_hides_nothing(busy: Endpoint, run: Run) -> None:
    busy.faults = [refuse("AccessDenied", "no", status=403, action="DescribeLaunchConfigurations")]
    ran = run("images", "--used-by", "--json")
    assert ran.status == 3
    assert len(ran.json["images"]) == 5
    assert ran.json["images"][0]["used_by"][0]["id"] == "i-1"
    assert "autoscaling:DescribeLaunchConfigurations" in ran.err
    assert all(state["answered"] for state in ran.json["regions"])


def test_only_ones_own_images_are_kept_and_only_if_one_likes(aws: Endpoint, run: Run) -> None:
    run("images", "--owner", "amazon")
    change_preference("keep_images", False)
    run("images")
    assert not images_folder().exists()


def test_a_region_that_was_not_answered_keeps_its_last_answer(aws: Endpoint, run: Run) -> None:
    run("images")
    aws.regions["eu-west-2"]["Images"] = []
    aws.faults = [refuse("UnauthorizedOperation", "no", status=403, region="eu-west-1")]
    aws.bodies.clear()
    run("images")
    assert {row["region"] for row in run("images", "--kept", "--json").json["images"]} == {"eu-west-1"}


def test_where_nothing_can_be_kept_the_images_are_shown_all_the_same(aws: Endpoint, run: Run) -> None:
    images_folder().parent.mkdir(parents=True, exist_ok=True)
    images_folder().write_text("in the way")
    ran = run("images", "--json")
    assert (ran.status, len(ran.json["images"])) == (0, 5)
    assert ran.err.count("not written") == 1
