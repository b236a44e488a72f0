"""The kind of fault that a code or a sentence tells of, where nobody has seen the error itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wizard.model.errors.nouns import NOUNS
from wizard.model.errors.recognised import Remedy
from wizard.model.errors.seen import Seen
from wizard.model.frozen import frozen
from wizard.model.message import Message

_QUOTAS = "aws service-quotas list-service-quotas --service-code ec2 --query 'Quotas[].[QuotaName,QuotaCode,Value]' --output text --region {region}"


@frozen
class Fault:
    """said: what it means. cure: what to do then. command: what to type then, as a template, if anything.

    codes: how its codes are written. words: what its sentences say, in small letters.
    """

    said: Message
    cure: Message
    command: str | None
    codes: re.Pattern[str]
    words: re.Pattern[str]

    def remedy(self, values: Mapping[str, str]) -> Remedy:
        """It as a cause with its cure. values: what stood in the text."""
        region = {"region": values.get("launch.region", "REGION")}
        command = Message(self.command, region) if self.command else None
        return Remedy(_filled(self.said, values), _filled(self.cure, values), command)


def _filled(message: Message, values: Mapping[str, str]) -> Message:
    return Message(
        message.template, {path: values.get(path) or NOUNS[path].said for path in message.placeholders}
    )


def _fault(said: Message, cure: Message, codes: str, words: str, command: str | None = None) -> Fault:
    return Fault(said, cure, command, re.compile(codes), re.compile(words))


# Of several that fit, the first: a code may speak of a limit and of a capacity.
FAULTS = (
    _fault(
        Message("Such errors come when calls come too fast; what they ask for may be right."),
        Message("Try again after a pause that grows with each try, and ask for many resources in one call."),
        r"Throttl|RequestLimitExceeded|SlowDown|TooManyRequests|PriorRequestNotComplete|BandwidthLimit|RateExceeded",
        r"\brate exceeded|too many requests|throttl|request limit exceeded",
    ),
    _fault(
        Message("Such errors come when AWS does not accept the credentials; it did not look at what was asked for."),
        Message("Sign in again, see whose credentials are used, and set the clock of the computer."),
        r"Expired(?!Offering)|AuthFailure|Signature|InvalidClientToken|UnrecognizedClient|MissingAuthenticationToken|InvalidCredentials|InvalidAccessKey",
        r"(?:token|credential|signature|request)s?\b.{0,40}\b(?:expired|invalid|not valid)|has expired\b",
        "aws sts get-caller-identity",
    ),
    _fault(
        Message("Such errors come when the account has not subscribed to, accepted or enabled what the request uses."),
        Message("Accept the terms of the product in AWS Marketplace, or enable the Region or the service in the account."),
        r"OptIn|Subscription|NotSubscribed",
        r"requested product|\bsubscri|accept (?:the )?terms|not opted in",
    ),
    _fault(
        Message("Such errors come when {principal} may not do {action}, or not with what the request names."),
        Message(
            "Allow {action} to {principal}; a resource of another account must be shared by its owner, and a "
            "policy of the organization may forbid it for all."
        ),
        r"Unauthori[sz]ed|AccessDenied|NotAuthorized|NotPermitted|Forbidden|PermissionDenied|PolicyViolation|Blocked|PolicyNotSatisfied",
        r"not (?:\w+ )?authori[sz]ed|access denied|permission|not allowed|not permitted|forbidden",
        "aws sts get-caller-identity",
    ),
    _fault(
        Message("Such errors come when AWS has no capacity free for it there at this moment; no quota changes that."),
        Message("Try another Availability Zone, a similar instance type, or the same a little later."),
        r"Insufficient\w*Capacity|InsufficientCapacity|Unfulfillable|CapacityExceeded|NoCapacity|OutOfCapacity",
        r"(?:insufficient|sufficient|not enough|no)\b.{0,40}\bcapacity",
    ),
    _fault(
        Message("Such errors come at a limit: a quota of the account, or how many one call or one resource may have."),
        Message("Ask for fewer or end what is not needed, or ask for a higher quota in Service Quotas."),
        r"LimitExceeded|QuotaExceeded|CountExceeded|TooMany|LimitReached|Exceeded|IOPSLimit|InsufficientFree",
        r"\blimit\b|\bquota\b|\bexceed|maximum (?:number|of)|has been reached|too many",
        _QUOTAS,
    ),
    _fault(
        Message("Such errors come when something else still uses or needs what the request would change or delete."),
        Message("See what uses it, end, detach or delete that first, and try again."),
        r"InUse|Dependency|HasDependen|Occupied|Conflict|AlreadyAttached|AssociationExists",
        r"\bin use\b|dependen|still (?:attached|associated|used)|already (?:attached|associated)|being used",
    ),
    _fault(
        Message("Such errors come when there is such a thing already."),
        Message("Take another name, or use the one that is there."),
        r"Already|Duplicate|Existing",
        r"already exists|already been|duplicate",
    ),
    _fault(
        Message("Such errors come when what the request names is not there: not under this name, in this Region or for this account."),
        Message(
            "Compare the name or ID with what is in the Region and the account of the request; what was made "
            "a moment ago may need some seconds."
        ),
        r"NotFound|DoesNotExist|NotExist|NoSuch|\bUnknown(?!Parameter)|NotOwned|UnknownVolume",
        r"does(?: not|nt) exist|not found|could not be found|no such|cannot find|unknown\b",
    ),
    _fault(
        Message("Such errors come when what the request names is not in the state that the operation wants."),
        Message("Look at its state, wait or stop it until the state is right, and try again."),
        r"IncorrectState|Incorrect\w*State|Invalid\w*State|NotReady|WrongState|UnexpectedState|NotStabilized|NotUpdatable|\.Unavailable|InProgress|Modifiable|NotAttached|Terminated",
        r"\bstate\b|not ready|in progress|\bpending\b|is not (?:running|stopped|available|attached|active)\b",
    ),
    _fault(
        Message("Such errors come when the request wants something that this type, image, zone, Region or account does not have."),
        Message("Leave that option out, or take a type, an image or a place that has it."),
        r"Unsupported|NotSupported|NotAvailable|NotEnabled|OperationNotSupported|NotInRegion|NotInZone|Unavailable(?=[A-Z])|Incompatible",
        r"(?:not|nt) (?:currently )?support|unsupported|not available|incompatible|not compatible|not eligible|does(?: not|nt) have\b",
    ),
    _fault(
        Message("Such errors come when AWS itself has a fault; the request may be right."),
        Message("Try again after a pause, and look at the AWS Health Dashboard if it lasts."),
        r"InternalError|InternalFailure|ServerInternal|ServiceUnavailable|^(?:Server\.)?Unavailable$|InternalServer|RequestTimeout|Retryable",
        r"internal (?:error|failure|server error)|service unavailable|unexpected error",
    ),
    _fault(
        Message("Such errors come when a value in the request is missing, misspelt, of another form or over a bound."),
        Message("Correct the value, or leave it out if the default will do."),
        r"Invalid|Malformed|Missing|Validation|Parameter|Illegal|OutOfRange|Mismatch|Unknown|Required|NotSpecified|TooLarge|TooLow",
        r"\binvalid\b|not valid|must (?:be|have|not|specify)|malformed|missing|(?:is|are) required|cannot be (?:blank|empty|null|used|specified|enabled|combined)"
        r"|\brequires?\b|not recogni[sz]ed|may not be|should not be|mismatch|does not match|can(?:not|t) (?:be )?specif",
    ),
)  # fmt: skip


# Codes that EC2 gives for many different faults; they tell nothing without their sentence.
GENERAL_CODES = frozenset(
    {
        "ClientException",
        "ClientInvalidParameterValue",
        "GeneralServiceException",
        "IncorrectState",
        "IncorrectStateException",
        "InvalidInput",
        "InvalidParameter",
        "InvalidParameterCombination",
        "InvalidParameterDependency",
        "InvalidParameterValue",
        "InvalidRequest",
        "InvalidState",
        "OperationNotPermitted",
        "Unsupported",
        "UnsupportedOperation",
        "ValidationError",
        "ValidationException",
    }
)


def fault_of(code: str | None, sentence: str | None) -> Fault | None:
    """The kind that the code tells of, else the sentence; None if neither does."""
    if (
        code
        and code not in GENERAL_CODES
        and (found := next((fault for fault in FAULTS if fault.codes.search(code)), None))
    ):
        return found
    lowered = (sentence or "").lower()
    return next((fault for fault in FAULTS if fault.words.search(lowered)), None)


def behind(seen: Seen) -> tuple[Remedy, ...]:
    """The kind of fault that stands behind a tool's words, as a cause."""
    fault = None if seen.foreign else fault_of(seen.code, seen.sentence)
    return (fault.remedy(seen.values),) if fault else ()
