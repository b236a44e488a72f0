"""Takes credentials out of a raw text before anybody sees it."""

from __future__ import annotations

import re

_LONGEST = 4000
_MASK = "…"
_SECRETS = (
    # A header or a JSON key with what it carries.
    re.compile(
        r"(?i)(x-amz-security-token|authorization|x-amz-sso_bearer_token|secretaccesskey|sessiontoken|"
        r"accesstoken|refreshtoken|clientsecret|aws_secret_access_key|aws_session_token|tokencode|signature)"
        r"(['\"]?\s*[:=]\s*['\"]?)[^\s,;&'\"<>}]+"
    ),
    re.compile(r"()()\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,}\b"),
    re.compile(r"()()[A-Za-z0-9+/=]{40,}"),
    re.compile(r"()()[A-Za-z0-9_.=-]{60,}"),
    # A proxy's address may carry a password.
    re.compile(r"(://)()[^/\s@]+(?=@)"),
    # Codes of MFA devices are six digits that stand alone.
    re.compile(r"()()(?<![\w.:/-])\d{6}(?![\w.:/-])"),
)


def scrub(text: str) -> str:
    """The text, clipped, with everything that looks like a credential masked."""
    text = text[:_LONGEST]
    for pattern in _SECRETS:
        text = pattern.sub(rf"\1\2{_MASK}", text)
    return text
