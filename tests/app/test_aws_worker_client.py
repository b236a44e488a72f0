from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.aws.conftest import HURRIED
from tests.aws.endpoint import Endpoint, slow
from tests.aws.records import images
from wizard.app.aws_worker_client import AskingFailed, AwsWorkerClient
from wizard.app.worker_messages import AskImages
from wizard.gui.aws_service import Request
from wizard.model.account.listing_events import Answered, Rows, Started

OWN = AskImages((Request("default", ("eu-west-1", "eu-west-2")),))


def nobody(device: str) -> str | None:
    raise AssertionError(f"asked for a code of {device}")


@pytest.fixture
def worker(aws: Endpoint, home: Path, write_config: Callable[..., None]) -> Iterator[AwsWorkerClient]:
    write_config()
    aws.regions = {"eu-west-1": {"Images": images(3)}, "eu-west-2": {"Images": images(2)}}
    worker = AwsWorkerClient(HURRIED)
    yield worker
    worker.close()
    assert multiprocessing.active_children() == []


def test_events_come_from_a_process_of_its_own(worker: AwsWorkerClient) -> None:
    assert multiprocessing.active_children() == []
    worker.start()
    (process,) = multiprocessing.active_children()
    events = list(worker.task(OWN, nobody).run())
    assert sum(len(event.images) for event in events if isinstance(event, Rows)) == 5
    assert sum(isinstance(event, Answered) for event in events) == 2
    list(worker.task(OWN, nobody).run())
    assert multiprocessing.active_children() == [process]


def test_two_questions_at_once_do_not_mix(worker: AwsWorkerClient) -> None:
    regions = ("eu-west-1", "eu-west-2")
    told: dict[str, set[str]] = {region: set() for region in regions}

    def ask(region: str) -> None:
        task = worker.task(AskImages((Request("default", (region,)),)), nobody)
        told[region] = {event.region for event in task.run() if isinstance(event, Rows)}

    threads = [threading.Thread(target=ask, args=(region,)) for region in regions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert told == {region: {region} for region in regions}


def test_what_was_cancelled_before_it_began_asks_nobody(worker: AwsWorkerClient, aws: Endpoint) -> None:
    task = worker.task(OWN, nobody)
    task.cancel()
    assert list(task.run()) == []
    assert aws.calls == []


@pytest.mark.timeout(50)  # AWS would be waited for for 60 s
def test_who_listens_no_longer_cancels(worker: AwsWorkerClient, aws: Endpoint) -> None:
    aws.faults = [slow(region="eu-west-2")]
    telling = worker.task(OWN, nobody).run()
    assert isinstance(next(event for event in telling if isinstance(event, Started)), Started)
    assert aws.held.wait()
    telling.close()  # type: ignore[attr-defined]  # a generator
    assert aws.hung_up.wait()


def test_a_killed_process_is_an_error_and_the_next_question_begins_another(
    worker: AwsWorkerClient, aws: Endpoint
) -> None:
    aws.faults = [slow(region="eu-west-2")]
    telling = worker.task(OWN, nobody).run()
    assert any(isinstance(event, Rows) for event in telling)
    multiprocessing.active_children()[0].kill()
    with pytest.raises(AskingFailed, match="has ended"):
        list(telling)
    aws.faults = []
    assert any(isinstance(event, Rows) for event in worker.task(OWN, nobody).run())


def test_an_unexpected_error_brings_its_words(worker: AwsWorkerClient) -> None:
    with pytest.raises(AskingFailed, match="'int' object is not iterable"):
        list(worker.task(AskImages(3), nobody).run())  # type: ignore[arg-type]  # any task will do
