"""Takes credentials out of a raw text before anybody sees it."""

from __future__ import annotations

import re

_LONGEST = 4000
_READ = 65_536
_MASK = "…"
_SECRETS = (
    # A header or a JSON key with what it carries.
    re.compile(
        r"(?i)(x-amz-security-token|authorization|x-amz-sso_bearer_token|secretaccesskey|sessiontoken|"
        r"accesstoken|refreshtoken|clientsecret|aws_secret_access_key|aws_session_token|tokencode|signature|"
        r"password|passwd)"
        r"(['\"]?\s*[:=]\s*['\"]?(?:(?:aws4-hmac-sha256|basic|bearer|digest|negotiate)\s+)?)[^\s,;&'\"<>}]+"
    ),
    # The same as an XML element.
    re.compile(
        r"(?i)(<(?:secretaccesskey|sessiontoken|accesstoken|refreshtoken|clientsecret|password)>)()[^<]*"
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
    """The text with everything that looks like a credential masked, then clipped."""
    if len(text) > _READ:
        # A secret that the cut goes through would no longer look like one.
        text = re.sub(r"\S*\Z", "", text[:_READ])
    for pattern in _SECRETS:
        text = pattern.sub(rf"\1\2{_MASK}", text)
    return text[:_LONGEST]
