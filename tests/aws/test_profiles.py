from __future__ import annotations

import datetime
import gettext
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.aws.world import LEGACY_SSO, MFA, PROCESS, SSO
from wizard.aws.login import Login, State, login_of, stamp
from wizard.aws.profiles import (
    CredentialSource,
    config_path,
    credentials_path,
    profiles_named,
    read_profiles,
)

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
    for damaged in ("{", "[" * 100_000, '{"expiresAt": 5}', "[]"):
        file.write_text(damaged)
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


@pytest.mark.parametrize("title", ["[services corp]", "[sso-session]", "[profile corp]"])
def test_another_section_is_no_session(write_config: Callable[..., None], title: str) -> None:
    write_config(SSO.replace("[sso-session corp]", title))
    profile = read_profiles().get("sso")
    assert profile is not None
    assert profile.problem is not None
    said = profile.problem.message.render(gettext.NullTranslations())
    assert "[sso]: sso_session: expected a section [sso-session corp], which there is not" in said
    assert not {"services", "sso-session"} & {each.name for each in read_profiles().profiles}


def test_without_a_home_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nobody)
    assert config_path({}) == Path(os.devnull) / "~/.aws/config"
    assert credentials_path({}) == Path(os.devnull) / "~/.aws/credentials"
    assert read_profiles({}).profiles == ()


@pytest.mark.parametrize(
    ("says", "source"),
    [
        ("role_arn = a\nweb_identity_token_file = t\nsso_session = s", CredentialSource.WEB_IDENTITY),
        ("role_arn = a\nsource_profile = default\naws_access_key_id = k", CredentialSource.ASSUME_ROLE),
        ("sso_session = s\naws_access_key_id = k", CredentialSource.SSO),
        ("sso_start_url = s", CredentialSource.SSO),
        ("sso_account_id = 1", CredentialSource.SSO),
        ("aws_access_key_id = k\ncredential_process = p", CredentialSource.KEYS),
        ("aws_secret_access_key = k", CredentialSource.KEYS),
        ("login_session = l\ncredential_process = p", CredentialSource.LOGIN),
        ("credential_process = p", CredentialSource.PROCESS),
        ("region = eu-west-1", CredentialSource.NOTHING),
    ],
)
def test_the_source_of_credentials_is_the_first_that_botocore_takes(
    write_config: Callable[..., None], says: str, source: CredentialSource
) -> None:
    write_config(f"[profile x]\n{says}\n")
    profile = read_profiles().get("x")
    assert profile is not None
    assert profile.source is source


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("role_arn = arn:aws:iam::1:role/R\ncredential_source = Environment", None),
        ("role_arn = arn:aws:iam::1:role/R\nsource_profile = default", None),
        ("role_arn = arn:aws:iam::1:role/R", "[x]: source_profile: expected a value, and there is none"),
        (
            "role_arn = arn:aws:iam::1:role/R\nsource_profile = lost",
            "[x]: source_profile: expected the name of a profile, which 'lost' is not",
        ),
        ("aws_access_key_id = k", "[x]: aws_secret_access_key: expected a value"),
        ("aws_secret_access_key = k", "[x]: aws_access_key_id: expected a value"),
        ("sso_account_id = 1\nsso_role_name = R", "[x]: sso_start_url: expected a value"),
    ],
)
def test_what_keeps_a_profile_from_its_credentials(
    write_config: Callable[..., None], says: str, expected: str | None
) -> None:
    write_config(f"[profile x]\n{says}\n")
    profile = read_profiles().get("x")
    assert profile is not None
    said = profile.problem and profile.problem.message.render(gettext.NullTranslations())
    assert (expected in said) if said and expected else said is expected


@pytest.mark.parametrize(
    ("arn", "account"),
    [
        ("arn:aws:iam::210987654321:role/a/Reader", "210987654321"),
        ("arn:aws:iam::x:role/Reader", None),
        ("odd/Reader", None),
    ],
)
def test_the_account_of_a_role_stands_in_its_name(
    write_config: Callable[..., None], arn: str, account: str | None
) -> None:
    write_config(f"[profile x]\nrole_arn = {arn}\nsource_profile = default\n")
    profile = read_profiles().get("x")
    assert profile is not None
    assert (profile.account_id, profile.role) == (account, "Reader")


@pytest.mark.parametrize("says", ["sso_account_id = 1", "region = eu-west-1"])
def test_of_a_login_that_no_file_can_hold_nothing_is_known(
    write_config: Callable[..., None], sso_cache: Path, says: str
) -> None:
    write_config(f"[profile x]\n{says}\n")
    profile = read_profiles().get("x")
    assert profile is not None
    assert login_of(profile).state is State.UNKNOWN


def test_a_login_by_address_ends_when_its_file_says(
    write_config: Callable[..., None], sso_cache: Path
) -> None:
    write_config(LEGACY_SSO)
    profile = read_profiles().get("sso")
    assert profile is not None
    end = datetime.datetime(2026, 11, 29, 12, tzinfo=datetime.UTC)
    file = sso_cache / f"{hashlib.sha1(b'https://corp.awsapps.com/start').hexdigest()}.json"
    file.write_text(json.dumps({"expiresAt": "2026-11-29T12:00:00"}))
    second = datetime.timedelta(seconds=1)
    assert login_of(profile, end - second) == Login(State.VALID, end)
    assert login_of(profile, end) == Login(State.EXPIRED, end)


def test_the_environment_s_profile_and_region_in_their_older_names(write_config: Callable[..., None]) -> None:
    write_config("[profile old]\nregion = eu-west-1\n")
    assert read_profiles({"AWS_DEFAULT_PROFILE": "old"}).chosen == "old"
    assert read_profiles({"AWS_DEFAULT_PROFILE": "old", "AWS_PROFILE": "new"}).chosen == "new"
    keyed = read_profiles({"AWS_ACCESS_KEY_ID": "AKIA", "AWS_DEFAULT_REGION": "eu-west-2"})
    assert keyed.profiles[0].region == "eu-west-2"


def test_profiles_by_name_each_once(write_config: Callable[..., None]) -> None:
    write_config("[profile a]\nregion = eu-west-1\n")
    assert [each.name for each in profiles_named(["a", "b", "a"])] == ["a", "b"]
    assert [each.source for each in profiles_named(["b"])] == [CredentialSource.NOTHING]
    assert [each.name for each in profiles_named([])] == ["default"]


def test_who_has_no_profile_at_all_is_asked_for_what_the_environment_has(home: Path) -> None:
    assert [(each.name, each.source) for each in profiles_named([])] == [("", CredentialSource.NOTHING)]
    assert [each.name for each in profiles_named(["default"])] == ["default"]


def test_a_broken_file_is_every_profile_s_problem(home: Path) -> None:
    (home / ".aws").mkdir(exist_ok=True)
    (home / ".aws" / "config").write_text("region = eu-west-1\n")
    (profile,) = profiles_named(["a"])
    assert profile.problem is not None
    assert "Line 1" in profile.problem.message.render(gettext.NullTranslations())
