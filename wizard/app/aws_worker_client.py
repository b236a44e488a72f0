"""Has questions asked by the process beside the window's, and brings back what it tells."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

from wizard.app.aws_worker import ASK, CANCEL, CODE, END, EVENT, STOP, serve
from wizard.app.worker_messages import Records, WorkerQuestion
from wizard.gui.aws_service import AskCode, Task
from wizard.model.images.image_row import RowReader

if TYPE_CHECKING:
    from wizard.aws.retries import RetryPolicy

_LEAVING_SECONDS = 1.0
_GONE = "the process that asks AWS has ended"


class AskingFailed(Exception):
    """Something unexpected, in the words of the process that asks."""


class AwsWorkerClient:
    """patience: with AWS; None for the usual one."""

    def __init__(self, patience: RetryPolicy | None = None) -> None:
        self._patience = patience
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._process: BaseProcess | None = None
        self._open: dict[int, _Request] = {}

    def start(self) -> None:
        """Have the process begin, so that the first question need not wait for it."""
        with self._lock:
            if self._connection is None:
                # Not a copy of this process: half a window and its threads.
                context = get_context("spawn")
                here, there = context.Pipe()
                # It ends with this process, however that ends.
                self._process = context.Process(target=serve, args=(there, self._patience), daemon=True)
                self._process.start()
                there.close()
                self._connection = here
                threading.Thread(target=self._listen, args=(here,), name="listening", daemon=True).start()

    def task(self, question: WorkerQuestion, ask_code: AskCode) -> Task[Any]:
        """The question as a task: its events come as they happen."""
        request = _Request(next(self._numbers), ask_code)

        def cancel() -> None:
            request.cancelled = True
            self._send(CANCEL, request.number, None)

        return Task(lambda: self._run(request, question), cancel)

    def close(self) -> None:
        """Let the process end; a later question begins another."""
        process, self._process = self._process, None
        if process is not None:
            self._send(STOP, 0, None)
            process.join(_LEAVING_SECONDS)
            # One that hangs in the system's name look-up.
            process.terminate()
            process.join(_LEAVING_SECONDS)
            process.close()

    def _run(self, request: _Request, question: WorkerQuestion) -> Iterator[Any]:
        if request.cancelled:
            return
        self.start()
        self._open[request.number] = request
        reader, ended = RowReader(), False
        try:
            self._send(ASK, request.number, question)
            while True:
                word, value = request.told.get()
                if word == END:
                    ended = True
                    if value is not None:
                        raise AskingFailed(value)
                    return
                yield value.rows(reader) if isinstance(value, Records) else value
        finally:
            self._open.pop(request.number, None)
            if not ended:
                self._send(CANCEL, request.number, None)

    def _send(self, word: str, number: int, value: object) -> None:
        with self._lock, suppress(OSError):
            if self._connection is not None:
                self._connection.send((word, number, value))

    def _listen(self, connection: Connection) -> None:
        while True:
            try:
                word, number, value = connection.recv()
            except (EOFError, OSError):
                break
            request = self._open.get(number)
            if request is None:
                continue
            if word == CODE:
                threading.Thread(target=self._ask_code, args=(request, value), daemon=True).start()
            elif word in (EVENT, END):
                request.told.put((word, value))
        with self._lock:
            connection.close()
            if self._connection is connection:
                self._connection = None
        for request in list(self._open.values()):
            request.told.put((END, _GONE))

    def _ask_code(self, request: _Request, device: str) -> None:
        self._send(CODE, request.number, request.ask_code(device))


class _Request:
    """One question on its way."""

    def __init__(self, number: int, ask_code: AskCode) -> None:
        self.number = number
        self.ask_code = ask_code
        self.told: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self.cancelled = False
