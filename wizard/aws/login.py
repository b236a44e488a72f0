"""Whether one is logged in, as far as files show it, and whether somebody logged in elsewhere."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from wizard.aws.profiles import CredentialSource, Profile, aws_folder, config_path, credentials_path
from wizard.model.frozen import frozen


class State(StrEnum):
    """What is known of a login before anybody asks AWS."""

    VALID = "valid"
    RENEWABLE = "renewable"
    EXPIRED = "expired"
    MISSING = "missing"
    UNKNOWN = "unknown"


@frozen
class Login:
    """RENEWABLE: expired, but it renews itself without the person. expires: when it ends or ended."""

    state: State
    expires: datetime.datetime | None = None


def login_of(profile: Profile, now: datetime.datetime | None = None) -> Login:
    """The state of an SSO profile's login; UNKNOWN for a profile of another kind.

    Of the cached login only the time of its end is looked at.
    """
    if profile.source is not CredentialSource.SSO or not (profile.sso_session or profile.sso_start_url):
        return Login(State.UNKNOWN)
    key = profile.sso_session or profile.sso_start_url or ""
    name = hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()
    try:
        cached = json.loads((_sso_cache() / f"{name}.json").read_text(encoding="utf-8"))
        expires = datetime.datetime.fromisoformat(cached["expiresAt"].replace("UTC", "+00:00"))
    except FileNotFoundError:
        return Login(State.MISSING)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Login(State.UNKNOWN)
    if expires.tzinfo is None:
        expires = expires.replace(tzinfo=datetime.UTC)
    if expires > (now or datetime.datetime.now(datetime.UTC)):
        return Login(State.VALID, expires)
    return Login(State.RENEWABLE if cached.get("refreshToken") else State.EXPIRED, expires)


Stamp = tuple[tuple[str, int, int], ...]
"""Name, time and size of files: differs from an earlier one if any of them changed."""


def stamp(environment: Mapping[str, str] = os.environ) -> Stamp:
    """Of everything that changes when somebody logs in or edits a profile."""
    return keys_stamp(environment) + logins_stamp()


def keys_stamp(environment: Mapping[str, str] = os.environ) -> Stamp:
    """Of the files that hold profiles and keys."""
    return _stamp(config_path(environment), credentials_path(environment))


def logins_stamp() -> Stamp:
    """Of the folders where the AWS tools keep logins."""
    home = aws_folder()
    return _stamp(_sso_cache(), home / "login" / "cache", home / "cli" / "cache")


def _stamp(*watched: Path) -> Stamp:
    found = []
    for path in watched:
        for file in (path, *sorted(path.glob("*.json"))):
            try:
                status = file.stat()
            except OSError:
                continue
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(found)


def _sso_cache() -> Path:
    return aws_folder() / "sso" / "cache"
