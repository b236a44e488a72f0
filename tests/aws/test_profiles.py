from __future__ import annotations

import datetime
import gettext
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.aws.world import LEGACY_SSO, MFA, PROCESS, SSO
from wizard.aws.login import State, login_of, stamp
from wizard.aws.profiles import CredentialSource, read_profiles

WEB = "[profile web]\nrole_arn = arn:aws:iam::1:role/Web\nweb_identity_token_file = /token\n"
LOGIN = "[profile browser]\nlogin_session = arn:aws:iam::1:user/x\nregion = eu-west-1\n"


def test_every_kind_of_profile(write_config: Callable[..., None]) -> None:
    write_config(SSO + "region = eu-west-3\n" + MFA + PROCESS.format(command="x") + WEB + LOGIN)
    found = {profile.name: profile for profile in read_profiles().profiles}
    assert {name: profile.source for name, profile in found.items()} == {
        "default": CredentialSource.KEYS,
        "sso": CredentialSource.SSO,
        "role": CredentialSource.ASSUME_ROLE,
        "process": CredentialSource.PROCESS,
        "web": CredentialSource.WEB_IDENTITY,
        "browser": CredentialSource.LOGIN,
    }
    sso, role = found["sso"], found["role"]
    assert (sso.account_id, sso.role, sso.sso_session) == ("123456789012", "Reader", "corp")
    assert (sso.sso_region, sso.sso_start_url) == ("us-east-1", "https://corp.awsapps.com/start")
    assert (role.account_id, role.role, role.source_profile) == ("210987654321", "Reader", "default")
    assert role.mfa_serial == "arn:aws:iam::123456789012:mfa/jane"
    assert found["browser"].region == "eu-west-1"
    assert not [profile.problem for profile in found.values() if profile.problem]


def test_the_region_of_work_is_not_that_of_signing_in(write_config: Callable[..., None]) -> None:
    write_config(LEGACY_SSO + "region = ap-south-1\n")
    profile = read_profiles().get("sso")
    assert profile is not None
    assert (profile.region, profile.sso_region) == ("ap-south-1", "us-east-1")


def test_no_files_are_no_profiles(home: Path) -> None:
    found = read_profiles()
    assert (found.profiles, found.problems, found.chosen, found.get("x")) == ((), (), "default", None)


def test_the_environment(home: Path, write_config: Callable[..., None]) -> None:
    write_config()
    other = home / "other"
    other.write_text("[profile elsewhere]\nregion = eu-west-1\n")
    environment = {"AWS_CONFIG_FILE": str(other), "AWS_PROFILE": "elsewhere"}
    found = read_profiles(environment)
    assert [profile.name for profile in found.profiles] == ["default", "elsewhere"]
    assert found.chosen == "elsewhere"
    keyed = read_profiles(environment | {"AWS_ACCESS_KEY_ID": "AKIA", "AWS_REGION": "eu-west-9"})
    assert (keyed.profiles[0].source, keyed.profiles[0].region) == (CredentialSource.ENVIRONMENT, "eu-west-9")
    assert keyed.chosen == ""


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("region = eu-west-1\n", "Line 1 stands before any section"),
        ("[default]\nregion eu-west-1\n", "Line 2 is not of the form key = value"),
        ("[default]\n[default]\n", "Section [default] comes twice, again on line 2"),
        (
            "[default]\nregion = a\nregion = b\n",
            "Key region comes twice in section [default], again on line 3",
        ),
        (b"[default]\nregion = \xff\n", "is not UTF-8"),
    ],
)
def test_a_broken_file_is_one_problem_that_names_the_place(
    home: Path, config: str | bytes, says: str
) -> None:
    (home / ".aws").mkdir(exist_ok=True)
    file = home / ".aws" / "config"
    file.write_bytes(config if isinstance(config, bytes) else config.encode())
    (problem,) = read_profiles().problems
    text = problem.message.render(gettext.NullTranslations())
    assert says in text
    assert str(file) in text


def test_a_file_that_is_a_folder(home: Path) -> None:
    (home / ".aws" / "config").mkdir(parents=True)
    assert len(read_profiles().problems) == 1


@pytest.mark.parametrize(
    ("config", "name", "says"),
    [
        (SSO.replace("sso_region = us-east-1", ""), "sso", "[sso-session corp]: sso_region"),
        (SSO.replace("sso_role_name = Reader", ""), "sso", "[sso]: sso_role_name"),
        (LEGACY_SSO.replace("sso_start_url", "x"), "sso", "[sso]: sso_start_url"),
        (MFA.replace("source_profile = default", ""), "role", "[role]: source_profile"),
    ],
)
def test_what_is_missing_is_named(
    write_config: Callable[..., None], config: str, name: str, says: str
) -> None:
    write_config(config)
    profile = read_profiles().get(name)
    assert profile is not None
    assert profile.problem is not None
    assert says in profile.problem.message.render(gettext.NullTranslations())


def test_no_secret_is_kept(write_config: Callable[..., None]) -> None:
    write_config(
        "[profile x]\naws_access_key_id = AKIASECRET\naws_secret_access_key = hidden\naws_session_token = t0k\n"
    )
    text = repr(read_profiles())
    assert "AKIA" not in text
    assert "hidden" not in text
    assert "very/secret" not in text
    assert "t0k" not in text


@pytest.mark.parametrize(
    ("hours", "more", "state"),
    [(1, {}, State.VALID), (-1, {}, State.EXPIRED), (-1, {"refreshToken": "r"}, State.RENEWABLE)],
)
def test_the_end_of_a_login_is_seen_before_anybody_asks(
    write_config: Callable[..., None], sso_cache: Path, hours: int, more: dict[str, str], state: State
) -> None:
    write_config(SSO)
    profile = read_profiles().get("sso")
    assert profile is not None
    assert login_of(profile).state is State.MISSING
    end = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    file = sso_cache / f"{hashlib.sha1(b'corp').hexdigest()}.json"
    file.write_text(json.dumps({"expiresAt": end.strftime("%Y-%m-%dT%H:%M:%SUTC"), **more}))
    assert login_of(profile).state is state
    file.write_text("{")
    assert login_of(profile).state is State.UNKNOWN


def test_of_other_profiles_nothing_is_known(write_config: Callable[..., None]) -> None:
    write_config()
    profile = read_profiles().get("default")
    assert profile is not None
    assert login_of(profile).state is State.UNKNOWN


def test_a_login_made_elsewhere_changes_the_stamp(write_config: Callable[..., None], sso_cache: Path) -> None:
    before = stamp()
    write_config(SSO)
    written = stamp()
    (sso_cache / "token.json").write_text("{}")
    assert len({before, written, stamp()}) == 3
    assert stamp() == stamp()
