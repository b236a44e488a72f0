from __future__ import annotations

import datetime
import gettext
from pathlib import Path

import pytest

from tests.aws.world import MFA, SSO, World
from wizard.app.known_logins import clock, known_logins
from wizard.model.account.problem import Kind

ENGLISH = gettext.NullTranslations()


def said() -> dict[str, str]:
    return {login.name: login.state.render(ENGLISH) for login in known_logins() if login.state}


def test_nobody_has_a_profile(home: Path) -> None:
    assert known_logins() == []


def test_each_kind_of_login_has_its_words(world: World) -> None:
    world.write_config(
        SSO
        + MFA
        + "[profile by-sso]\nrole_arn = arn:aws:iam::2:role/r\nsource_profile = sso\n"
        + "[profile by-keys]\nrole_arn = arn:aws:iam::2:role/r\nsource_profile = default\n"
        + "[profile machine]\nrole_arn = arn:aws:iam::2:role/r\ncredential_source = Environment\n"
        + "[profile program]\ncredential_process = x\n"
        + "[profile browser]\nlogin_session = x\n"
        + "[profile empty]\nregion = eu-west-1\n"
        + "[profile half]\naws_access_key_id = AKIAEXAMPLE000000001\n"
    )
    assert said() == {
        "default": "Keys in the file",
        "sso": "Not logged in",
        "by-sso": "Not logged in",
        "role": "Asks for an MFA code",
        "by-keys": "Role by way of default",
        "machine": "Role of this computer",
        "program": "A program gives the keys",
        "browser": "Logs in with a browser",
        "empty": "No credentials",
        "half": "Cannot be used",
    }
    logins = known_logins()
    assert logins[0].name == "default"
    assert [login.name for login in logins[-2:]] == ["empty", "half"]
    assert logins[-1].problem is not None
    role = next(login for login in logins if login.name == "role")
    assert (role.account_id, role.role) == ("210987654321", "Reader")


@pytest.mark.parametrize(
    ("hours", "more", "words"),
    [
        (1, {}, "Logged in until "),
        (-1, {}, "Login ended"),
        (-1, {"refreshToken": "r"}, "The login renews itself"),
    ],
)
def test_single_sign_on_as_its_file_says(
    world: World, hours: float, more: dict[str, str], words: str
) -> None:
    world.write_config(SSO)
    world.login("corp", hours, **more)
    assert said()["sso"].startswith(words)
    (world.cache / next(world.cache.iterdir()).name).write_text("{")
    assert said()["sso"] == "Single sign-on"


def test_who_is_logged_in_stands_before_who_is_not(world: World) -> None:
    world.write_config(SSO + SSO.replace("sso]", "a]", 1).replace("corp", "old"), "")
    world.login("corp", 1)
    assert [login.name for login in known_logins()] == ["sso", "a"]
    world.monkeypatch.setenv("AWS_PROFILE", "a")
    assert [login.name for login in known_logins()] == ["a", "sso"]


def test_the_environments_keys_come_first(world: World) -> None:
    world.write_config()
    world.monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00001")
    assert known_logins()[0].name == ""
    assert said()[""] == "Keys in the environment"


def test_a_broken_file_is_every_profiles_problem(world: World) -> None:
    world.write_config("[default]\nregion eu\n")
    (login,) = known_logins()
    assert login.problem is not None
    assert (login.name, login.problem.kind) == ("default", Kind.CONFIG)
    world.write_config("[default]\nregion eu\n", "")
    (login,) = known_logins()
    assert login.problem is not None
    assert login.name == "default"


def test_the_clock_names_the_day_where_it_is_not_today() -> None:
    now = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)
    assert len(clock(now, now)) == len("14:30")
    before = now - datetime.timedelta(days=3)
    assert clock(before, now).startswith(f"{before.astimezone():%Y-%m-%d} ")
