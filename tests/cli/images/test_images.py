from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image, images
from tests.cli.conftest import Run


def test_the_sample_needs_no_account(run: Run) -> None:
    ran = run("images", "--sample", "--json")
    assert ran.status == 0
    assert {row["profile"] for row in ran.json["images"]} == {"sample"}
    assert len({row["region"] for row in ran.json["images"]}) >= 3
    limitations = {limitation for row in ran.json["images"] for limitation in row["limitations"]}
    assert limitations == {"stuck-on-pv", "no-ena", "bios-only", "not-to-nitro"}
    some = run("images", "--sample", "--region", "eu-west-1", "--json")
    assert {row["region"] for row in some.json["images"]} == {"eu-west-1"}
    assert len(run("images", "--sample", "--region", "all", "--json").json["images"]) == len(
        ran.json["images"]
    )


def test_the_sample_tells_what_uses_its_images(run: Run) -> None:
    rows = {row["name"]: row for row in run("images", "--sample", "--used-by", "--json").json["images"]}
    assert [use["name"] for use in rows["legacy-billing-ubuntu-12.04-pv"]["used_by"]] == [
        "billing-1",
        "billing-2",
    ]
    assert rows["nightly-import-in-progress"]["used_by"] == []
    asked = run("images", "--sample", "--json").json["images"]
    assert {row["used_by"] for row in asked} == {None}


def test_a_saved_reply(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_text(json.dumps({"Images": images(2)}))
    ran = run("images", "--from", str(file), "--family", "m5,t1", "--type", "m6g.large", "--json")
    assert (ran.status, ran.json["regions"]) == (0, [])
    assert set(ran.json["images"][0]["families"]) == {"m5", "t1", "m6g"}
    assert ran.json["images"][0]["region"] is None
    for region in ("af-south-1", "eu-west-1"):
        there = run("images", "--from", str(file), "--region", region, "--json")
        assert there.json["images"][0]["region"] == region


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--family", "m55"], "--family: "),
        (["--type", "m5.huge"], "--type: "),
        (["--region", "../x"], "--region: "),
        (["--owner", "all"], "--owner: "),
        (["--from", "/no/such/file"], "/no/such/file"),
        (["--sample", "--from", "x"], "not allowed with"),
        (["--from", "x", "--used-by"], "--used-by: not allowed with --from"),
        (["--kept", "--used-by"], "--used-by: not allowed with --kept"),
        (["--kept", "--forget"], "not allowed with"),
    ],
)
def test_a_call_that_is_at_fault(run: Run, arguments: list[str], says: str) -> None:
    assert says in run("images", *arguments).refused()


def test_an_odd_record_costs_itself_only_and_is_shown_with_its_problem(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_text(json.dumps({"Images": [image(1), image(2, BootMode="steam"), image(3)]}))
    ran = run("images", "--from", str(file), "--json")
    assert [row["name"] for row in ran.json["images"]] == [image(1)["Name"], image(3)["Name"]]
    assert (ran.status, ran.err.count("\n")) == (0, 1)
    (unread,) = ran.json["unread"]
    assert unread["file"] == str(file)
    assert "Images[1]: BootMode: 'steam'" in unread["problem"] in ran.err
    file.write_text(json.dumps({"Images": [image(2, BootMode="steam")]}))
    assert "Images[0]: BootMode: 'steam'" in run("images", "--from", str(file)).refused()


def test_several_files_and_a_folder_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps({"Images": [image(1)]}))
    (folder / "b.json").write_text(json.dumps([image(2)]))
    (folder / ".hidden").write_text("no")
    other = tmp_path / "c.json"
    other.write_text(json.dumps(image(3)))
    ran = run("images", "--from", other, "--from", folder, "--json")
    assert [row["image_id"] for row in ran.json["images"]] == [image(n)["ImageId"] for n in (3, 1, 2)]
    (folder / "d.txt").write_text("hello")
    ran = run("images", "--from", folder, "--json")
    assert (ran.status, len(ran.json["images"]), len(ran.json["unread"])) == (2, 2, 1)
    assert "d.txt: no JSON in it" in ran.err
    (tmp_path / "empty").mkdir()
    assert "an empty folder" in run("images", "--from", tmp_path / "empty").refused()


def test_one_page_of_more_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.json"
    file.write_text(json.dumps({"Images": [image(1)], "NextToken": "x"}))
    ran = run("images", "--from", file)
    assert (ran.status, ran.out.count("\n")) == (0, 2)
    assert "one page of the images, more follow (NextToken)" in ran.err


def test_the_plain_list_says_what_state_an_image_is_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_text(json.dumps([image(1, State="pending"), image(2)]))
    first, second, _ = run("images", "--from", file).out.splitlines()
    assert "cannot be launched (pending); 0 of" in first
    assert "state" not in second


def test_check_asks_for_an_image_by_its_id(aws: Endpoint, run: Run) -> None:
    ran = run("check", "--image-id", f"ami-{1:017x}", "--region", "eu-west-1", "--type", "m5.large", "--json")
    assert (ran.status, ran.json["outcome"]) == (0, "unknown")
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
