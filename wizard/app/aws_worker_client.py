"""Has questions asked by processes beside the window's, and brings back what they tell."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from wizard.app.role_sessions import RoleSessions
from wizard.app.worker_messages import CodeWanted, Ended, RoleAssumed, WorkerQuestion
from wizard.gui.aws_service import AskCode, Task

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection


class AskingFailed(Exception):
    """Something unexpected, in the words of the process that asks."""


class WorkerHandle(Protocol):
    """Whoever asks AWS, at the other end of a connection."""

    connection: Connection

    def kill(self) -> None:
        """End it, whatever it waits for; from any thread, more than once, and without waiting for that."""

    def close(self) -> None:
        """Kill it, and leave nothing of it behind."""


class WorkerProcess:
    """The usual one. It ends with this process, however that ends."""

    def __init__(self) -> None:
        from multiprocessing import get_context

        from wizard.app.aws_worker import serve

        # Not a copy of this process: half a window and its threads.
        context = get_context("spawn")
        self.connection, there = context.Pipe()
        self._lock = threading.Lock()
        self._process: BaseProcess | None = context.Process(target=serve, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def kill(self) -> None:
        """End the process at once; whatever it was doing is given up."""
        with self._lock:
            # As long as nobody has waited for it, its number is no other process's.
            if self._process is None or self._process.exitcode is not None:
                return
            if sys.platform != "win32":
                # Before it has a group of its own, it has started nothing.
                with suppress(ProcessLookupError):
                    os.killpg(self._process.ident or 0, signal.SIGKILL)
            self._process.kill()

    def close(self) -> None:
        """End the process, and let go of what belongs to it."""
        self.kill()
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.join()
            process.close()
            self.connection.close()


class AwsWorkerClient:
    """Each question has a worker to itself: to cancel it is to kill the worker.

    One that has answered waits for the next question. begin: makes a worker.
    """

    def __init__(self, begin: Callable[[], WorkerHandle] = WorkerProcess) -> None:
        self._begin = begin
        self._lock = threading.Lock()
        self._idle: list[WorkerHandle] = []
        self._open: set[_Asked] = set()
        self._sessions = RoleSessions()

    def start(self) -> None:
        """Have a worker begin, so that the first question need not wait for it."""
        # Where it cannot, the first question says so.
        with self._lock, suppress(OSError):
            if not self._idle and not self._open:
                self._idle.append(self._begin())

    def task(self, question: WorkerQuestion, ask_code: AskCode) -> Task[Any]:
        """The question as a task: its events come as they happen."""
        asked = _Asked(question, ask_code)
        return Task(lambda: self._run(asked), asked.cancel)

    def close(self) -> None:
        """Kill all workers and forget all sessions; a later question begins another."""
        with self._lock:
            idle, self._idle = self._idle, []
            asked = list(self._open)
        self._sessions.clear()
        for each in asked:
            each.cancel()
        for worker in idle:
            worker.close()

    def _run(self, asked: _Asked) -> Iterator[Any]:
        if asked.cancelled.is_set():
            return
        worker, event = self._take(asked), None
        try:
            with suppress(OSError):  # one that has just ended says so by saying nothing
                worker.connection.send((asked.question, self._sessions.known()))
            while (event := _received(worker.connection)) is not None:
                match event:
                    case CodeWanted():
                        asked.ask_code_beside(event.device, worker.connection)
                    case RoleAssumed():
                        self._sessions.keep(event)
                    case Ended():
                        break
                    case _:
                        self._sessions.look_at(event)
                        yield event
        finally:
            self._leave(asked, worker, reusable=event == Ended())
        if not asked.cancelled.is_set() and event != Ended():
            raise AskingFailed(event.failure if event else "the process that asks AWS has ended")

    def _take(self, asked: _Asked) -> WorkerHandle:
        with self._lock:
            worker = self._idle.pop() if self._idle else self._begin()
            if worker.connection.poll():
                # One that waits says nothing, unless it is gone.
                worker.close()
                worker = self._begin()
            self._open.add(asked)
        asked.give_to(worker)
        return worker

    def _leave(self, asked: _Asked, worker: WorkerHandle, reusable: bool) -> None:
        asked.give_to(None)
        with self._lock:
            self._open.remove(asked)
            if reusable and not asked.cancelled.is_set() and not self._idle:
                self._idle.append(worker)
                return
        worker.close()


class _Asked:
    """One question on its way, and who answers it."""

    def __init__(self, question: WorkerQuestion, ask_code: AskCode) -> None:
        self.question = question
        self.cancelled = threading.Event()
        self._ask_code = ask_code
        self._lock = threading.Lock()
        self._worker: WorkerHandle | None = None

    def give_to(self, worker: WorkerHandle | None) -> None:
        """From now on it is this one that is killed by cancelling."""
        with self._lock:
            self._worker = worker
            if worker is not None and self.cancelled.is_set():
                worker.kill()

    def cancel(self) -> None:
        with self._lock:
            self.cancelled.set()
            if self._worker is not None:
                self._worker.kill()

    def ask_code_beside(self, device: str, connection: Connection) -> None:
        """Ask in a thread of its own, which a cancelling need not wait for."""

        def ask() -> None:
            code = None
            with suppress(Exception):  # a window that is gone gives no code
                code = self._ask_code(device)
            with suppress(OSError):  # nobody waits for it any more
                connection.send(code)

        threading.Thread(target=ask, name="asking for a code", daemon=True).start()


def _received(connection: Connection) -> Any:
    """What it tells next; None if it has ended, in the middle of a word even."""
    try:
        return connection.recv()
    except (EOFError, OSError):
        return None
