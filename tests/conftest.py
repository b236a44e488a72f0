from __future__ import annotations

import gc
import ipaddress
import itertools
import logging
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from wizard.model.knowledge import Knowledge
from wizard.store.resources import load_knowledge, resources

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A run in the background may have been told to ignore it, and what the tests start would ignore it too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# The machine may be busy, and the checkout stays as it is.
# Few examples a run: each run draws others, so that many runs see many. EXAMPLES=1000 looks longer.
settings.register_profile(
    "wizard",
    max_examples=int(os.environ.get("EXAMPLES", "25")),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("wizard")

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}
_LANGUAGE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What examples drawn at random happen to run is no proof that it is tested, and to watch them is dear.

    Behind the others: what is worked out once and kept is to be worked out where it is watched.
    """
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is not None)


def pytest_collection_finish() -> None:
    """Thousands of tests are there to the end: they need not be gone through with each garbage collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders, one after the other: to look for a free number among thousands takes longer than a test."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: nothing of the person's is read, nothing is left behind."""
    home = next(_homes)
    home.mkdir(mode=0o700)
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith("AWS_") or name in _LANGUAGE]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return home


@pytest.fixture(autouse=True)
def outward_calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Whom the test tried to reach beyond this machine; it fails for each, also from a thread."""
    tried: list[object] = []

    def guard(address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and not _is_here(host):
            tried.append(address)
            raise ConnectionRefusedError(f"the tests have no network: {address}")

    connect, connect_ex, resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard(address)
        return connect_ex(self, address)

    def guarded_resolve(host: Any, *args: Any, **options: Any) -> object:
        guard((host,))
        return resolve(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)
    yield tried
    assert not tried, f"tried to reach {tried}"


@pytest.fixture(autouse=True)
def warnings_logged() -> Iterator[list[logging.LogRecord]]:
    """What was logged at WARNING or above. A test that expects it asks for this and clears it."""
    records: list[logging.LogRecord] = []
    handler = _Keep(records)
    logging.getLogger().addHandler(handler)
    yield records
    logging.getLogger().removeHandler(handler)
    assert not records, f"logged: {[record.getMessage() for record in records]}"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The real catalogue and the real rules, loaded once."""
    return load_knowledge(resources())


class _Keep(logging.Handler):
    """Puts what is logged at WARNING or above into a list."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
