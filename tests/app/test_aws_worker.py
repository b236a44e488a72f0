"""What the worker asks and tells, whatever process it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import Pipe
from threading import Thread
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image, images
from tests.aws.told import told
from tests.aws.world import MFA, ROLE
from wizard.app.aws_worker import Worker, answer
from wizard.app.worker_messages import (
    AskImages,
    AskPublished,
    CodeWanted,
    Ended,
    Published,
    RoleAssumed,
    WorkerQuestion,
)
from wizard.aws.account import Account
from wizard.aws.profiles import profiles_named
from wizard.gui.aws_service import Request
from wizard.model.account.listing_events import Identified, Rows, Trouble
from wizard.model.account.problem import Kind
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.recommendation import ImageProfile

QUESTION = AskImages((Request("default", ("eu-west-1",)),))


@pytest.fixture(autouse=True)
def account_of_two_images(aws: Endpoint, write_config: Callable[..., None]) -> None:
    write_config()
    aws.regions = {"eu-west-1": {"Images": images(2)}}


def asked(question: WorkerQuestion) -> list[Any]:
    def account(name: str) -> Account:
        (profile,) = profiles_named([name])
        return Account(profile)

    return told(partial(answer, question, account))


def test_where_a_profile_leads_is_told_once_its_images_are_there(aws: Endpoint) -> None:
    events = asked(QUESTION)
    assert isinstance(events[-1], Identified)
    assert (events[-1].profile, len(events[-1].account_id)) == ("default", 12)
    aws.faults = [refuse("AccessDenied", "no", status=403, action="GetCallerIdentity")]
    events = asked(QUESTION)
    assert not any(isinstance(event, Identified | Trouble) for event in events)
    assert any(isinstance(event, Rows) for event in events)


def test_a_profile_that_had_no_answer_is_not_asked_where_it_leads(aws: Endpoint) -> None:
    aws.faults = [refuse("ExpiredToken", "gone", status=400)]
    asked(QUESTION)
    assert all(call.action != "GetCallerIdentity" for call in aws.calls)


def test_the_newest_image_of_a_publisher_or_why_not(aws: Endpoint, knowledge: Knowledge) -> None:
    kind = ImageProfile(VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, True, RootDeviceType.EBS)
    wanted = knowledge.publishers.newest(OperatingSystem("debian", "13"), kind, "eu-west-1")
    assert wanted
    question = AskPublished("default", "eu-west-1", wanted)
    aws.regions = {"eu-west-1": {"Images": [image(7, Name="debian-13-amd64-20260914-2601")]}}
    (found,) = asked(question)
    assert isinstance(found, Published)
    assert found.record["ImageId"] == image(7)["ImageId"]
    aws.faults = [refuse("ExpiredToken", "gone", status=400)]
    (trouble,) = asked(question)
    assert isinstance(trouble, Trouble)


@pytest.fixture
def other_side() -> Iterator[Any]:
    """What the window's process holds."""
    here, there = Pipe()
    thread = Thread(target=Worker(there).run)
    thread.start()
    yield here
    here.close()
    thread.join()
    there.close()


def test_one_question_after_the_other(other_side: Any) -> None:
    for _ in range(2):
        other_side.send((QUESTION, {}))
        events = list(iter(other_side.recv, Ended()))
        (rows,) = [event for event in events if isinstance(event, Rows)]
        assert [row.image_id for row in rows.images] == [record["ImageId"] for record in images(2)]
        assert rows.images[0].record == images(2)[0]


def test_an_unexpected_error_is_told_in_words_without_credentials(
    other_side: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("aws_secret_access_key = very/secret")

    monkeypatch.setattr("wizard.app.aws_worker.ask_images", broken)
    other_side.send((QUESTION, {}))
    ended = other_side.recv()
    assert isinstance(ended, Ended)
    assert "in broken" in str(ended.failure)
    assert "RuntimeError: aws_secret_access_key = " in str(ended.failure)
    assert "very/secret" not in str(ended.failure).splitlines()[-1]


def test_only_a_session_that_cost_a_code_is_handed_on_and_it_is_used_again(
    other_side: Any, aws: Endpoint, write_config: Callable[..., None]
) -> None:
    question = AskImages((Request("role", ("eu-west-1",)),))
    write_config(ROLE)
    other_side.send((question, {}))
    events = list(iter(other_side.recv, Ended()))
    assert any(isinstance(event, Rows) for event in events)
    assert not any(isinstance(event, RoleAssumed) for event in events)
    write_config(MFA)
    other_side.send((question, {}))
    assert other_side.recv() == CodeWanted("arn:aws:iam::123456789012:mfa/jane")
    other_side.send("123456")
    events = list(iter(other_side.recv, Ended()))
    (assumed,) = [event for event in events if isinstance(event, RoleAssumed)]
    assert assumed.profile == "role"
    aws.calls.clear()
    other_side.send((question, {"role": {assumed.role: assumed.session}}))
    assert any(isinstance(event, Rows) for event in iter(other_side.recv, Ended()))
    assert "sts:AssumeRole" not in aws.asked()


def test_without_a_code_the_role_is_not_asked_for(
    other_side: Any, aws: Endpoint, write_config: Callable[..., None]
) -> None:
    write_config(MFA)
    other_side.send((AskImages((Request("role", ("eu-west-1",)),)), {}))
    assert isinstance(other_side.recv(), CodeWanted)
    other_side.send(None)
    events = list(iter(other_side.recv, Ended()))
    assert [event.problem.kind for event in events if isinstance(event, Trouble)] == [Kind.MFA]
    assert aws.calls == []
