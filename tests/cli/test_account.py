from __future__ import annotations

import getpass
import sys
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint
from tests.aws.records import image
from tests.cli.conftest import KEYS, Run
from wizard.aws.account import Account
from wizard.cli.account import accounts_of


def test_a_broken_config_file_is_named_with_its_line(run: Run, home: Path) -> None:
    (home / ".aws").mkdir()
    (home / ".aws" / "config").write_text("[default]\nregion eu-west-1\n")
    ran = run("images")
    assert ran.status == 3
    assert "Line 2 is not of the form key = value" in ran.err
    assert str(home / ".aws" / "config") in ran.err


def test_without_a_profile_the_environments_chosen_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".aws").mkdir()
    (home / ".aws" / "config").write_text(
        "[profile work]\nregion = eu-west-1\n[default]\nregion = eu-west-2\n"
    )
    assert [account.profile.name for account in accounts_of([])] == [""]
    assert accounts_of([])[0].profile.region == "eu-west-2"
    monkeypatch.setenv("AWS_PROFILE", "work")
    assert [account.profile.name for account in accounts_of([])] == ["work"]
    assert [account.profile.name for account in accounts_of(["a", "b", "a"])] == ["a", "b"]


@pytest.mark.parametrize("at_a_terminal", [True, False])
def test_a_code_is_asked_for_where_there_is_a_terminal(
    monkeypatch: pytest.MonkeyPatch, at_a_terminal: bool
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: at_a_terminal, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: f"{prompt}123")
    (account,) = accounts_of([])
    assert isinstance(account, Account)
    assert (account._ask_code is not None) is at_a_terminal
    if account._ask_code is not None:
        assert account._ask_code("mfa/jane") == "MFA code of mfa/jane: 123"

        def no_more(prompt: str) -> str:
            raise EOFError

        monkeypatch.setattr(getpass, "getpass", no_more)
        assert account._ask_code("mfa/jane") is None


def test_an_image_that_cannot_be_read(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".aws").mkdir()
    keys = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = x\n"
    (home / ".aws" / "credentials").write_text(keys)
    with Endpoint({"eu-west-1": {"Images": [image(1, Architecture="sparc")]}}).running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        ran = run("check", "--image-id", f"ami-{1:017x}", "--region", "eu-west-1", "--type", "m5.large")
    assert "Architecture: 'sparc'" in ran.refused()


@pytest.mark.parametrize(
    "verb",
    [
        ("images", "--region", "eu-west-1"),
        ("prices", "refresh", "--region", "eu-west-1", "--operation", "RunInstances"),
        ("catalog", "refresh", "--region", "eu-west-1"),
        ("check", "--image-id", f"ami-{1:017x}", "--type", "m5.large", "--region", "eu-west-1"),
    ],
)
def test_the_account_that_is_asked_is_the_one_that_was_named(
    aws: Endpoint, run: Run, home: Path, verb: tuple[str, ...]
) -> None:
    other = KEYS.format("other").replace("1\n", "2\n")
    (home / ".aws" / "credentials").write_text(KEYS.format("default") + other)
    run(*verb)
    assert {call.key for call in aws.calls} == {"AKIAEXAMPLE000000001"}
    aws.calls.clear()
    run(*verb, "--profile", "other")
    assert {call.key for call in aws.calls} == {"AKIAEXAMPLE000000002"}
