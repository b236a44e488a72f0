"""Problems with the login, in words: what to do depends on where a profile's credentials come from."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from wizard.aws.profiles import CredentialSource, Profile
from wizard.model.account.problem import Kind, Problem
from wizard.model.frozen import replace
from wizard.model.message import Message


def command(word: str, profile: Profile) -> str:
    """An AWS CLI command for a profile, to be pasted into a shell."""
    words = ["aws", *word.split()]
    if profile.name.startswith("-"):
        # Behind a space it would be another option.
        words.append(f"--profile={profile.name}")
    elif profile.name:
        words += ["--profile", profile.name]
    return shlex.join(words)


def named(profile: Profile) -> object:
    """What to call a profile in a text."""
    return profile.name or (
        Message("of the environment")
        if profile.source is CredentialSource.ENVIRONMENT
        else Message("default")
    )


_LOG_IN_AGAIN = Message("Log in again; this profile is then asked again by itself.")
_ENDED: Mapping[CredentialSource, tuple[Message, Message, str | None]] = {
    CredentialSource.SSO: (
        Message("IAM Identity Center logins end after some hours."),
        _LOG_IN_AGAIN,
        "sso login",
    ),
    CredentialSource.LOGIN: (
        Message("Logins with a browser end after some hours."),
        _LOG_IN_AGAIN,
        "login",
    ),
    CredentialSource.ENVIRONMENT: (
        Message("AWS_SESSION_TOKEN and its keys were set before this program was started."),
        Message("Get new ones, and start the program again from the shell that has them."),
        None,
    ),
    CredentialSource.PROCESS: (
        Message("The program of credential_process gave credentials that AWS does not take."),
        Message("Log in with the tool that this program belongs to, and ask again."),
        None,
    ),
}
_KEYS_ENDED = (
    Message("The keys in the files are temporary ones that have ended, or no longer exist."),
    Message("Put in keys that are valid, or log in with the tool that wrote them."),
    "configure",
)
"""Why a login ends, what to do, and with which command of the AWS CLI."""


def expired(profile: Profile, details: str = "") -> Problem:
    """There was a login, and it is over or was never good."""
    values = {"profile": named(profile)}
    problem = Message("The login of profile {profile} has expired or is not valid.", values)
    if profile.source is CredentialSource.ASSUME_ROLE and profile.mfa_serial:
        step = Message(
            "Ask again, and give a new code of the MFA device {device}.", {"device": profile.mfa_serial}
        )
        return Problem(Kind.MFA, problem, Message("The session of the role has ended."), step, None, details)
    cause, step, verb = _ENDED.get(profile.source, _KEYS_ENDED)
    return Problem(Kind.LOGIN, problem, cause, step, command(verb, profile) if verb else None, details)


def missing(profile: Profile, details: str = "") -> Problem:
    """Nobody has logged in, or there is nothing to log in with."""
    values = {"profile": named(profile)}
    if profile.source in (CredentialSource.SSO, CredentialSource.LOGIN):
        return Problem(
            Kind.LOGIN,
            Message("Nobody is logged in with profile {profile}.", values),
            Message("There is no login in the folder where the AWS tools keep it."),
            Message("Log in; this profile is then asked by itself."),
            command("sso login" if profile.source is CredentialSource.SSO else "login", profile),
            details,
        )
    return Problem(
        Kind.LOGIN,
        Message("There are no credentials for profile {profile}.", values),
        Message("Neither the config file nor the credentials file nor the environment has any."),
        Message("Set up single sign-on, or put in keys."),
        command("configure sso", profile),
        details,
    )


def code_due(profile: Profile, device: str) -> Problem:
    """A role wants an MFA code, and nobody gave one."""
    return Problem(
        Kind.MFA,
        Message("Profile {profile} needs an MFA code.", {"profile": named(profile)}),
        Message("Its role is given only with a code of the device {device}.", {"device": device}),
        Message("Ask again from the window, and give the code that the device shows."),
    )


def code_denied(profile: Profile, details: str) -> Problem:
    """AWS did not take the code."""
    return Problem(
        Kind.MFA,
        Message("AWS did not take the MFA code for profile {profile}.", {"profile": named(profile)}),
        Message("It was mistyped, used before or too old, or this computer's clock is wrong."),
        Message("Wait for the device's next code, ask again, and give that one."),
        None,
        details,
    )


def broken_process(profile: Profile, cause: Message, details: str) -> Problem:
    """A credential_process that gives no credentials."""
    return Problem(
        Kind.LOGIN,
        Message(
            "The credential_process of profile {profile} gave no credentials.", {"profile": named(profile)}
        ),
        cause,
        Message("Run the command in a terminal, correct what it says, and ask again."),
        None,
        details,
    )


def unsupported_login(profile: Profile, details: str) -> Problem:
    """A login whose keys need a library that is not there."""
    return Problem(
        Kind.CONFIG,
        Message("The login of profile {profile} cannot be used here.", {"profile": named(profile)}),
        Message("Logins by `aws login` are signed with a library that is not installed."),
        Message(
            "Add a profile whose credential_process is the command below, and use that one.",
        ),
        command("configure export-credentials --format process", profile),
        details,
    )


def wrong_keys(profile: Profile, details: str) -> Problem:
    """Keys that AWS has never heard of, or a secret that does not belong to them."""
    return Problem(
        Kind.LOGIN,
        Message("AWS does not know the keys of profile {profile}.", {"profile": named(profile)}),
        Message("They were deleted or mistyped, or belong to another partition, such as China or GovCloud."),
        Message("Put in keys that are valid, and ask again."),
        command("configure", profile),
        details,
    )


def blocked(details: str) -> Problem:
    """An account with which nobody may do anything."""
    return Problem(
        Kind.LOGIN,
        Message("AWS has blocked this account for now."),
        Message("It is being verified, or it was suspended."),
        Message("Read the mail from AWS, or ask AWS Support; then ask again."),
        None,
        details,
    )


def behind(profile: Profile, source: CredentialSource) -> Profile:
    """The profile to log in with: for a role, the one whose credentials assume it."""
    if profile.source is source or profile.source_profile is None:
        return replace(profile, source=source)
    return replace(profile, name=profile.source_profile, source=source)
