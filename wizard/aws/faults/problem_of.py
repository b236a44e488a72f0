"""Every error of botocore and of the system, as the problem that a person can do something about."""

from __future__ import annotations

import socket
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Any

from wizard.aws.account import NoCode
from wizard.aws.faults import login_faults, network_faults, service_faults
from wizard.aws.faults.scrub import scrub
from wizard.aws.operations import EVERYTHING, SIGN_IN, NotAllowed
from wizard.aws.profiles import CredentialSource, Profile
from wizard.model.account.problem import Kind, Problem, Unanswered
from wizard.model.cause import cause_of
from wizard.model.frozen import frozen
from wizard.model.message import Message

# AWS takes no request that is further off, and does not always say that this was the reason.
_CLOCKS_MAY_DIFFER_SECONDS = 300


@frozen
class Asking:
    """Who was asking what when it went wrong. proven: the profile's credentials were good before."""

    profile: Profile
    region: str
    proven: bool = False


@contextmanager
def explained(asking: Asking) -> Iterator[None]:
    """Raises what goes wrong inside as Unanswered, said for a person; NotAllowed stays what it is."""
    try:
        yield
    except NotAllowed:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
        raise Unanswered(problem_of(error, asking)) from None


def problem_of(error: BaseException, asking: Asking) -> Problem:
    """What to tell the person."""
    if isinstance(error, Unanswered):
        return error.problem
    from botocore import exceptions
    from botocore.parsers import ResponseParserError

    details = f"{type(error).__name__}: {scrub(str(error))}"
    if isinstance(error, exceptions.ClientError):
        return service_faults.explain(_answer(error), asking.profile, asking.region, asking.proven)
    if isinstance(error, exceptions.PaginationError):
        return network_faults.repeating(details)
    if isinstance(error, ResponseParserError) or _in_the_parser(error):
        return network_faults.damaged(details)
    if isinstance(error, exceptions.HTTPClientError | exceptions.ConnectionError):
        return _network(error, details)
    return _login(error, asking.profile, details) or _config(error, asking.profile, details)


def _in_the_parser(error: BaseException) -> bool:
    """Whether it comes from reading an answer, where a value of another kind raises whatever Python raises."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_globals.get("__name__") == "botocore.parsers" for frame, _ in frames)


def _answer(error: Any) -> service_faults.Answer:
    service = _SERVICES.get(error.operation_name, "ec2")
    return service_faults.Answer(
        code=_code(error),
        message=scrub(str(error.response.get("Error", {}).get("Message", ""))),
        status=_status(error),
        right=f"{service}:{error.operation_name}",
        other_time=_other_time(error),
    )


_SERVICES = {operation.name: operation.service for operation in (*EVERYTHING, *SIGN_IN)}


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _status(error: Any) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _other_time(error: Any) -> bool:
    """Whether AWS's clock, which stands in each answer, shows another time than this computer's."""
    headers = error.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    try:
        there = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError):
        return False
    return abs(there.timestamp() - time.time()) > _CLOCKS_MAY_DIFFER_SECONDS


def _network(error: Any, details: str) -> Problem:
    from botocore import exceptions
    from urllib3.exceptions import NameResolutionError

    inner = error.kwargs.get("error")
    url = error.kwargs.get("endpoint_url", "")
    match error:
        case exceptions.SSLError():
            said = str(inner).casefold()
            if "certificate has expired" in said or "not yet valid" in said:
                return network_faults.clock(details, url)
            # The system's own words for it are in the system's language.
            if any(isinstance(part, FileNotFoundError) for part in (inner, *getattr(inner, "args", ()))):
                return network_faults.no_bundle(details)
            verifying = "certificate_verify_failed" in said or "certificate verify failed" in said
            return (network_faults.inspected if verifying else network_faults.secure_connection)(url, details)
        case exceptions.ProxyConnectionError():
            return network_faults.proxy(error.kwargs.get("proxy_url", ""), details)
        case exceptions.ConnectTimeoutError():
            return network_faults.not_connected(url, details)
        case exceptions.ReadTimeoutError():
            return network_faults.too_slow(url, details)
        case exceptions.EndpointConnectionError() if isinstance(inner, NameResolutionError | socket.gaierror):
            return network_faults.unresolved(url, details)
        case exceptions.EndpointConnectionError():
            return network_faults.unreachable(url, details)
    return network_faults.cut(url or "AWS", details)


def _login(error: BaseException, profile: Profile, details: str) -> Problem | None:
    from botocore import exceptions as known

    gone = "does not exist" in str(error) or "not found" in str(error)
    match error:
        case NoCode():
            return login_faults.code_due(profile, str(error))
        case known.RefreshWithMFAUnsupportedError():
            return login_faults.code_due(profile, profile.mfa_serial or "")
        case known.NoCredentialsError():
            return login_faults.missing(profile, details)
        case known.SSOError() | known.TokenRetrievalError() | known.NoAuthTokenError():
            missing = gone or isinstance(error, known.SSOTokenLoadError)
            return (login_faults.missing if missing else login_faults.expired)(
                login_faults.behind(profile, CredentialSource.SSO), details
            )
        case known.LoginError():
            missing = isinstance(error, known.LoginTokenLoadError)
            return (login_faults.missing if missing else login_faults.expired)(
                login_faults.behind(profile, CredentialSource.LOGIN), details
            )
        case known.MissingDependencyException():
            return login_faults.unsupported_login(
                login_faults.behind(profile, CredentialSource.LOGIN), details
            )
    return _process(error, profile, details)


def _process(error: BaseException, profile: Profile, details: str) -> Problem | None:
    from botocore import exceptions as known

    match error:
        case OSError(filename=str(program)) if profile.source in (
            CredentialSource.PROCESS,
            CredentialSource.ASSUME_ROLE,
        ):
            values = {"program": repr(program), "cause": cause_of(error)}
            cause = Message("{program} was not started: {cause}.", values)
            return login_faults.broken_process(profile, cause, details)
        case known.CredentialRetrievalError() if error.kwargs.get("provider") == "custom-process":
            cause = Message("The program ended with an error, or what it wrote is not what AWS describes.")
            return login_faults.broken_process(profile, cause, details)
        case known.CredentialRetrievalError():
            return login_faults.expired(profile, details)
        case ValueError() if not isinstance(error, known.BotoCoreError):
            # What a credential_process writes goes through json.loads, whose error shows a part of it.
            cause = Message("What the program wrote is not JSON.")
            return login_faults.broken_process(profile, cause, type(error).__name__)
    return None


def _config(error: BaseException, profile: Profile, details: str) -> Problem:
    from botocore import exceptions

    values = {"profile": login_faults.named(profile)}
    match error:
        case exceptions.ProfileNotFound():
            problem = Message("There is no profile {profile}.", values)
            cause = Message("Neither the config file nor the credentials file has it.")
        case exceptions.ConfigParseError():
            problem = Message("The AWS config file cannot be read.")
            cause = Message("{text}", {"text": scrub(str(error))})
        case exceptions.NoRegionError() | exceptions.InvalidRegionError() | exceptions.UnknownRegionError():
            problem = Message("It is not clear which Region to ask.")
            cause = Message("The profile names none, or one that does not exist.")
        case OSError() if "CA certificate" in str(error) or "certificate" in str(error).casefold():
            return network_faults.no_bundle(details)
        case exceptions.BotoCoreError():
            problem = Message("The profile {profile} cannot be used.", values)
            cause = Message("{text}", {"text": scrub(str(error))})
        case _:
            return Problem(
                Kind.OTHER,
                Message("Asking AWS came to an unexpected end."),
                Message("{text}", {"text": details}),
                Message("Ask again; what came is kept."),
                None,
                details,
            )
    return Problem(
        Kind.CONFIG,
        problem,
        cause,
        Message("Correct the AWS config file in an editor; it is read again by itself."),
        None,
        details,
    )
