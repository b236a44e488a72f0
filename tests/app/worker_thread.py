"""A worker in a thread of the test, where it makes no difference that it is a process.

To start a process and to import boto3 in it takes seconds. `test_aws_worker_client` has real ones.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any


class WorkerThread:
    """What AwsWorkerClient needs of a process."""

    def __init__(self, target: Callable[..., None], args: tuple[Connection, Any], daemon: bool) -> None:
        # The client closes its own end of what it hands to a process.
        self._connection = Connection(os.dup(args[0].fileno()))
        self._thread = threading.Thread(target=target, args=(self._connection, *args[1:]), daemon=daemon)

    def start(self) -> None:
        self._thread.start()

    def join(self, _seconds: float) -> None:
        self._thread.join()

    def terminate(self) -> None:
        """It has left by itself."""

    def close(self) -> None:
        self._connection.close()


class ThreadContext:
    """In the place of a context of multiprocessing."""

    Pipe = staticmethod(Pipe)
    Process = WorkerThread
