from __future__ import annotations

import csv
import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image, images
from tests.cli.conftest import Run
from wizard.model.asking import Rows
from wizard.report.image_columns import BY_ID
from wizard.store.image_cache import images_folder
from wizard.store.preferences import Preferences, save_preferences

KEYS = "[{}]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Endpoint]:
    (home / ".aws").mkdir()
    (home / ".aws" / "credentials").write_text(KEYS.format("default") + KEYS.format("other"))
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        endpoint.regions = {
            "eu-west-1": {"Images": images(3)},
            "eu-west-2": {"Images": images(2, Architecture="arm64")},
        }
        yield endpoint
    assert endpoint.broken == []


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
    assert row["families"]["m5"] == "works"
    assert {"family": "m6g", "outcome": "refused", "reasons": ["architecture"], "rules": ["A1"]} in row[
        "locked_out"
    ]
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
    from wizard.cli import images_asked as module

    asked = module.ask_images

    def interrupted(*arguments: Any, **named: Any) -> Iterator[Any]:
        for event in asked(*arguments, **named):
            yield event
            if isinstance(event, Rows):
                raise KeyboardInterrupt

    monkeypatch.setattr(module, "ask_images", interrupted)
    ran = run("images", "--json")
    assert ran.status == 130
    assert len(ran.json["images"]) in (2, 3)
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


def test_the_sample_needs_no_account(run: Run) -> None:
    ran = run("images", "--sample", "--json")
    assert ran.status == 0
    assert {row["profile"] for row in ran.json["images"]} == {"sample"}
    assert len({row["region"] for row in ran.json["images"]}) >= 3
    plights = {plight for row in ran.json["images"] for plight in row["plights"]}
    assert plights == {"stuck-on-pv", "no-ena", "bios-only", "not-to-nitro"}
    some = run("images", "--sample", "--region", "eu-west-1", "--json")
    assert {row["region"] for row in some.json["images"]} == {"eu-west-1"}
    assert len(run("images", "--sample", "--region", "all", "--json").json["images"]) == len(
        ran.json["images"]
    )


def test_a_saved_reply(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_text(json.dumps({"Images": images(2)}))
    ran = run("images", "--from", str(file), "--family", "m5,t1", "--type", "m6g.large", "--json")
    assert (ran.status, ran.json["regions"]) == (0, [])
    assert set(ran.json["images"][0]["families"]) == {"m5", "t1", "m6g"}
    assert ran.json["images"][0]["region"] is None
    there = run("images", "--from", str(file), "--region", "eu-west-1", "--json")
    assert there.json["images"][0]["region"] == "eu-west-1"


def test_as_lines(run: Run) -> None:
    ran = run("images", "--sample", "--region", "ap-southeast-2")
    assert ran.out.splitlines()[-1] == "4 images"
    assert "stuck on PV" in ran.out


def test_a_table_runs_nothing(run: Run, tmp_path: Path) -> None:
    source, table = tmp_path / "reply.json", tmp_path / "images.csv"
    source.write_text(
        json.dumps({"Images": [image(1, Name="=cmd|' /C calc'!A0", Description='a\r\nb,\u202e"c"')]})
    )
    ran = run("images", "--from", str(source), "--csv", str(table))
    assert (ran.status, ran.out) == (0, "")
    with table.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["name"] == "'=cmd|' /C calc'!A0"
    assert row["description"] == 'aU+000DU+000Ab,U+202E"c"'
    assert row["ena_support"] == "yes"
    assert list(row) == [*BY_ID, "locked_out", "reasons"]
    assert "t1" in row["locked_out"].split()
    assert "virtualization" in row["reasons"].split()
    assert run("images", "--from", str(source), "--csv", str(tmp_path)).status == 2


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


def test_a_part_that_cannot_be_asked_hides_nothing(busy: Endpoint, run: Run) -> None:
    busy.faults = [refuse("AccessDenied", "no", status=403, action="DescribeLaunchConfigurations")]
    ran = run("images", "--used-by", "--json")
    assert ran.status == 3
    assert len(ran.json["images"]) == 5
    assert ran.json["images"][0]["used_by"][0]["id"] == "i-1"
    assert "autoscaling:DescribeLaunchConfigurations" in ran.err
    assert all(state["answered"] for state in ran.json["regions"])


def test_what_was_found_last_time(aws: Endpoint, run: Run) -> None:
    aws.regions["eu-west-1"]["Images"].reverse()
    nothing = run("images", "--kept", "--json")
    assert (nothing.status, nothing.json["images"]) == (0, [])
    assert "Nothing was kept" in nothing.err
    asked = run("images", "--json").json
    calls = len(aws.calls)
    last = run("images", "--kept", "--json")
    assert (last.status, last.err, len(aws.calls)) == (0, "", calls)
    assert last.json["images"] == asked["images"]
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    assert [state["region"] for state in last.json["regions"]] == ["eu-west-1", "eu-west-2"]
    for state in last.json["regions"]:
        assert state["kept"].startswith(today)
        assert state["asked"] is state["answered"] is False
    assert all(state["kept"] is None for state in asked["regions"])
    some = run("images", "--kept", "--region", "eu-west-2", "--profile", "default", "--json").json
    assert len(some["images"]) == 2
    assert "Nothing was kept" in run("images", "--kept", "--profile", "other").err
    assert run("images", "--forget").out == "2 files removed.\n"
    assert run("images", "--forget", "--json").json == {"schema": 1, "forgotten": 0}
    assert run("images", "--kept", "--region", "all").out == "0 images\n"


def test_only_ones_own_images_are_kept_and_only_if_one_likes(aws: Endpoint, run: Run) -> None:
    run("images", "--owner", "amazon")
    save_preferences(Preferences(keep_images=False))
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


def test_a_damaged_file_hides_no_other(aws: Endpoint, run: Run) -> None:
    run("images")
    min(images_folder().iterdir()).write_text("{")
    ran = run("images", "--kept", "--json")
    assert len(ran.json["regions"]) == 1
    assert "set aside" in ran.err


def test_what_cannot_be_forgotten_is_named(run: Run) -> None:
    (images_folder() / ("0" * 64 + ".json")).mkdir(parents=True)
    assert "0000.json" in run("images", "--forget").refused()


def test_accounts_are_masked_in_every_form(aws: Endpoint, run: Run, tmp_path: Path) -> None:
    aws.regions = {"eu-west-1": {"Images": [image(1, Name="of-210987654321"), image(2)]}, "eu-west-2": {}}
    denied = "User: arn:aws:iam::123456789012:user/x is not authorized"
    aws.faults = [refuse("UnauthorizedOperation", denied, status=403, region="eu-west-2")]
    table = tmp_path / "images.csv"
    ran = run("images", "--mask-accounts", "--json", "--csv", table)
    lines = run("images", "--mask-accounts")
    for text in (ran.out, ran.err, lines.out, lines.err, table.read_text(encoding="utf-8")):
        assert not re.search(r"(?<![0-9a-f])[0-9]{12}(?![0-9a-f])", text)
    (owner,) = {row["owner_id"] for row in ran.json["images"]}
    assert owner.startswith("account-")
    assert "of-account-" in lines.out
    assert "of-210987654321" in run("images").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--family", "m55"], "--family: "),
        (["--type", "m5.huge"], "--type: "),
        (["--region", "../x"], "--region: "),
        (["--owner", "all"], "--owner: "),
        (["--from", "/no/such/file"], "/no/such/file"),
        (["--sample", "--from", "x"], "not allowed with"),
        (["--sample", "--used-by"], "--used-by: not allowed with --sample"),
        (["--from", "x", "--used-by"], "--used-by: not allowed with --from"),
        (["--kept", "--used-by"], "--used-by: not allowed with --kept"),
        (["--kept", "--forget"], "not allowed with"),
    ],
)
def test_a_call_that_is_at_fault(run: Run, arguments: list[str], says: str) -> None:
    assert says in run("images", *arguments).refused()


def test_a_damaged_file_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_text(json.dumps({"Images": [image(1), image(2, BootMode="steam")]}))
    assert "Images[1]: BootMode" in run("images", "--from", str(file)).refused()


def test_check_asks_for_an_image_by_its_id(aws: Endpoint, run: Run) -> None:
    ran = run("check", "--image-id", f"ami-{1:017x}", "--region", "eu-west-1", "--type", "m5.large", "--json")
    assert (ran.status, ran.json["outcome"]) == (0, "works")
    (call,) = aws.calls
    assert call.parameters["ImageId.1"] == f"ami-{1:017x}"
    gone = run("check", "--image-id", f"ami-{1:017x}", "--region", "eu-west-3", "--type", "m5.large")
    assert gone.status == 3
    assert "no such AMI in eu-west-3" in gone.err
    assert "--image-id" in run("check", "--image-id", "m5.large", "--type", "m5.large").refused()
    aws.faults = [refuse("ExpiredToken", "expired")]
    assert run("check", "--image-id", "ami-12345678", "--type", "m5.large").status == 3


@pytest.mark.parametrize("part", ["images", "usage", "catalog"])
def test_the_policy(run: Run, part: str) -> None:
    ran = run("policy", part)
    assert ran.status == 0
    assert set(ran.json["Statement"][0]["Action"]) < set(run("policy").json["Statement"][0]["Action"])
    assert "policy" in run("policy", "everything").refused()
