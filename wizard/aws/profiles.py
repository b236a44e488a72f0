"""The profiles of the AWS config and credentials files, as far as they can be known without asking."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from wizard.aws.config_file import Section, read_sections
from wizard.model.account.problem import Kind, Problem
from wizard.model.frozen import frozen
from wizard.model.message import Message

_EMPTY: Section = {}


class CredentialSource(StrEnum):
    """Where a profile's credentials come from."""

    KEYS = "keys"
    SSO = "sso"
    ASSUME_ROLE = "assume-role"
    WEB_IDENTITY = "web-identity"
    PROCESS = "process"
    LOGIN = "login"
    ENVIRONMENT = "environment"
    NOTHING = "nothing"


@frozen
class Profile:
    """name: as in the files; empty for the credentials of the environment.

    region: where it works; sso_region: where one signs in, which may be another. account_id and
    role: where the files say so. source_profile: the one whose credentials assume the role.
    problem: what is wrong with it, as far as the files show it.
    """

    name: str
    source: CredentialSource
    region: str | None = None
    account_id: str | None = None
    role: str | None = None
    sso_session: str | None = None
    sso_start_url: str | None = None
    sso_region: str | None = None
    source_profile: str | None = None
    mfa_serial: str | None = None
    problem: Problem | None = None


@frozen
class Profiles:
    """All profiles, by name, and what is wrong with the files themselves.

    chosen: the name that the environment names, or the one that counts if nobody names any.
    """

    profiles: tuple[Profile, ...]
    problems: tuple[Problem, ...]
    chosen: str

    def get(self, name: str) -> Profile | None:
        """The profile of this name; None if there is none."""
        return next((profile for profile in self.profiles if profile.name == name), None)


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the config file is, or would be."""
    return _in_home(environment.get("AWS_CONFIG_FILE") or "~/.aws/config")


def credentials_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the credentials file is, or would be."""
    return _in_home(environment.get("AWS_SHARED_CREDENTIALS_FILE") or "~/.aws/credentials")


def aws_folder() -> Path:
    """Where the AWS tools keep their files."""
    return _in_home("~/.aws")


def _in_home(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        # No HOME and no entry in the table of users, as in many containers: there is no such file.
        return Path(os.devnull) / path


def read_profiles(environment: Mapping[str, str] = os.environ) -> Profiles:
    """What the files and the environment say now. A broken file is a problem, not an exception."""
    config, credentials = config_path(environment), credentials_path(environment)
    problems: list[Problem] = []
    profiles, sessions = _config_sections(read_sections(config, problems))
    keys = read_sections(credentials, problems)
    reader = _Reader(config, credentials, profiles, keys, sessions)
    found = [reader.profile(name) for name in sorted({*profiles, *keys})]
    if environment.get("AWS_ACCESS_KEY_ID"):
        region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
        found.insert(0, Profile("", CredentialSource.ENVIRONMENT, region=region))
    named = environment.get("AWS_PROFILE") or environment.get("AWS_DEFAULT_PROFILE")
    chosen = "" if environment.get("AWS_ACCESS_KEY_ID") else named or "default"
    return Profiles(tuple(found), tuple(problems), chosen)


def profiles_named(names: Sequence[str]) -> list[Profile]:
    """The profiles of these names, each once; that of the environment if none is named.

    A name that no file has is no refusal yet: asking says what is wrong with it.
    """
    known = read_profiles()
    found = []
    for name in dict.fromkeys(names or [known.chosen]):
        profile = known.get(name) or Profile(name, CredentialSource.NOTHING)
        if not names and name == "default" and profile.source is CredentialSource.NOTHING:
            # Nobody named it: what the environment may have beside keys, a container's login for one.
            profile = Profile("", CredentialSource.NOTHING, region=profile.region)
        if known.problems and profile.problem is None:
            # botocore reads the whole file or nothing of it.
            profile = Profile(name, CredentialSource.NOTHING, problem=known.problems[0])
        found.append(profile)
    return found


def _config_sections(sections: Mapping[str, Section]) -> tuple[dict[str, Section], dict[str, Section]]:
    """Profiles and SSO sessions by name."""
    profiles: dict[str, Section] = {}
    sessions: dict[str, Section] = {}
    for title, section in sections.items():
        word, _, name = title.strip().partition(" ")
        name = name.strip().strip("\"'")
        if title == "default":
            profiles[title] = section
        elif word == "profile" and name:
            profiles[name] = section
        elif word == "sso-session" and name:
            sessions[name] = section
    return profiles, sessions


@frozen
class _Reader:
    config: Path
    credentials: Path
    profiles: Mapping[str, Section]
    keys: Mapping[str, Section]
    sessions: Mapping[str, Section]

    def profile(self, name: str) -> Profile:
        says = {**self.profiles.get(name, _EMPTY), **self.keys.get(name, _EMPTY)}
        session = self.sessions.get(says.get("sso_session", ""), _EMPTY)
        sso = {**says, **session}
        role_arn = says.get("role_arn", "")
        return Profile(
            name=name,
            source=_source(says),
            region=says.get("region"),
            account_id=says.get("sso_account_id") or _account_of(role_arn),
            role=says.get("sso_role_name") or role_arn.rpartition("/")[2] or None,
            sso_session=says.get("sso_session"),
            sso_start_url=sso.get("sso_start_url"),
            sso_region=sso.get("sso_region"),
            source_profile=says.get("source_profile"),
            mfa_serial=says.get("mfa_serial"),
            problem=next(self.problems(name, says), None),
        )

    def problems(self, name: str, says: Section) -> Iterator[Problem]:
        source = _source(says)
        if source is CredentialSource.SSO:
            yield from self.sso_problems(name, says)
        elif source is CredentialSource.ASSUME_ROLE:
            other = says.get("source_profile")
            if other is None and "credential_source" not in says:
                yield self.missing(self.config, name, "source_profile")
            elif other is not None and other not in self.profiles and other not in self.keys:
                expected = Message("the name of a profile, which {name} is not", {"name": repr(other)})
                yield self.wrong(self.config, name, "source_profile", expected)
        elif source is CredentialSource.KEYS:
            file = self.credentials if name in self.keys else self.config
            for key in ("aws_access_key_id", "aws_secret_access_key"):
                if not says.get(key):
                    yield self.missing(file, name, key)

    def sso_problems(self, name: str, says: Section) -> Iterator[Problem]:
        session = says.get("sso_session")
        if session is not None and session not in self.sessions:
            expected = Message(
                "a section {section}, which there is not", {"section": f"[sso-session {session}]"}
            )
            yield self.wrong(self.config, name, "sso_session", expected)
            return
        for key in ("sso_start_url", "sso_region"):
            if not (says.get(key) or self.sessions.get(session or "", _EMPTY).get(key)):
                yield self.missing(self.config, f"sso-session {session}" if session else name, key)
        for key in ("sso_account_id", "sso_role_name"):
            if not says.get(key):
                yield self.missing(self.config, name, key)

    def missing(self, file: Path, name: str, key: str) -> Problem:
        return self.wrong(file, name, key, Message("a value, and there is none"))

    def wrong(self, file: Path, name: str, key: str, expected: Message) -> Problem:
        values = {"file": file, "section": f"[{name}]", "key": key, "expected": expected, "profile": name}
        return Problem(
            Kind.CONFIG,
            Message("The profile {profile} cannot be used.", values),
            Message("{file}: {section}: {key}: expected {expected}.", values),
            Message("Correct the file in an editor; it is read again by itself."),
        )


def _source(says: Section) -> CredentialSource:
    """In the order in which botocore looks."""
    if "role_arn" in says:
        return (
            CredentialSource.WEB_IDENTITY
            if "web_identity_token_file" in says
            else CredentialSource.ASSUME_ROLE
        )
    if "sso_session" in says or "sso_start_url" in says or "sso_account_id" in says:
        return CredentialSource.SSO
    if "aws_access_key_id" in says or "aws_secret_access_key" in says:
        return CredentialSource.KEYS
    if "login_session" in says:
        return CredentialSource.LOGIN
    return CredentialSource.PROCESS if "credential_process" in says else CredentialSource.NOTHING


def _account_of(arn: str) -> str | None:
    parts = arn.split(":")
    return parts[4] if len(parts) > 5 and parts[4].isdigit() else None
