from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.app.worker_thread import ThreadContext
from tests.aws.conftest import (
    aws,
    descriptions_are_read_once,
    no_thread_is_left,
    quiet_again,
    sso_cache,
    write_config,
)
from wizard.app import aws_worker, aws_worker_client

__all__ = [
    "aws",
    "descriptions_are_read_once",
    "no_thread_is_left",
    "quiet_again",
    "sso_cache",
    "worker_in_a_thread",
    "write_config",
]


@pytest.fixture
def worker_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aws_worker_client, "get_context", lambda _way: ThreadContext)
    # Only the main thread of a process may say what it does on a signal.
    signals = SimpleNamespace(signal=lambda *_: None, SIGINT=None, SIG_IGN=None)
    monkeypatch.setattr(aws_worker, "signal", signals)
