from __future__ import annotations

from collections.abc import Callable

from wizard.app.role_sessions import RoleSessions
from wizard.app.worker_messages import RoleAssumed
from wizard.model.account.listing_events import Answered, Trouble
from wizard.model.account.problem import Kind, Problem
from wizard.model.message import Message

SECRET = {"Credentials": {"SecretAccessKey": "role/secret"}}
NOTHING = Message("")


def kept() -> RoleSessions:
    sessions = RoleSessions()
    sessions.known()
    for profile in ("one", "other"):
        sessions.keep(RoleAssumed(profile, "role", SECRET))
    return sessions


def test_what_a_code_led_to_is_handed_on() -> None:
    assert kept().known() == {"one": {"role": SECRET}, "other": {"role": SECRET}}


def test_a_profile_whose_login_is_no_good_asks_for_a_code_again() -> None:
    sessions = kept()
    sessions.look_at(Answered("one", "eu-west-1", 3))
    sessions.look_at(Trouble("one", "eu-west-1", Problem(Kind.RIGHTS, NOTHING, NOTHING, NOTHING)))
    assert "one" in sessions.known()
    sessions.look_at(Trouble("one", "eu-west-1", Problem(Kind.LOGIN, NOTHING, NOTHING, NOTHING)))
    assert set(sessions.known()) == {"other"}


def test_other_keys_in_the_files_ask_for_a_code_again(write_config: Callable[..., None]) -> None:
    sessions = kept()
    write_config("[profile one]\nregion = eu-west-1\n")
    assert sessions.known() == {}


def test_who_asks_no_more_leaves_nothing() -> None:
    sessions = kept()
    sessions.clear()
    assert sessions.known() == {}


def test_no_text_about_them_names_a_key() -> None:
    assert "secret" not in repr(kept()) + repr(RoleAssumed("one", "role", SECRET))
