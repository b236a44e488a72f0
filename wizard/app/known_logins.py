"""The profiles to choose from, with what is known of each login before anybody asks AWS."""

from __future__ import annotations

import datetime

from wizard.aws.login import State, login_of
from wizard.aws.profiles import CredentialSource, Profile, Profiles, read_profiles
from wizard.gui.aws_service import KnownLogin
from wizard.model.message import Message

_WORDS = {
    CredentialSource.KEYS: Message("Keys in the file"),
    CredentialSource.ENVIRONMENT: Message("Keys in the environment"),
    CredentialSource.PROCESS: Message("A program gives the keys"),
    CredentialSource.WEB_IDENTITY: Message("A token file stands for the login"),
    CredentialSource.LOGIN: Message("Logs in with a browser"),
    CredentialSource.NOTHING: Message("No credentials"),
}
_WORST = 9
# What will most likely answer stands before what will not.
_RANKS = {
    State.VALID: 0,
    State.RENEWABLE: 1,
    State.UNKNOWN: 2,
    State.EXPIRED: 3,
    State.MISSING: 4,
}


def known_logins(now: datetime.datetime | None = None) -> list[KnownLogin]:
    """The chosen profile first, then those that are the likeliest to answer.

    Where the files themselves are broken, every profile has their problem: botocore reads the whole
    file or nothing of it.
    """
    known = read_profiles()
    moment = now or datetime.datetime.now(datetime.UTC)
    broken = known.problems[0] if known.problems else None
    found = []
    for profile in known.profiles:
        rank, state = _state(profile, known, moment)
        problem = profile.problem or broken
        login = KnownLogin(
            profile.name,
            profile.account_id,
            profile.role,
            profile.region,
            Message("Cannot be used") if problem else state,
            problem,
        )
        place = (profile.name != known.chosen, _WORST if problem else rank, profile.name)
        found.append((place, login))
    if broken and not found:
        return [KnownLogin(known.chosen, state=Message("Cannot be used"), problem=broken)]
    return [login for _, login in sorted(found, key=lambda each: each[0])]


def _state(profile: Profile, known: Profiles, now: datetime.datetime) -> tuple[int, Message]:
    """How far down it stands, and what to say of its login."""
    if profile.source is CredentialSource.ASSUME_ROLE:
        behind = known.get(profile.source_profile or "")
        if behind is not None and behind.source is CredentialSource.SSO:
            return _single_sign_on(behind, now)
        if profile.mfa_serial:
            return _RANKS[State.UNKNOWN], Message("Asks for an MFA code")
        if behind is not None:
            return _RANKS[State.UNKNOWN], Message("Role by way of {profile}", {"profile": behind.name})
        return _RANKS[State.UNKNOWN], Message("Role of this computer")
    if profile.source is CredentialSource.SSO:
        return _single_sign_on(profile, now)
    rank = _WORST - 1 if profile.source is CredentialSource.NOTHING else _RANKS[State.UNKNOWN]
    return rank, _WORDS[profile.source]


def _single_sign_on(profile: Profile, now: datetime.datetime) -> tuple[int, Message]:
    login = login_of(profile, now)
    match login.state:
        case State.VALID if login.expires is not None:
            said = Message("Logged in until {time}", {"time": clock(login.expires, now)})
        case State.RENEWABLE:
            said = Message("The login renews itself")
        case State.EXPIRED:
            said = Message("Login ended")
        case State.MISSING:
            said = Message("Not logged in")
        case _:
            said = Message("Single sign-on")
    return _RANKS[login.state], said


def clock(moment: datetime.datetime, now: datetime.datetime) -> str:
    """The time of day here, with the date where it is not today's."""
    here = moment.astimezone()
    return f"{here:%H:%M}" if here.date() == now.astimezone().date() else f"{here:%Y-%m-%d %H:%M}"
