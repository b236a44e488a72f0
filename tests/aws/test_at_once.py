from __future__ import annotations

import threading
from concurrent.futures import Future
from functools import partial
from typing import NoReturn

import pytest

from tests.aws.told import told
from wizard.aws import at_once
from wizard.aws.at_once import AT_ONCE, Job, Tell, do_all


def test_tasks_may_return_tasks_and_all_are_done() -> None:
    def task(depth: int, tell: Tell[int]) -> list[Job[int]]:
        tell(depth)
        return [partial(task, depth - 1)] * 2 if depth else []

    events = told(do_all, [partial(task, 5)])
    assert sorted(events) == sorted(5 - level for level in range(6) for _ in range(2**level))


def test_without_tasks_it_is_over_at_once() -> None:
    assert told(do_all, []) == []


def test_no_more_than_so_many_at_once_and_the_first_come_first() -> None:
    lock, running, most = threading.Lock(), 0, 0
    together = threading.Barrier(AT_ONCE, timeout=30)

    def task(number: int, tell: Tell[int]) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        tell(number)
        together.wait()
        with lock:
            running -= 1

    events = told(do_all, [partial(task, number) for number in range(5 * AT_ONCE)])
    assert most == AT_ONCE
    assert set(events[:AT_ONCE]) == set(range(AT_ONCE))


def test_one_is_told_at_a_time() -> None:
    inside = threading.Lock()
    together = threading.Barrier(AT_ONCE, timeout=30)

    def tell(_event: object) -> None:
        assert inside.acquire(blocking=False)
        inside.release()

    def task(tell: Tell[int]) -> None:
        together.wait()
        for number in range(100):
            tell(number)

    do_all([task] * AT_ONCE, tell)


def test_an_error_is_raised_without_waiting_for_the_others_and_nothing_is_told_after() -> None:
    events: list[str] = []
    going_on, gone_on = threading.Event(), threading.Event()

    def wait(tell: Tell[str]) -> None:
        going_on.wait(30)
        tell("too late")
        gone_on.set()

    def fail(tell: Tell[str]) -> None:
        tell("in time")
        raise RuntimeError("mistake")

    with pytest.raises(RuntimeError, match="mistake"):
        do_all([wait, fail], events.append)
    going_on.set()
    assert gone_on.wait(30)
    assert events == ["in time"]


def test_ctrl_c_is_heard_though_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where it is heard only between two waits."""
    going_on = threading.Event()

    def wait_without_an_end(
        jobs: set[Future[None]], seconds: float | None = None, until: str = ""
    ) -> NoReturn:
        assert seconds is not None, "nobody hears Ctrl+C until something answers"
        raise KeyboardInterrupt

    monkeypatch.setattr(at_once, "wait", wait_without_an_end)
    with pytest.raises(KeyboardInterrupt):
        do_all([lambda _tell: () if going_on.wait(30) else None], lambda _event: None)
    going_on.set()
