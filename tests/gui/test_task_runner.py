from __future__ import annotations

import gc
import itertools
import threading
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from wizard.gui.aws_service import Task
from wizard.gui.task_runner import TaskRunner


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[TaskRunner]:
    background = TaskRunner()
    yield background
    background.abandon()


def waiting(stop: threading.Event, *first: int) -> Task[int]:
    def run() -> Iterator[int]:
        yield from first
        stop.wait(10)

    return Task(run, stop.set)


def test_events_come_in_order_and_then_the_end(qtbot: QtBot, background: TaskRunner) -> None:
    told: list[int] = []
    background.told.connect(told.extend)
    with qtbot.waitSignal(background.ended) as ended:
        background.start(Task(lambda: iter(range(5000)), lambda: None))
        assert background.running
    assert told == list(range(5000))
    assert ended.args == [None]
    assert not background.running


def test_what_goes_wrong_is_told_after_what_came_before(qtbot: QtBot, background: TaskRunner) -> None:
    def run() -> Iterator[int]:
        yield 1
        raise KeyError("x")

    told: list[int] = []
    background.told.connect(told.extend)
    with qtbot.waitSignal(background.ended) as ended:
        background.start(Task(run, lambda: None))
    assert told == [1]
    assert isinstance(ended.args[0], KeyError)


def test_cancelling_keeps_what_came(qtbot: QtBot, background: TaskRunner) -> None:
    told: list[int] = []
    background.told.connect(told.extend)
    background.start(waiting(threading.Event(), 1, 2))
    qtbot.waitUntil(lambda: told == [1, 2])
    with qtbot.waitSignal(background.ended):
        background.cancel()


def test_the_newest_wins_and_the_older_one_is_silent(qtbot: QtBot, background: TaskRunner) -> None:
    told: list[int] = []
    background.told.connect(told.extend)
    stop = threading.Event()
    background.start(waiting(stop, 1))
    with qtbot.waitSignal(background.ended):
        background.start(Task(lambda: iter([7]), lambda: None))
    assert stop.is_set()
    assert told == [7]


def test_abandoning_leaves_no_thread(background: TaskRunner) -> None:
    before = threading.active_count()
    background.start(waiting(threading.Event()))
    assert threading.active_count() == before + 1
    background.abandon()
    assert threading.active_count() == before
    assert not background.running
    background.cancel()


def test_the_end_is_told_after_all_events_however_long_they_take(
    qtbot: QtBot, background: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock by which each event takes longer than the window may be held up."""
    clock = itertools.count()
    monkeypatch.setattr("wizard.gui.task_runner.time", SimpleNamespace(monotonic=lambda: next(clock) / 100))
    told: list[int] = []
    background.told.connect(told.extend)
    with qtbot.waitSignal(background.ended):
        background.start(Task(lambda: iter(range(5)), lambda: None))
    assert told == list(range(5))


def test_a_key_is_served_between_what_came_last_and_the_end(qtbot: QtBot, background: TaskRunner) -> None:
    """Whoever listens has much to do with either."""
    seen: list[str] = []

    def take(_: list[int]) -> None:
        seen.append("told")
        QTimer.singleShot(0, lambda: seen.append("key"))

    background.told.connect(take)
    background.ended.connect(lambda _: seen.append("ended"))
    with qtbot.waitSignal(background.ended):
        background.start(Task(lambda: iter([1]), lambda: None))
    assert seen == ["told", "key", "ended"]


def test_what_is_told_may_end_the_task(qtbot: QtBot, background: TaskRunner) -> None:
    told: list[int] = []

    def take(events: list[int]) -> None:
        told.extend(events)
        background.abandon()

    background.told.connect(take)
    with qtbot.assertNotEmitted(background.ended, wait=200):
        background.start(Task(lambda: iter(range(50)), lambda: None))
        qtbot.waitUntil(lambda: not background.running)
    assert len(told) < 50


def test_garbage_does_not_stay_for_ever(qtbot: QtBot, background: TaskRunner) -> None:
    class Node:
        def __init__(self) -> None:
            self.me = self

    gone = weakref.ref(Node())
    assert gone() is not None
    with qtbot.waitSignal(background.ended):
        background.start(Task(lambda: iter(range(3)), lambda: None))
    assert gc.isenabled()
    gc.collect()
    assert gone() is None
