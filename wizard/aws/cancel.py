"""A way to stop what waits on the network."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar


class Cancelled(Exception):
    """The person does not want to wait any longer."""


class Cancel:
    """Given to whatever may take long. Once `cancel` is called, everything that watches it ends soon.

    What blocks in the system (a socket that waits for bytes, a program that was started) is
    registered here with the way to wake it up; what sleeps does so by `wait`.
    """

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._lock = threading.Lock()
        self._stops: dict[int, Callable[[], object]] = {}

    @property
    def asked(self) -> bool:
        return self._asked.is_set()

    def cancel(self) -> None:
        """Stop everything; can be called from any thread, and more than once."""
        self._asked.set()
        with self._lock:
            stops = list(self._stops.values())
            self._stops.clear()
        for stop in stops:
            with contextlib.suppress(OSError):
                stop()

    def check(self) -> None:
        """Raises Cancelled if it was."""
        if self.asked:
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep, but not beyond the cancelling. Raises Cancelled."""
        if self._asked.wait(seconds):
            raise Cancelled

    @contextlib.contextmanager
    def stopping(self, stop: Callable[[], object]) -> Iterator[None]:
        """While inside, cancelling calls `stop`, from another thread. Raises Cancelled."""
        with self._lock:
            self._stops[id(stop)] = stop
        try:
            self.check()
            yield
        finally:
            with self._lock:
                self._stops.pop(id(stop), None)

    @contextlib.contextmanager
    def current(self) -> Iterator[None]:
        """While inside, this is the token of what this thread does."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Cancel | None] = ContextVar("cancel", default=None)


def current_cancel() -> Cancel:
    """The token of what this thread does; one that nobody cancels if there is none."""
    return _CURRENT.get() or Cancel()


def hang_up(connection: socket.socket) -> None:
    """Wake a thread that waits for a socket, TLS or not: its wait ends as if the other side had gone."""
    socket.socket.shutdown(connection, socket.SHUT_RDWR)
