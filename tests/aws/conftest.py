from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import botocore.credentials
import botocore.loaders
import botocore.session
import botocore.tokens
import pytest

from tests.aws.endpoint import Endpoint
from tests.aws.hanging_program import HangingProgram, hanging_program
from wizard.aws import account as account_module
from wizard.aws.account import Account
from wizard.aws.profiles import read_profiles
from wizard.aws.retries import RetryPolicy

KEYS = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"
HURRIED = RetryPolicy(attempts=2, throttled_attempts=3, first=0.01, longest=0.02)


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


_LOADER = botocore.loaders.create_loader()


@pytest.fixture(autouse=True)
def descriptions_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """EC2's takes a session half a second; what is read does not change from test to test."""
    monkeypatch.setattr(botocore.session, "create_loader", lambda _paths: _LOADER)


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """An empty AWS that every client reaches."""
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        yield endpoint
    assert endpoint.broken == []


@pytest.fixture
def endless_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for AWS ends by itself: what does not hang has been cancelled."""
    monkeypatch.setattr(account_module, "_CONNECT_SECONDS", 3600)
    monkeypatch.setattr(account_module, "_READ_SECONDS", 3600)


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
def account(write_config: Callable[..., None]) -> Account:
    """An account with long-lived keys."""
    write_config()
    profile = read_profiles().get("default")
    assert profile is not None
    return Account(profile)
