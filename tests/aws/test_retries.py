from __future__ import annotations

import random

import pytest
from botocore.exceptions import ClientError

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import images
from wizard.aws.account import Account
from wizard.aws.cancel import Cancel
from wizard.aws.operations import Part
from wizard.aws.retries import RetryingClient, RetryPolicy

QUICK = RetryPolicy(attempts=3, throttled_attempts=5, first=0.05, longest=0.1)


class Watch(Cancel):
    """Writes down how long was waited, and does not wait."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []

    def wait(self, seconds: float) -> None:
        self.pauses.append(seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def caller(aws: Endpoint, account: Account, watch: Watch) -> RetryingClient:
    aws.regions = {"eu-west-1": {"Images": images(5)}}
    return RetryingClient(account.client(Part.IMAGES, "ec2", "eu-west-1"), watch, QUICK)


def test_throttled_questions_are_asked_again_and_then_more_slowly(
    aws: Endpoint, caller: RetryingClient, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random, "uniform", lambda _least, most: most)
    aws.faults = [refuse("RequestLimitExceeded", status=503, last=3)]
    assert len(caller.ask("describe_images")["Images"]) == 5
    assert len(aws.calls) == 4
    # After each refusal its pause, and half of it again before the next question.
    assert watch.pauses == [0.05, 0.025, 0.1, 0.05, 0.1, 0.05]
    watch.pauses.clear()
    for _ in range(3):
        caller.ask("describe_images")
    # Each answer halves what is left of it, until it is too short to be worth waiting.
    assert watch.pauses == [0.025, 0.0125]


def test_it_is_not_asked_for_ever(aws: Endpoint, caller: RetryingClient) -> None:
    aws.faults = [refuse("RequestLimitExceeded", status=503)]
    with pytest.raises(ClientError):
        caller.ask("describe_images")
    assert len(aws.calls) == 5
    aws.calls.clear()
    aws.faults = [refuse("InternalError", status=500)]
    with pytest.raises(ClientError):
        caller.ask("describe_images")
    assert len(aws.calls) == 3


def test_what_will_not_change_is_asked_once(aws: Endpoint, caller: RetryingClient) -> None:
    aws.faults = [refuse("UnauthorizedOperation", status=403)]
    with pytest.raises(ClientError):
        caller.ask("describe_images")
    assert len(aws.calls) == 1


def test_pauses_grow_and_are_bounded() -> None:
    patience = RetryPolicy(first=1.0, longest=8.0)
    for attempt, most in enumerate((1, 2, 4, 8, 8, 8), 1):
        assert 0.6 * most <= patience.pause(attempt) <= most
