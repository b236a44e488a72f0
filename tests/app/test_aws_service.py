"""The window's questions to AWS, over HTTP against an AWS on loopback."""

from __future__ import annotations

import gettext
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image, images
from tests.aws.world import MFA, ROLE, SSO, World
from wizard.app.aws_service import Switch, worker_aws_service
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.gui.aws_service import AwsService, Kept, Request, Task
from wizard.gui.user_error import UserError
from wizard.model.account.listing_events import Answered, Rows, Trouble
from wizard.model.account.machine import Machines
from wizard.model.account.problem import Kind
from wizard.model.account.usage import Looked, Uses
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH
from wizard.store.image_cache import images_folder
from wizard.store.resources import resources

OWN = Request("default")
DEVICE = "arn:aws:iam::123456789012:mfa/jane"


def nobody(device: str) -> str | None:
    raise AssertionError(f"asked for a code of {device}")


@pytest.fixture
def preferences() -> dict[str, object]:
    return {"keep_images": True}


@pytest.fixture
def cloud(knowledge: Knowledge, preferences: dict[str, object], worker: AwsWorkerClient) -> AwsService:
    keep_images = Switch(
        lambda: bool(preferences["keep_images"]), lambda on: preferences.__setitem__("keep_images", on)
    )
    return worker_aws_service(knowledge, resources(), gettext.NullTranslations(), keep_images, worker)


@pytest.fixture
def world(world: World) -> World:
    world.aws.regions = {"eu-west-1": {"Images": images(3)}, "eu-west-2": {"Images": images(2)}}
    return world


def ids(events: list[Any]) -> list[tuple[str, str, str]]:
    return sorted(
        (row.profile, row.region, row.image_id)
        for event in events
        if isinstance(event, Rows)
        for row in event.images
    )


def told(task: Task[Any]) -> list[Any]:
    return list(task.run())


def ask(cloud: AwsService, *requests: Request, code: Callable[[str], str | None] = nobody) -> list[Any]:
    return told(cloud.ask_images(requests or (OWN,), code))


def troubles(events: list[Any]) -> list[Trouble]:
    return [event for event in events if isinstance(event, Trouble)]


def assumed(world: World) -> int:
    return sum(call.action == "AssumeRole" for call in world.aws.calls)


def test_all_images_of_all_regions(world: World, cloud: AwsService) -> None:
    events = ask(cloud)
    assert len(ids(events)) == 5
    assert {(e.region, e.count) for e in events if isinstance(e, Answered)} == {
        ("eu-west-1", 3),
        ("eu-west-2", 2),
    }
    rows = [row for event in events if isinstance(event, Rows) for row in event.images]
    # Images of one kind are judged once.
    assert len({id(row.kind) for row in rows}) == 1
    row = rows[0]
    record = cloud.record(row)
    assert record is not None
    assert record["ImageId"] == row.image_id


def test_each_profile_is_asked_its_own_question(world: World, cloud: AwsService) -> None:
    world.config(ROLE, "role")
    events = ask(
        cloud, Request("default", ("eu-west-1",)), Request("role", ("eu-west-2",), ("self", "amazon"))
    )
    assert {(profile, region) for profile, region, _ in ids(events)} == {
        ("default", "eu-west-1"),
        ("role", "eu-west-2"),
    }
    owners = {
        (call.region, call.parameters.get("Owner.2"))
        for call in world.aws.calls
        if call.action == "DescribeImages"
    }
    assert owners == {("eu-west-1", None), ("eu-west-2", "amazon")}


def test_a_login_made_elsewhere_is_noticed(world: World, cloud: AwsService) -> None:
    world.config(SSO, "sso")
    before = cloud.stamp()
    (trouble,) = troubles(ask(cloud, Request("sso")))
    assert (trouble.problem.kind, trouble.problem.command) == (Kind.LOGIN, "aws sso login --profile sso")
    assert cloud.stamp() == before
    world.login("corp", 1)
    assert cloud.stamp() != before
    assert len(ids(ask(cloud, Request("sso")))) == 5


def test_a_profile_that_was_edited_counts_at_once(world: World, cloud: AwsService) -> None:
    ask(cloud)
    world.write_config("", "[default]\naws_access_key_id = AKIAANOTHER000000001\naws_secret_access_key = x\n")
    ask(cloud)
    assert {call.key for call in world.aws.calls[-2:]} == {"AKIAANOTHER000000001"}


def test_the_code_is_asked_for_once_as_long_as_the_session_lasts(world: World, cloud: AwsService) -> None:
    world.config(MFA, "role")
    asked: list[str] = []

    def code(device: str) -> str:
        asked.append(device)
        return "654321"

    for _ in range(2):
        assert len(ids(ask(cloud, Request("role"), code=code))) == 5
    told(cloud.ask_usage({"role": {"eu-west-1": ["ami-1"]}}, nobody))
    assert asked == [DEVICE]
    assert assumed(world) == 1


def test_a_code_not_given_or_denied_is_asked_for_again_with_the_next_question(
    world: World, cloud: AwsService
) -> None:
    world.config(MFA, "role")
    (trouble,) = troubles(ask(cloud, Request("role"), code=lambda _: None))
    assert trouble.problem.kind is Kind.MFA
    (trouble,) = troubles(told(cloud.refresh_catalog("role", lambda _: None)))
    assert trouble.problem.kind is Kind.MFA
    wrong = refuse("AccessDenied", "MultiFactorAuthentication failed", status=403, action="AssumeRole")
    world.aws.faults = [wrong]
    assert troubles(ask(cloud, Request("role"), code=lambda _: "111111"))
    world.aws.faults = []
    assert len(ids(ask(cloud, Request("role"), code=lambda _: "222222"))) == 5


def test_nothing_secret_is_in_any_event(world: World, cloud: AwsService) -> None:
    world.write_config(MFA + SSO)
    world.login("corp", 1)
    world.aws.faults = [
        refuse("SomethingNew", "AKIAEXAMPLE000000001 with code 482913", region="eu-west-2"),
    ]
    requests = [Request("default"), Request("role"), Request("sso")]
    seen = repr(ask(cloud, *requests, code=lambda _: "482913"))
    seen += repr(told(cloud.refresh_catalog("role", lambda _: "482913"))) + repr(cloud.logins())
    for secret in (
        "AKIAEXAMPLE",
        "482913",
        "ASIAROLE",
        "ASIASSO",
        "very/secret",
        "role/secret",
        "sso/secret",
        "roletoken",
        "ssotoken",
        "sso-access-token",
    ):
        assert secret not in seen, secret


def test_what_regions_answered_is_there_the_next_time(world: World, cloud: AwsService) -> None:
    assert cloud.kept() == Kept()
    world.aws.faults = [refuse("UnauthorizedOperation", "no", status=403, region="eu-west-2")]
    ask(cloud)
    found = cloud.kept()
    assert [(row.profile, row.region) for row in found.rows] == [("default", "eu-west-1")] * 3
    assert len(found.oldest) == len("14:30")
    assert cloud.record(found.rows[0]) is not None
    files = list(images_folder().iterdir())
    assert [file.stat().st_mode & 0o077 for file in files] == [0]
    assert cloud.forget() == 1
    assert cloud.kept() == Kept()


def test_nothing_is_kept_of_others_or_where_nobody_wants_it(
    world: World, cloud: AwsService, preferences: dict[str, object]
) -> None:
    ask(cloud, Request("default", None, ("self", "amazon")))
    assert cloud.keeping()
    cloud.keep(False)
    assert preferences["keep_images"] is False
    assert not cloud.keeping()
    ask(cloud)
    assert cloud.kept() == Kept()


def test_what_cannot_be_wiped(world: World, cloud: AwsService, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(cloud, Request("default", ("eu-west-1",)))
    (file,) = images_folder().iterdir()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        with pytest.raises(UserError, match="Unable to write"):
            cloud.forget()
    assert file.exists()


def test_usage_over_profiles_and_regions(world: World, cloud: AwsService) -> None:
    world.config(ROLE, "role")
    running = {"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}
    world.aws.regions = {"eu-west-1": {"Reservations": [{"Instances": [running]}]}, "eu-west-2": {}}
    asked = {"default": {"eu-west-1": ["ami-1"]}, "role": {"eu-west-2": ["ami-2"]}}
    events = told(cloud.ask_usage(asked, nobody))
    assert [use.id for event in events if isinstance(event, Uses) for use in event.uses] == ["i-1"]
    assert {event.region for event in events if isinstance(event, Looked)} == {"eu-west-1", "eu-west-2"}
    (trouble,) = {
        event.problem for event in told(cloud.ask_usage({"gone": {"eu-west-1": ["ami-1"]}}, nobody))
    }
    assert trouble.kind is Kind.CONFIG


def test_the_sample_needs_no_account(cloud: AwsService, aws: Endpoint) -> None:
    rows = cloud.sample()
    assert {row.profile for row in rows} == {"sample"}
    assert aws.calls == []


def test_images_of_a_file(cloud: AwsService, tmp_path: Path) -> None:
    file = tmp_path / "images.json"
    file.write_text(json.dumps({"Images": [image(1), image(2)]}))
    rows = cloud.saved(file).rows
    assert [(row.profile, row.region, row.image_id) for row in rows] == [
        ("", "", f"ami-{n:017x}") for n in (1, 2)
    ]
    assert cloud.record(rows[0]) == image(1)
    first, file = rows[0], tmp_path / "one.json"
    file.write_text(json.dumps(image(3)))
    assert [cloud.record(row) for row in cloud.saved(file).rows] == [image(3)]
    # Only the file that was opened last is still at hand.
    assert cloud.record(first) is None


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ({"Images": [image(2, Architecture="sparc")]}, "Images[0]: Architecture"),
        ({"Images": []}, "the list is empty"),
        ({"Reservations": []}, "images.json"),
        ([1], "images.json"),
    ],
)
def test_a_broken_file_is_one_problem_that_names_the_key(
    cloud: AwsService, tmp_path: Path, content: Any, named: str
) -> None:
    file = tmp_path / "images.json"
    file.write_text(json.dumps(content))
    with pytest.raises(UserError, match=r"Unable to use images\.json") as caught:
        cloud.saved(file)
    assert named in caught.value.cause
    with pytest.raises(UserError, match="Unable to use no"):
        cloud.saved(tmp_path / "no.json")


def test_an_odd_record_of_a_file_costs_itself_only(cloud: AwsService, tmp_path: Path) -> None:
    file = tmp_path / "images.json"
    file.write_text(json.dumps({"Images": [image(1), image(2, Architecture="sparc")], "NextToken": "x"}))
    saved = cloud.saved(file)
    assert [row.image_id for row in saved.rows] == [f"ami-{1:017x}"]
    (problem,) = saved.unread
    assert "Images[1]: Architecture: 'sparc'" in problem.render(ENGLISH)
    assert saved.page


def test_the_policy_of_a_part_and_of_all(cloud: AwsService) -> None:
    part, whole = (json.loads(cloud.policy(name))["Statement"][0] for name in ("identity", ""))
    assert part["Action"] == ["sts:GetCallerIdentity"]
    assert set(part["Action"]) < set(whole["Action"])


def test_regions_have_titles_and_need_no_library() -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from wizard.app.aws_service import Switch, worker_aws_service\n"
        "from wizard.app.known_logins import known_logins\n"
        "cloud = worker_aws_service(None, Path(), None, Switch(None, None))\n"
        "assert cloud.regions()['eu-west-1'] == 'Europe (Ireland)'\n"
        "known_logins(), cloud.stamp(), cloud.policy(''), cloud.ask_images([], None)\n"
        "sys.exit('botocore' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_runs_in_the_regions_that_were_named(world: World, cloud: AwsService) -> None:
    running = {"InstanceId": "i-1", "ImageId": image(1)["ImageId"], "State": {"Name": "running"}}
    world.aws.regions["eu-west-1"]["Reservations"] = [{"Instances": [running]}]
    events = told(cloud.list_machines("default", ("eu-west-1",), nobody))
    (found,) = [machine for event in events if isinstance(event, Machines) for machine in event.machines]
    assert (found.id, found.record) == ("i-1", image(1))
    assert [event.region for event in events if isinstance(event, Answered)] == ["eu-west-1"]
