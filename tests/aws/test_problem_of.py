"""What no loopback endpoint can bring about: errors as botocore raises them."""

from __future__ import annotations

import errno
import gettext
import ssl

import pytest
from botocore import exceptions as known

from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.profiles import CredentialSource, Profile
from wizard.model.account.problem import Kind

ASKING = Asking(
    Profile("me", CredentialSource.ASSUME_ROLE, source_profile="base", mfa_serial="arn:mfa/jane"), "eu-west-1"
)


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (
            known.ConnectTimeoutError(endpoint_url="https://ec2.eu-west-1.amazonaws.com/"),
            Kind.NETWORK,
            "in time",
        ),
        (known.RefreshWithMFAUnsupportedError(), Kind.MFA, "mfa/jane"),
        (known.LoginRefreshRequired(), Kind.LOGIN, "expired"),
        (known.LoginTokenLoadError(error_msg="no file"), Kind.LOGIN, "aws login --profile base"),
        (known.MissingDependencyException(msg="botocore[crt]"), Kind.CONFIG, "library"),
        (
            known.TokenRetrievalError(provider="sso", error_msg="token does not exist"),
            Kind.LOGIN,
            "Nobody is logged in with profile base",
        ),
        (
            known.TokenRetrievalError(provider="sso", error_msg="refused"),
            Kind.LOGIN,
            "aws sso login --profile base",
        ),
        (known.CredentialRetrievalError(provider="container-role", error_msg="x"), Kind.MFA, "expired"),
        (known.NoRegionError(), Kind.CONFIG, "Region"),
        (known.InvalidRegionError(region_name="a b"), Kind.CONFIG, "Region"),
        (known.ConfigParseError(path="/x/config", error="?"), Kind.CONFIG, "/x/config"),
        (known.InfiniteLoopConfigError(source_profile="a", visited_profiles=["a"]), Kind.CONFIG, "me"),
        (OSError("Could not find a suitable TLS CA certificate bundle"), Kind.CONFIG, "AWS_CA_BUNDLE"),
        (
            FileNotFoundError(errno.ENOENT, "?", "/opt/vault"),
            Kind.LOGIN,
            "'/opt/vault' was not started: no such file",
        ),
        (known.HTTPClientError(error="odd"), Kind.NETWORK, "cut"),
        (RuntimeError("AKIAIOSFODNN7EXAMPLE"), Kind.OTHER, "unexpected"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_errors(error: Exception, kind: Kind, says: str) -> None:
    problem = problem_of(error, ASKING)
    assert problem.kind is kind
    text = problem.message.render(gettext.NullTranslations())
    assert says in text
    assert "AKIA" not in text + problem.details


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (ssl.SSLError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] odd"), "is not trusted"),
        (Exception("certificate verify failed: self-signed"), "is not trusted"),
        (Exception("certificate verify failed: certificate has expired"), "clock"),
        (Exception("certificate is not yet valid"), "clock"),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), "secure connection"),
    ],
)
def test_a_connection_that_is_not_secure(inner: Exception, words: str) -> None:
    error = known.SSLError(endpoint_url="https://ec2.eu-west-1.amazonaws.com/", error=inner)
    assert words in problem_of(error, ASKING).message.render(gettext.NullTranslations())
