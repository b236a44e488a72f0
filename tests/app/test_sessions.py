from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.gui.fake_cloud import LOGIN
from wizard.app.sessions import Sessions
from wizard.aws.calls import PATIENT
from wizard.aws.cancel import Cancel
from wizard.model.asking import Started, Trouble


def events(trouble: bool, closed: list[str]) -> Iterator[Started | Trouble]:
    try:
        yield Started("default", "eu-west-1")
        if trouble:
            yield Trouble("default", "eu-west-1", LOGIN)
    finally:
        closed.append("closed")


def test_a_session_is_kept_until_its_login_has_trouble(write_config: Callable[..., None]) -> None:
    write_config()
    sessions, closed = Sessions(), list[str]()
    account = sessions.account("default")
    assert len(list(sessions.told(events(False, closed), Cancel(), lambda _: None))) == 1
    assert sessions.account("default") is account
    assert len(list(sessions.told(events(True, closed), Cancel(), lambda _: None))) == 2
    assert sessions.account("default") is not account
    assert closed == ["closed"] * 2


def test_who_listens_no_longer_closes_what_asks() -> None:
    closed = list[str]()
    telling = Sessions().told(events(False, closed), Cancel(), lambda _: None)
    next(telling)
    telling.close()  # type: ignore[attr-defined]
    assert closed == ["closed"]


@pytest.mark.parametrize("patience", [None, PATIENT])
def test_patience(patience: object) -> None:
    assert Sessions(patience).patience is PATIENT  # type: ignore[arg-type]
