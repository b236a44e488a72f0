from __future__ import annotations

import threading
from functools import partial

import pytest

from wizard.aws.cancel import Cancel
from wizard.aws.task_pool import TaskPool


def test_tasks_may_add_tasks_and_all_are_done() -> None:
    pool: TaskPool[int] = TaskPool(Cancel())

    def task(depth: int) -> None:
        pool.tell(depth)
        if depth:
            for _ in range(2):
                pool.add(partial(task, depth - 1))

    pool.add(partial(task, 5))
    assert sorted(pool.events()) == sorted(5 - level for level in range(6) for _ in range(2**level))


def test_without_tasks_it_is_over_at_once() -> None:
    assert list(TaskPool[int](Cancel()).events()) == []


def test_an_error_ends_it_and_is_raised() -> None:
    pool: TaskPool[int] = TaskPool(Cancel())
    pool.add(lambda: pool.tell(1))

    def fail() -> None:
        raise RuntimeError("mistake")

    pool.add(fail)
    with pytest.raises(RuntimeError, match="mistake"):
        list(pool.events())
    assert not [thread for thread in threading.enumerate() if thread.name == "asking AWS"]


def test_no_more_than_so_many_at_once() -> None:
    pool: TaskPool[int] = TaskPool(Cancel(), at_once=3)
    lock, running, most = threading.Lock(), 0, 0
    three = threading.Barrier(3, timeout=30)

    def task() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        three.wait()
        with lock:
            running -= 1

    for _ in range(21):
        pool.add(task)
    list(pool.events())
    assert most == 3
