"""Does many things that wait on the network at once, and tells what happens as it happens."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from wizard.aws.cancel import Cancel, Cancelled

Event = TypeVar("Event")
AT_ONCE = 8
_LEAVING_SECONDS = 1.0


class TaskPool(Generic[Event]):
    """A few threads that take tasks in turn until none is left, or until it is cancelled.

    A task is a callable; it may `tell` events and `add` tasks. What it raises, but for Cancelled,
    ends the whole with that error.
    """

    def __init__(self, cancel: Cancel, at_once: int = AT_ONCE) -> None:
        self._cancel = cancel
        self._at_once = at_once
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._open = 0
        self._error: BaseException | None = None

    def add(self, task: Callable[[], None]) -> None:
        """Have it done, after what was added before."""
        with self._lock:
            self._open += 1
        self._tasks.put(task)

    def tell(self, event: Event) -> None:
        """Hand an event to whoever iterates over `events`."""
        self._events.put(event)

    def events(self) -> Iterator[Event]:
        """Start, and give every event in order; what was told before a cancelling is still given.

        Closing the iterator cancels. In each case no thread is left a second later.
        """
        if self._open == 0:
            return
        # A thread that hangs in the system's name look-up must not keep the program from ending.
        threads = [
            threading.Thread(target=self._work, name="asking AWS", daemon=True) for _ in range(self._at_once)
        ]
        for thread in threads:
            thread.start()
        finished = False
        try:
            with self._cancel.stopping(self._end):
                while (event := self._events.get()) is not None:
                    yield event
            finished = True
        except Cancelled:
            pass
        finally:
            if not finished:
                self._cancel.cancel()
            self._tasks.put(None)
            leaving = time.monotonic() + _LEAVING_SECONDS
            for thread in threads:
                thread.join(max(0.0, leaving - time.monotonic()))
        if self._error is not None:
            raise self._error

    def _end(self) -> None:
        self._tasks.put(None)
        self._events.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None and not self._cancel.asked:
            try:
                task()
            except Cancelled:
                break
            except BaseException as error:  # noqa: BLE001  # raised in the thread that iterates
                self._error = error
                self._end()
                break
            with self._lock:
                self._open -= 1
                if self._open == 0:
                    self._end()
        # For the next one who waits.
        self._tasks.put(None)
