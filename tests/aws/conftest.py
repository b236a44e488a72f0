from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import botocore.credentials
import botocore.endpoint
import botocore.tokens
import pytest

from tests.aws.endpoint import Endpoint
from tests.aws.hanging_program import HangingProgram, hanging_program
from tests.aws.world import World
from wizard.aws import account as account_module
from wizard.aws.account import Account
from wizard.aws.profiles import read_profiles

KEYS = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(30)
    assert set(threading.enumerate()) <= before


@pytest.fixture(autouse=True)
def quiet_again() -> Iterator[None]:
    """What one test did to the loggers of the SDK is not another's."""
    levels = {name: logging.getLogger(name).level for name in account_module.TALKATIVE}
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture(autouse=True)
def sso_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """botocore works these out when it is imported, from the home of then."""
    cache = home / ".aws" / "sso" / "cache"
    cache.mkdir(parents=True)
    for provider in (botocore.credentials.SSOProvider, botocore.tokens.SSOTokenProvider):
        monkeypatch.setattr(provider, "_SSO_TOKEN_CACHE_DIR", str(cache))
    return cache


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying again is botocore's; how long it waits before is not what a test is about."""
    monkeypatch.setitem(account_module._RETRIES, "total_max_attempts", 2)
    monkeypatch.setattr(botocore.endpoint, "time", SimpleNamespace(sleep=lambda _seconds: None))


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """An empty AWS that every client reaches."""
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        yield endpoint
    assert endpoint.broken == []


@pytest.fixture
def hanging() -> Iterator[HangingProgram]:
    with hanging_program() as program:
        yield program


@pytest.fixture
def write_config(home: Path) -> Callable[..., None]:
    def write(config: str = "", credentials: str = KEYS) -> None:
        (home / ".aws").mkdir(exist_ok=True)
        (home / ".aws" / "config").write_text(config)
        (home / ".aws" / "credentials").write_text(credentials)

    return write


@pytest.fixture
def world(
    aws: Endpoint,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    write_config: Callable[..., None],
    sso_cache: Path,
) -> World:
    """Everything that a login may come from, and nothing in it but keys."""
    write_config()
    return World(aws, home, monkeypatch, write_config, sso_cache)


@pytest.fixture
def account(write_config: Callable[..., None]) -> Account:
    """An account with long-lived keys."""
    write_config()
    profile = read_profiles().get("default")
    assert profile is not None
    return Account(profile)
