"""An error that may have spoken, and whether it is meant by so few words or by a code."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wizard.model.errors.known_error import KnownError
from wizard.model.errors.seen import Seen
from wizard.model.frozen import frozen

# A sentence of fewer letters may be about something else.
SHORT = 36
# What SDKs hang on a code when they make a class of it.
_SUFFIX = re.compile(r"(?:exception|error|fault)$")


@frozen
class Speech:
    """An error that may have spoken. own: by a sentence of its own, not by one of its rule."""

    error: KnownError
    weight: int
    values: Mapping[str, str]
    own: bool = True


def names_of(code: str) -> tuple[str, str]:
    """The code as every tool writes it, and without the side that is at fault.

    InvalidAMIID.NotFound and InvalidAMIIDNotFoundException are one.
    """
    side, _, rest = code.partition(".")
    bare = rest if side in ("Client", "Server") else code
    return _SUFFIX.sub("", code.replace(".", "").lower()), _SUFFIX.sub("", bare.replace(".", "").lower())


def may_be(error: KnownError, weight: int, seen: Seen) -> bool:
    """Whether so few words may be this error's when another service spoke."""
    if weight >= SHORT:
        return True
    return not seen.foreign and (not seen.services or _is_of(error, seen))


def is_meant(error: KnownError, code: str, seen: Seen) -> bool:
    """Whether the code is this error's here."""
    if any(names_of(own)[0] in names_of(code) for own in error.codes):
        return True
    return bool(seen.services) and _is_of(error, seen)


def _is_of(error: KnownError, seen: Seen) -> bool:
    """Whether one of the services that were seen gives this error; one without services is anybody's."""
    return not error.services or any(service.id in error.services for service in seen.services)
