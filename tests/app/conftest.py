from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.worker_thread import WorkerThread
from tests.aws.conftest import (
    aws,
    hanging,
    no_pauses,
    no_thread_is_left,
    quiet_again,
    sso_cache,
    world,
    write_config,
)
from wizard.app.aws_worker_client import AwsWorkerClient

__all__ = [
    "aws",
    "hanging",
    "no_pauses",
    "no_thread_is_left",
    "quiet_again",
    "sso_cache",
    "world",
    "write_config",
]


@pytest.fixture
def worker() -> Iterator[AwsWorkerClient]:
    """Who asks AWS, in a thread of the test."""
    worker = AwsWorkerClient(WorkerThread)
    yield worker
    worker.close()
