"""Does what waits on the network a few at once, and tells what happens as it happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

Event = TypeVar("Event")
Tell = Callable[[Event], object]

AT_ONCE = 8
# Windows lets nobody interrupt a wait for a lock: Ctrl+C is heard when it ends.
_SECONDS_DEAF = 0.2


def do_all(jobs: Iterable[Job[Event]], tell: Tell[Event]) -> None:
    """Do all jobs, and those that they return, a few at once; the first come first.

    A job tells what happens; `tell` is called from other threads, but never by two at once, and
    not after this has ended. Raises what a job raises, and does not wait for the others then: nor
    when it is interrupted.
    """
    lock = threading.Lock()
    over = False

    def told(event: Event) -> None:
        with lock:
            if not over:
                tell(event)

    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="asking AWS")

    def begin(jobs: Iterable[Job[Event]]) -> set[Future[Iterable[Job[Event]] | None]]:
        return {pool.submit(job, told) for job in jobs}

    waiting = begin(jobs)
    try:
        while waiting:
            done, waiting = wait(waiting, _SECONDS_DEAF, FIRST_COMPLETED)
            for future in done:
                waiting |= begin(future.result() or ())
    finally:
        with lock:
            over = True
        pool.shutdown(wait=not waiting, cancel_futures=True)


Job = Callable[[Tell[Event]], "Iterable[Job[Event]] | None"]
"""Does something and tells what happens; may return further jobs."""
