from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from tests.aws.conftest import HURRIED
from tests.aws.endpoint import Endpoint, slow
from tests.aws.records import images
from wizard.app import aws_worker as asking_process
from wizard.app.aws_worker import ASK, CANCEL, CODE, END, EVENT, STOP
from wizard.app.worker_messages import AskImages, Records
from wizard.gui.aws_service import Request


@pytest.fixture
def other_side(aws: Endpoint, write_config: Callable[..., None]) -> Iterator[Connection]:
    """What the window's process holds; the server runs in a thread of the test."""
    write_config()
    aws.regions = {"eu-west-1": {"Images": images(3)}}
    here, there = Pipe()
    server = asking_process._Server(there, HURRIED)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield here
    here.send((STOP, 0, None))
    thread.join(5)
    assert not thread.is_alive()
    there.close()
    here.close()


def question(profile: str = "default") -> AskImages:
    return AskImages((Request(profile, ("eu-west-1",)),))


def received(connection: Connection) -> list[tuple[str, int, object]]:
    """Everything until the end of a question."""
    messages: list[tuple[str, int, object]] = []
    while not messages or messages[-1][0] != END:
        assert connection.poll(20)
        messages.append(connection.recv())
    return messages


def test_events_carry_the_number_of_their_question(other_side: Connection) -> None:
    other_side.send((ASK, 7, question()))
    messages = received(other_side)
    assert {number for _, number, _ in messages} == {7}
    assert messages[-1] == (END, 7, None)
    (rows,) = [value for word, _, value in messages if word == EVENT and isinstance(value, Records)]
    assert len(rows.records) == 3


def test_a_cancelling_ends_its_question(other_side: Connection, aws: Endpoint) -> None:
    aws.faults = [slow(region="eu-west-1")]
    other_side.send((ASK, 1, question()))
    other_side.send((CANCEL, 1, None))
    assert received(other_side)[-1] == (END, 1, None)
    # One that is over is nobody's any more.
    other_side.send((CANCEL, 1, None))
    other_side.send((CODE, 1, "123456"))


def test_an_error_is_told_in_words(other_side: Connection) -> None:
    other_side.send((ASK, 2, "no question"))
    other_side.send((ASK, 3, AskImages(3)))  # type: ignore[arg-type]  # any task will do
    ends: dict[int, object] = {}
    while len(ends) < 2:
        assert other_side.poll(20)
        word, number, value = other_side.recv()
        if word == END:
            ends[number] = value
    assert ends[2] is None
    assert "is not iterable" in str(ends[3])
