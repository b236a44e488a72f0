from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.aws.world import ROLE, SSO
from wizard.aws.accounts import Accounts, profiles_named
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.profiles import CredentialSource
from wizard.model.account.problem import Kind

Write = Callable[..., None]


def test_an_account_is_kept_until_its_files_change(write_config: Write) -> None:
    write_config(ROLE)
    accounts = Accounts()
    role, default = accounts.get("role"), accounts.get("default")
    assert accounts.get("role") is role
    assert accounts.get("default") is default
    write_config(ROLE + "region = eu-west-1\n")
    assert accounts.get("role") is not role
    assert accounts.get("role").profile.region == "eu-west-1"


def test_only_who_signs_in_elsewhere_is_made_anew_by_a_login(write_config: Write, sso_cache: Path) -> None:
    behind = "[profile behind]\nrole_arn = arn:aws:iam::2:role/r\nsource_profile = sso\n"
    round_about = "[profile a]\nrole_arn = arn:aws:iam::2:role/r\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::2:role/r\nsource_profile = a\n"
    write_config(SSO + behind + round_about)
    accounts = Accounts()
    names = ("sso", "behind", "default", "a")
    before = [accounts.get(name) for name in names]
    (sso_cache / "x.json").write_text("{}")
    assert [accounts.get(name) is old for name, old in zip(names, before, strict=True)] == [
        False,
        False,
        True,
        True,
    ]


def test_forgetting_and_an_unfinished_sign_in_begin_anew(write_config: Write) -> None:
    write_config()
    accounts = Accounts()
    first = accounts.get("default")
    accounts.forget("default")
    second = accounts.get("default")
    assert second is not first
    second.unfinished = True
    assert accounts.get("default") is not second


def test_a_code_is_asked_for_by_whoever_asks(write_config: Write) -> None:
    accounts, one, other = Accounts(), Cancel(), Cancel()
    with accounts.asking(one, lambda device: f"one {device}"), accounts.asking(other, lambda _: "other"):
        for cancel, code in ((one, "one mfa"), (other, "other"), (Cancel(), None)):
            with cancel.current():
                assert accounts._ask_code("mfa") == code
        one.cancel()
        with one.current(), pytest.raises(Cancelled):
            accounts._ask_code("mfa")
    with other.current():
        assert accounts._ask_code("mfa") is None


def test_a_window_that_is_gone_gives_no_code() -> None:
    accounts, cancel = Accounts(), Cancel()

    def gone(_device: str) -> str:
        raise RuntimeError("Internal C++ object already deleted")

    with accounts.asking(cancel, gone), cancel.current():
        assert accounts._ask_code("mfa") is None


def test_a_broken_file_is_the_problem_of_every_profile(write_config: Write) -> None:
    write_config("[default]\nregion eu\n")
    (profile,) = profiles_named(["default"])
    assert profile.problem is not None
    assert (profile.source, profile.problem.kind) == (CredentialSource.NOTHING, Kind.CONFIG)
