"""What AWS answers instead, code by code."""

from __future__ import annotations

import gettext

import pytest

from wizard.aws.faults.service_faults import Answer, explain
from wizard.aws.profiles import CredentialSource, Profile
from wizard.model.account.problem import Kind

ME = Profile("me", CredentialSource.KEYS)
DENIED = "User: arn:aws:iam::1:user/x is not authorized to perform: ec2:DescribeVpcs on resource: *"


def said(code: str, message: str = "", status: int = 400, *, proven: bool = False) -> tuple[Kind, str]:
    answer = Answer(code, message, status, "ec2:DescribeImages")
    problem = explain(answer, ME, "eu-west-1", proven)
    assert problem.details == f"ec2:DescribeImages: {code} ({status}): {message}"
    return problem.kind, problem.message.render(gettext.NullTranslations())


@pytest.mark.parametrize(
    ("codes", "kind", "words"),
    [
        (
            "RequestLimitExceeded Throttling SlowDown EC2ThrottledException",
            Kind.THROTTLED,
            "AWS wants fewer questions in eu-west-1",
        ),
        ("InternalError Unavailable ServiceUnavailable", Kind.SERVICE, "AWS has trouble in eu-west-1"),
        ("ExpiredToken UnauthorizedException", Kind.LOGIN, "expired"),
        ("AuthFailure InvalidClientTokenId SignatureDoesNotMatch", Kind.LOGIN, "me"),
        ("RequestExpired RequestInTheFuture RequestTimeTooSkewed", Kind.CLOCK, "clock"),
        (
            "OptInRequired RegionDisabledException",
            Kind.REGION,
            "The Region eu-west-1 is not enabled for this account",
        ),
        (
            "InvalidAMIID.NotFound InvalidAMIID.Malformed InvalidAMIID.Unavailable",
            Kind.OTHER,
            "There is no such AMI in eu-west-1",
        ),
        (
            "InvalidAction UnsupportedOperation",
            Kind.REGION,
            "ec2:DescribeImages is not offered in eu-west-1",
        ),
        ("InvalidNextToken InvalidPaginationToken", Kind.ANSWER, ""),
        ("Blocked PendingVerification", Kind.LOGIN, "account"),
        (
            "UnauthorizedOperation AccessDenied",
            Kind.RIGHTS,
            "No policy of this user or role allows ec2:DescribeImages",
        ),
        ("SomethingNew", Kind.OTHER, "AWS refused the question: SomethingNew"),
    ],
)
def test_a_code(codes: str, kind: Kind, words: str) -> None:
    for code in codes.split():
        found, text = said(code)
        assert found is kind
        assert words in text


def test_the_right_that_is_missing_is_the_one_that_aws_names() -> None:
    _, text = said("UnauthorizedOperation", DENIED)
    assert "may not do what this needs: ec2:DescribeVpcs." in text
    assert "No policy of this user or role allows ec2:DescribeVpcs." in text
    _, text = said("UnauthorizedOperation", f"{DENIED} with an explicit deny in a service control policy")
    assert "A policy of the account or the organization forbids it." in text


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Signature expired: 20261129T010000Z is now earlier than", Kind.CLOCK),
        ("Signature not yet current: 20261129T010000Z is still later than", Kind.CLOCK),
        ("The request signature we calculated does not match", Kind.LOGIN),
    ],
)
def test_a_signature_of_another_time_is_the_clock_s_fault(message: str, kind: Kind) -> None:
    assert said("SignatureDoesNotMatch", message)[0] is kind
    assert said("InvalidSignatureException", message)[0] is kind


def test_keys_that_were_good_elsewhere_are_not_wrong() -> None:
    """Opt-in Regions do not know the keys of an account that has not enabled them."""
    assert said("AuthFailure", proven=True)[0] is Kind.REGION
    assert said("AuthFailure")[0] is Kind.LOGIN
    assert said("SignatureDoesNotMatch", proven=True)[0] is Kind.LOGIN


def test_a_code_for_mfa_that_was_wrong() -> None:
    assert (
        said("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.")[0]
        is Kind.MFA
    )


@pytest.mark.parametrize(("status", "kind"), [(500, Kind.SERVICE), (503, Kind.SERVICE), (499, Kind.OTHER)])
def test_an_unknown_code_of_the_server_s_side_is_trouble_there(status: int, kind: Kind) -> None:
    assert said("SomethingNew", status=status)[0] is kind


def test_what_aws_says_of_a_code_that_nobody_knows_is_shown() -> None:
    assert "So it is." in said("SomethingNew", "So it is.")[1]
    assert said("SomethingNew")[1].count("SomethingNew") == 2
