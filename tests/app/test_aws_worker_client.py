"""With real processes: that it is one, and that to cancel is to end it, is what this is about."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.worker_thread import WorkerThread
from tests.aws.endpoint import Endpoint, slow
from tests.aws.hanging_program import HangingProgram
from tests.aws.records import images
from tests.aws.world import MFA, PROCESS
from wizard.app.aws_worker_client import AskingFailed, AwsWorkerClient
from wizard.app.worker_messages import AskImages, AskUsage
from wizard.gui.aws_service import Request, Task
from wizard.model.account.listing_events import Answered, Regions, Rows

# What is not ended by cancelling waits a minute for AWS, four times, and is ended by this.
pytestmark = pytest.mark.timeout(200)
REGIONS = ("eu-west-1", "eu-west-2")
OWN = AskImages((Request("default", REGIONS),))


def nobody(device: str) -> str | None:
    raise AssertionError(f"asked for a code of {device}")


def noting(devices: list[str]) -> Callable[[str], str]:
    """Who has a code for every device, and notes which were asked for."""

    def code(device: str) -> str:
        devices.append(device)
        return "654321"

    return code


@pytest.fixture
def worker(aws: Endpoint, write_config: Callable[..., None]) -> Iterator[AwsWorkerClient]:
    write_config()
    aws.regions = {"eu-west-1": {"Images": images(3)}, "eu-west-2": {"Images": images(2)}}
    worker = AwsWorkerClient()
    yield worker
    worker.close()
    assert multiprocessing.active_children() == []


@pytest.fixture
def in_a_thread(aws: Endpoint, write_config: Callable[..., None]) -> Iterator[AwsWorkerClient]:
    """Where it makes no difference that it is a process."""
    write_config()
    aws.regions = {"eu-west-1": {"Images": images(3)}, "eu-west-2": {"Images": images(2)}}
    worker = AwsWorkerClient(WorkerThread)
    yield worker
    worker.close()


def rows(events: list[Any]) -> int:
    return sum(len(event.images) for event in events if isinstance(event, Rows))


class Asked(threading.Thread):
    """A question that somebody listens to in a thread, as the window does."""

    def __init__(self, task: Task[Any]) -> None:
        super().__init__()
        self.task, self.events, self.answered = task, list[Any](), threading.Event()
        self.start()

    def run(self) -> None:
        for event in self.task.run():
            self.events.append(event)
            if isinstance(event, Answered):
                self.answered.set()


def test_events_come_from_a_process_that_is_used_again(worker: AwsWorkerClient) -> None:
    assert multiprocessing.active_children() == []
    worker.start()
    (process,) = multiprocessing.active_children()
    for _ in range(2):
        events = list(worker.task(OWN, nobody).run())
        assert rows(events) == 5
        assert sum(isinstance(event, Answered) for event in events) == 2
    assert multiprocessing.active_children() == [process]
    # One that has gone meanwhile is noticed with the next question, and nobody is told.
    process.kill()
    process.join()
    assert rows(list(worker.task(OWN, nobody).run())) == 5


def test_of_two_questions_at_once_one_can_be_cancelled_and_keeps_what_came(
    worker: AwsWorkerClient, aws: Endpoint
) -> None:
    aws.faults = [slow(region="eu-west-2", trickle=True)]
    hanging = Asked(worker.task(OWN, nobody))
    other = Asked(worker.task(AskImages((Request("default", ("eu-west-1",)),)), nobody))
    assert aws.held.wait()
    assert hanging.answered.wait()
    other.join()
    assert rows(other.events) == 3
    assert hanging.is_alive()
    hanging.task.cancel()
    hanging.join()
    assert aws.hung_up.wait()
    assert rows(hanging.events) == 3


def test_what_was_cancelled_before_it_began_asks_nobody(worker: AwsWorkerClient, aws: Endpoint) -> None:
    task = worker.task(OWN, nobody)
    task.cancel()
    task.cancel()
    assert list(task.run()) == []
    assert aws.calls == []
    assert multiprocessing.active_children() == []


def test_cancelling_ends_the_program_that_a_profile_names(
    worker: AwsWorkerClient,
    home: Path,
    hanging: HangingProgram,
    write_config: Callable[..., None],
) -> None:
    (home / "process.py").write_text(hanging.code)
    role = MFA.replace("= default", "= process")
    write_config(PROCESS.format(command=f"{sys.executable} {home / 'process.py'}") + role)
    asked = Asked(worker.task(AskImages((Request("role", REGIONS),)), nobody))
    assert hanging.runs()
    asked.task.cancel()
    asked.join()
    assert hanging.has_ended()
    assert rows(asked.events) == 0


def test_who_listens_no_longer_cancels(worker: AwsWorkerClient, aws: Endpoint) -> None:
    aws.faults = [slow(region="eu-west-2")]
    telling: Any = worker.task(OWN, nobody).run()
    assert isinstance(next(telling), Regions)
    assert aws.held.wait()
    telling.close()
    assert aws.hung_up.wait()


def test_closing_ends_what_is_being_asked_and_forgets_every_session(
    in_a_thread: AwsWorkerClient, aws: Endpoint, write_config: Callable[..., None]
) -> None:
    write_config(MFA)
    aws.faults = [slow(region="eu-west-2")]
    devices: list[str] = []
    for turn in (1, 2):
        asked = Asked(in_a_thread.task(AskImages((Request("role", REGIONS),)), noting(devices)))
        assert asked.answered.wait()
        in_a_thread.close()
        asked.join()
        assert len(devices) == turn


def test_cancelling_loses_no_session_that_cost_a_code(
    worker: AwsWorkerClient, aws: Endpoint, write_config: Callable[..., None]
) -> None:
    write_config(MFA)
    aws.faults = [slow(region="eu-west-2")]
    devices: list[str] = []
    asked = Asked(worker.task(AskImages((Request("role", REGIONS),)), noting(devices)))
    assert aws.held.wait()
    asked.task.cancel()
    asked.join()
    aws.faults = []
    assert rows(list(worker.task(AskImages((Request("role", REGIONS),)), noting(devices)).run())) == 5
    list(worker.task(AskUsage({"role": {"eu-west-1": ["ami-1"]}}), nobody).run())
    assert len(devices) == 1
    for process in multiprocessing.active_children():
        # Whoever may look at processes must not see what is only in memory.
        for file in ("cmdline", "environ"):
            seen = Path(f"/proc/{process.pid}/{file}")
            assert not seen.exists() or b"roletoken" not in seen.read_bytes()
    assert sum(call.action == "AssumeRole" for call in aws.calls) == 1


def test_cancelling_does_not_wait_for_the_person_with_the_code(
    worker: AwsWorkerClient, aws: Endpoint, write_config: Callable[..., None]
) -> None:
    write_config(MFA)
    waiting, gone = threading.Event(), threading.Event()

    def code(_device: str) -> str | None:
        waiting.set()
        gone.wait()
        return "123456"

    asked = Asked(worker.task(AskImages((Request("role", REGIONS),)), code))
    assert waiting.wait()
    asked.task.cancel()
    asked.join()
    assert not gone.is_set()
    gone.set()
    assert "sts:AssumeRole" not in aws.asked()


def test_a_process_that_is_killed_is_an_error(worker: AwsWorkerClient, aws: Endpoint) -> None:
    aws.faults = [slow(region="eu-west-2")]
    telling = worker.task(OWN, nobody).run()
    assert any(isinstance(event, Rows) for event in telling)
    multiprocessing.active_children()[0].kill()
    with pytest.raises(AskingFailed, match="has ended"):
        list(telling)


def test_an_unexpected_error_brings_its_words_and_the_next_question_is_answered(
    in_a_thread: AwsWorkerClient,
) -> None:
    with pytest.raises(AskingFailed, match="'int' object is not iterable"):
        list(in_a_thread.task(AskImages(3), nobody).run())  # type: ignore[arg-type]  # any task will do
    assert rows(list(in_a_thread.task(OWN, nobody).run())) == 5


_WINDOW = """import sys
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.worker_messages import AskImages
from wizard.gui.aws_service import Request
if __name__ == "__main__":
    for event in AwsWorkerClient().task(AskImages((Request(sys.argv[1], ("eu-west-1",)),)), None).run():
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only: a window that is killed")
def test_with_a_window_that_is_killed_everything_ends(
    worker: AwsWorkerClient, home: Path, hanging: HangingProgram, write_config: Callable[..., None]
) -> None:
    (home / "process.py").write_text(hanging.code)
    (home / "window.py").write_text(_WINDOW)
    write_config(PROCESS.format(command=f"{sys.executable} {home / 'process.py'}"))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    window = subprocess.Popen([sys.executable, str(home / "window.py"), "process"], env=environment)
    assert hanging.runs()
    arguments = Path(f"/proc/{window.pid}/task/{window.pid}/children")
    for child in arguments.read_text().split() if arguments.exists() else ():
        assert b"AKIA" not in Path(f"/proc/{child}/cmdline").read_bytes()
    window.send_signal(signal.SIGKILL)
    window.wait()
    assert hanging.has_ended()
