"""What AWS itself answers instead of what was asked for, in words."""

from __future__ import annotations

import re

from wizard.aws.faults import login_faults, network_faults
from wizard.aws.profiles import Profile
from wizard.model.account.problem import Kind, Problem
from wizard.model.frozen import frozen
from wizard.model.message import Message

_THROTTLED = frozenset(
    {
        "EC2ThrottledException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
    }
)
_UNAVAILABLE = frozenset(
    {"InternalError", "InternalFailure", "InternalServerError", "ServiceUnavailable", "Unavailable"}
)
_EXPIRED = frozenset(
    {
        "ExpiredToken",
        "ExpiredTokenException",
        "InvalidGrantException",
        "TokenRefreshRequired",
        "UnauthorizedException",
    }
)
_UNKNOWN_KEYS = frozenset(
    {"AuthFailure", "InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"}
)
_DENIED = frozenset(
    {
        "AccessDenied",
        "AccessDeniedException",
        "ForbiddenException",
        "UnauthorizedAccess",
        "UnauthorizedOperation",
    }
)
_CLOCK = frozenset({"RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"})
_SIGNATURE = frozenset({"InvalidSignatureException", "SignatureDoesNotMatch"})
_NOT_ENABLED = frozenset({"OptInRequired", "RegionDisabledException"})
_NO_IMAGE = frozenset({"InvalidAMIID.Malformed", "InvalidAMIID.NotFound", "InvalidAMIID.Unavailable"})
_NOT_OFFERED = frozenset({"InvalidAction", "UnknownOperationException", "UnsupportedOperation"})
_RIGHT = re.compile(r"not authorized to perform:? ([a-z0-9-]{1,40}:[A-Za-z]{1,80})")


@frozen
class Answer:
    """An error as AWS sent it. right: the IAM action that was needed; message: scrubbed.

    other_time: whether it was sent at another time than this computer's clock shows.
    """

    code: str
    message: str
    status: int
    right: str
    other_time: bool = False

    @property
    def details(self) -> str:
        return f"{self.right}: {self.code} ({self.status}): {self.message}"


def explain(answer: Answer, profile: Profile, region: str, proven: bool) -> Problem:
    """The problem behind an error. proven: the same credentials were good elsewhere."""
    found = _sign_in(answer, profile, region, proven) or _request(answer, profile, region)
    return found or Problem(
        Kind.OTHER,
        Message("AWS refused the question: {code}.", {"code": answer.code}),
        Message("{text}", {"text": answer.message or answer.code}),
        Message("Look the code up in the EC2 API's list of errors, and ask again."),
        None,
        answer.details,
    )


def _sign_in(answer: Answer, profile: Profile, region: str, proven: bool) -> Problem | None:
    """The problems of who asks, and when."""
    code, text = answer.code, answer.message.casefold()
    late = "expired" in text or "not yet current" in text
    if (
        code in _CLOCK
        or (code in _SIGNATURE and late)
        or (code in _UNKNOWN_KEYS | _SIGNATURE and answer.other_time)
    ):
        return network_faults.clock(answer.details)
    if "multifactorauthentication failed" in text:
        return login_faults.code_denied(profile, answer.details)
    if code in _NOT_ENABLED or (code in _UNKNOWN_KEYS and proven):
        return _not_enabled(answer, region)
    if code in _EXPIRED:
        return login_faults.expired(profile, answer.details)
    if code in _UNKNOWN_KEYS or code in _SIGNATURE:
        return login_faults.wrong_keys(profile, answer.details)
    return login_faults.blocked(answer.details) if code in ("Blocked", "PendingVerification") else None


def _request(answer: Answer, profile: Profile, region: str) -> Problem | None:
    """The problems of what was asked, and of what answers."""
    code = answer.code
    if code in _DENIED:
        return _denied(answer, profile)
    if code in _THROTTLED:
        return _throttled(answer, region)
    if code in _NO_IMAGE:
        return no_image(region, answer.details)
    if code in _NOT_OFFERED:
        return _not_offered(answer, region)
    if code in ("InvalidNextToken", "InvalidPaginationToken"):
        return network_faults.repeating(answer.details)
    return _unavailable(answer, region) if code in _UNAVAILABLE or answer.status >= 500 else None


def _throttled(answer: Answer, region: str) -> Problem:
    return Problem(
        Kind.THROTTLED,
        Message("AWS wants fewer questions in {region}.", {"region": region}),
        Message("The account has used up its share of requests there; other programs count too."),
        Message("Wait a minute, and ask this Region again; what came is kept."),
        None,
        answer.details,
    )


def _not_enabled(answer: Answer, region: str) -> Problem:
    return Problem(
        Kind.REGION,
        Message("The Region {region} is not enabled for this account.", {"region": region}),
        Message("Opt-in Regions take an account's credentials only after somebody has enabled them."),
        Message("Leave the Region out, or have it enabled in the account's settings."),
        f"aws account get-region-opt-status --region-name {region}",
        answer.details,
    )


def _denied(answer: Answer, profile: Profile) -> Problem:
    found = _RIGHT.search(answer.message)
    values = {"right": found[1] if found else answer.right, "profile": login_faults.named(profile)}
    explicit = "explicit deny" in answer.message.casefold()
    return Problem(
        Kind.RIGHTS,
        Message("Profile {profile} may not do what this needs: {right}.", values),
        Message("A policy of the account or the organization forbids it.")
        if explicit
        else Message("No policy of this user or role allows {right}.", values),
        Message(
            "Ask whoever keeps the account for this right; the policy to copy is shown by the command below."
        ),
        "ami-wizard policy",
        answer.details,
    )


def no_image(region: str, details: str = "") -> Problem:
    """An ID that DescribeImages finds nothing for."""
    return Problem(
        Kind.OTHER,
        Message("There is no such AMI in {region}.", {"region": region}),
        Message(
            "An AMI's ID counts in one Region only. It is in another one, private to another account, or gone."
        ),
        Message("Check the ID and the Region."),
        None,
        details,
    )


def not_published(region: str, details: str = "") -> Problem:
    """A publisher whose image is in no answer."""
    return Problem(
        Kind.OTHER,
        Message("There is no image of this name and publisher in {region}.", {"region": region}),
        Message("Publishers leave Regions out, and withdraw images of what they no longer support."),
        Message("Ask in another Region, or take a newer version of the system."),
        None,
        details,
    )


def _not_offered(answer: Answer, region: str) -> Problem:
    return Problem(
        Kind.REGION,
        Message("{right} is not offered in {region}.", {"right": answer.right, "region": region}),
        Message("Not every Region has every part of the API."),
        Message("Nothing needs to be done; everything else is asked without it."),
        None,
        answer.details,
    )


def _unavailable(answer: Answer, region: str) -> Problem:
    return Problem(
        Kind.SERVICE,
        Message("AWS has trouble in {region}.", {"region": region}),
        Message("It answered several times that something inside it went wrong."),
        Message("Wait a little, and ask this Region again; what came is kept. Status: health.aws.amazon.com"),
        None,
        answer.details,
    )
