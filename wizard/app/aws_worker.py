"""A process beside the window's that asks AWS: reading replies must not keep the window waiting.

Both run Python, and Python's threads take turns; two processes do not. It lives as long as the
window, so that a session that works is used again, and ends by itself when the window's process has
gone, however that came.
"""

from __future__ import annotations

import queue
import signal
import threading
import traceback
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from wizard.app.worker_messages import WorkerQuestion, packed

if TYPE_CHECKING:
    from wizard.aws.cancel import Cancel
    from wizard.aws.retries import RetryPolicy

ASK, CANCEL, CODE, EVENT, END, STOP = "ask", "cancel", "code", "event", "end", "stop"
"""What is sent: (word, number of the question, value). ASK: a WorkerQuestion. CANCEL: None. EVENT: packed.
END: None, or the words of an unexpected error. STOP: nothing more will come. CODE: to the window an MFA device's name, from it the code.
"""


def serve(connection: Connection, patience: RetryPolicy | None) -> None:
    """Answer questions until the other side has gone."""
    # Ctrl+C in a terminal is for the window, which ends this process with itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Server(connection, patience).run()


class _Server:
    def __init__(self, connection: Connection, patience: RetryPolicy | None) -> None:
        from wizard.app.sessions import Sessions
        from wizard.aws.account import load_sdk

        load_sdk()
        self._connection = connection
        self._sending = threading.Lock()
        self._sessions = Sessions(patience)
        self._cancels: dict[int, Cancel] = {}
        self._codes: dict[int, queue.SimpleQueue[str | None]] = {}

    def run(self) -> None:
        while True:
            try:
                word, number, value = self._connection.recv()
            except (EOFError, OSError):
                return
            if word == STOP:
                return
            if word == ASK:
                self._begin(number, value)
            elif word == CANCEL and number in self._cancels:
                self._cancels[number].cancel()
            elif word == CODE and number in self._codes:
                self._codes[number].put(value)

    def _begin(self, number: int, question: WorkerQuestion) -> None:
        from wizard.aws.cancel import Cancel

        self._cancels[number], self._codes[number] = Cancel(), queue.SimpleQueue()
        threading.Thread(target=self._answer, args=(number, question), daemon=True).start()

    def _answer(self, number: int, question: WorkerQuestion) -> None:
        said = None
        try:
            ask_code = partial(self._ask_code, number)
            for event in self._sessions.answer(question, self._cancels[number], ask_code):
                self._send(EVENT, number, packed(event))
        except BaseException:  # noqa: BLE001  # told to the window, which shows it as it shows its own
            said = traceback.format_exc()
        self._send(END, number, said)
        del self._cancels[number], self._codes[number]

    def _ask_code(self, number: int, device: str) -> str | None:
        self._send(CODE, number, device)
        return self._codes[number].get()

    def _send(self, word: str, number: int, value: Any) -> None:
        with self._sending:
            try:
                self._connection.send((word, number, value))
            except (BrokenPipeError, ConnectionResetError):
                # Nobody listens any more; `run` ends this process.
                return
