from __future__ import annotations

import gettext

import pytest

from wizard.aws.faults import login_faults
from wizard.aws.profiles import CredentialSource, Profile
from wizard.model.account.problem import Kind


@pytest.mark.parametrize(
    ("profile", "kind", "command", "says"),
    [
        (
            Profile("a b", CredentialSource.SSO),
            Kind.LOGIN,
            "aws sso login --profile 'a b'",
            "Identity Center",
        ),
        (Profile("x", CredentialSource.LOGIN), Kind.LOGIN, "aws login --profile x", "browser"),
        (Profile("--debug", CredentialSource.LOGIN), Kind.LOGIN, "aws login --profile=--debug", "browser"),
        (Profile("", CredentialSource.ENVIRONMENT), Kind.LOGIN, None, "AWS_SESSION_TOKEN"),
        (Profile("x", CredentialSource.PROCESS), Kind.LOGIN, None, "credential_process"),
        (Profile("x", CredentialSource.ASSUME_ROLE, mfa_serial="arn:mfa"), Kind.MFA, None, "arn:mfa"),
        (Profile("x", CredentialSource.ASSUME_ROLE), Kind.LOGIN, "aws configure --profile x", "keys"),
        (Profile("x", CredentialSource.KEYS), Kind.LOGIN, "aws configure --profile x", "keys"),
    ],
)
def test_what_helps_depends_on_where_the_credentials_come_from(
    profile: Profile, kind: Kind, command: str | None, says: str
) -> None:
    problem = login_faults.expired(profile)
    assert (problem.kind, problem.command) == (kind, command)
    assert says in problem.message.render(gettext.NullTranslations())


def test_nobody_logged_in() -> None:
    assert login_faults.missing(Profile("x", CredentialSource.LOGIN)).command == "aws login --profile x"
    assert login_faults.missing(Profile("", CredentialSource.NOTHING)).command == "aws configure sso"


def test_a_login_that_needs_a_library() -> None:
    problem = login_faults.unsupported_login(Profile("x", CredentialSource.LOGIN), "")
    assert problem.command == "aws configure export-credentials --format process --profile x"


def test_what_a_profile_is_called() -> None:
    nothing = gettext.NullTranslations()
    texts = [
        login_faults.code_due(Profile(*arguments), "d").problem.render(nothing)
        for arguments in (
            ("x", CredentialSource.KEYS),
            ("", CredentialSource.ENVIRONMENT),
            ("", CredentialSource.NOTHING),
        )
    ]
    assert texts == [
        "Profile x needs an MFA code.",
        "Profile of the environment needs an MFA code.",
        "Profile default needs an MFA code.",
    ]
