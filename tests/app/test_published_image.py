from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from wizard.app.aws_service import Switch, worker_aws_service
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.gui.aws_service import AwsService
from wizard.model.account.listing_events import Trouble
from wizard.model.account.problem import Kind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.recommendation import Recommendation
from wizard.store.resources import resources

NOBLE = image(1, Name="ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260923", EnaSupport=True)
UBUNTU: dict[str, Value] = {"os": "ubuntu", "os-version": "24.04", "arch": "x86_64"}


@pytest.fixture
def service(
    knowledge: Knowledge, aws: Endpoint, write_config: Callable[..., None], worker: AwsWorkerClient
) -> AwsService:
    write_config("[default]\nregion = eu-west-3\n")
    aws.regions = {region: {"Images": [NOBLE]} for region in ("eu-west-1", "eu-west-3")}
    keep_images = Switch(lambda: False, lambda _: None)
    return worker_aws_service(knowledge, resources(), gettext.NullTranslations(), keep_images, worker)


def recommended(knowledge: Knowledge, answers: dict[str, Value]) -> Recommendation:
    return advise(knowledge, needs_of(answers, knowledge))


def found(service: AwsService, recommendation: Recommendation, region: str | None = None) -> list[Any]:
    return list(service.find_image("default", region, recommendation, lambda _: None).run())


def test_the_image_comes_judged_from_the_profile_s_region(
    service: AwsService, knowledge: Knowledge, aws: Endpoint
) -> None:
    recommendation = recommended(knowledge, UBUNTU)
    (first,) = found(service, recommendation)
    assert isinstance(first, FoundImage)
    assert first.image.name == NOBLE["Name"]
    assert first.of == len(recommendation.ranked)
    assert {call.region for call in aws.calls} == {"eu-west-3"}
    # The Region that somebody chooses counts before that of the answers, and that before the profile's.
    found(service, recommended(knowledge, {**UBUNTU, "region": "eu-central-1"}), "eu-west-1")
    assert {call.region for call in aws.calls} == {"eu-west-3", "eu-west-1"}
    aws.faults = [refuse("UnauthorizedOperation", "no")]
    (trouble,) = found(service, recommendation)
    assert isinstance(trouble, Trouble)
    assert trouble.problem.kind is Kind.RIGHTS
    aws.faults = []
    aws.bodies.clear()
    aws.regions = {"eu-west-3": {"Images": [{**NOBLE, "BootMode": "magic"}]}}
    (unread,) = found(service, recommendation)
    assert isinstance(unread, Trouble)
    assert unread.problem.kind is Kind.ANSWER


def test_what_nobody_publishes_is_not_asked_for(
    service: AwsService, knowledge: Knowledge, aws: Endpoint
) -> None:
    for answers in (
        {"os": "custom"},
        {"os": "windows", "os-version": "2012"},
        {"os": "windows", "arch": "arm64"},
    ):
        task = service.find_image("default", None, recommended(knowledge, dict(answers)), lambda _: None)
        assert list(task.run()) == []
        task.cancel()
    assert aws.calls == []
