"""A worker in a thread of the test, where it makes no difference that it is a process.

To start a process and to load the SDK in it takes seconds. `test_aws_worker_client` has real ones.
"""

from __future__ import annotations

import os
import socket
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from wizard.app.aws_worker import Worker


class WorkerThread:
    """What AwsWorkerClient needs of a worker. Killed, it is only no longer heard."""

    def __init__(self) -> None:
        self.connection, there = Pipe()
        threading.Thread(target=self._run, args=(there,), daemon=True).start()

    @staticmethod
    def _run(there: Connection) -> None:
        Worker(there).run()
        there.close()

    def kill(self) -> None:
        if not self.connection.closed:
            # On POSIX a pipe for both ways is a pair of sockets.
            with socket.socket(fileno=os.dup(self.connection.fileno())) as both_ends:
                both_ends.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.kill()
        self.connection.close()
