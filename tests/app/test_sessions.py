from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.aws.conftest import HURRIED
from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image, images
from wizard.app.sessions import Sessions
from wizard.app.worker_messages import AskImages, AskPublished, Published
from wizard.aws.cancel import Cancel
from wizard.gui.aws_service import Request
from wizard.model.account.listing_events import Identified, Rows, Trouble
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.recommendation import ImageProfile

KEYS = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"
QUESTION = AskImages((Request("default", ("eu-west-1",)),))


@pytest.fixture
def sessions(aws: Endpoint, home: Path) -> Sessions:
    (home / ".aws").mkdir(exist_ok=True)
    (home / ".aws" / "credentials").write_text(KEYS)
    aws.regions = {"eu-west-1": {"Images": images(2)}}
    return Sessions(HURRIED)


def answer(sessions: Sessions) -> list[Any]:
    return list(sessions.answer(QUESTION, Cancel(), lambda _: None))


def test_a_session_is_kept_until_its_login_has_trouble(sessions: Sessions, aws: Endpoint) -> None:
    assert any(isinstance(event, Rows) for event in answer(sessions))
    account = sessions._accounts.get("default")
    answer(sessions)
    assert sessions._accounts.get("default") is account
    aws.faults = [refuse("ExpiredToken", "gone", status=400)]
    assert any(isinstance(event, Trouble) for event in answer(sessions))
    assert sessions._accounts.get("default") is not account


def test_who_listens_no_longer_ends_the_asking(sessions: Sessions) -> None:
    cancel = Cancel()
    telling = sessions.answer(QUESTION, cancel, lambda _: None)
    next(telling)
    telling.close()  # type: ignore[attr-defined]  # a generator
    assert cancel.asked


def test_where_a_profile_leads_is_told_once_its_images_are_there(sessions: Sessions, aws: Endpoint) -> None:
    events = answer(sessions)
    assert isinstance(events[-1], Identified)
    assert (events[-1].profile, len(events[-1].account_id)) == ("default", 12)
    aws.faults = [refuse("AccessDenied", "no", status=403, action="GetCallerIdentity")]
    events = answer(sessions)
    assert not any(isinstance(event, Identified | Trouble) for event in events)
    assert any(isinstance(event, Rows) for event in events)


def test_a_profile_that_had_no_answer_is_not_asked_where_it_leads(sessions: Sessions, aws: Endpoint) -> None:
    aws.faults = [refuse("ExpiredToken", "gone", status=400)]
    answer(sessions)
    assert all(call.action != "GetCallerIdentity" for call in aws.calls)


def test_the_newest_image_of_a_publisher_or_why_not(
    sessions: Sessions, aws: Endpoint, knowledge: Knowledge
) -> None:
    kind = ImageProfile(VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, True, RootDeviceType.EBS)
    wanted = knowledge.publishers.newest(OperatingSystem("debian", "13"), kind, "eu-west-1")
    assert wanted
    question = AskPublished("default", "eu-west-1", wanted)
    aws.regions = {"eu-west-1": {"Images": [image(7, Name="debian-13-amd64-20260914-2601")]}}
    (found,) = sessions.answer(question, Cancel(), lambda _: None)
    assert isinstance(found, Published)
    assert found.record["ImageId"] == image(7)["ImageId"]
    aws.faults = [refuse("ExpiredToken", "gone", status=400)]
    account = sessions._accounts.get("default")
    (trouble,) = sessions.answer(question, Cancel(), lambda _: None)
    assert isinstance(trouble, Trouble)
    assert sessions._accounts.get("default") is not account
