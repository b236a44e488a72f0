"""A program that never ends by itself, and of which one notices when it has been ended."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_CODE = """import socket, threading
connection = socket.create_connection(("127.0.0.1", {port}))
threading.Event().wait()
"""


@dataclass
class HangingProgram:
    """code: what the program is, in Python. While it runs, it holds a connection to the test."""

    listener: socket.socket
    connection: socket.socket | None = None

    @property
    def code(self) -> str:
        return _CODE.format(port=self.listener.getsockname()[1])

    def runs(self) -> bool:
        """Wait until it does."""
        self.connection, _ = self.listener.accept()
        return True

    def has_ended(self) -> bool:
        """Wait until the system has taken its connection away."""
        assert self.connection is not None, "it never ran"
        try:
            return self.connection.recv(1) == b""
        except ConnectionError:
            return True


@contextmanager
def hanging_program() -> Iterator[HangingProgram]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        # Also what hangs here is told as a fault of the test.
        listener.settimeout(50)
        program = HangingProgram(listener)
        yield program
        if program.connection is not None:
            program.connection.close()
