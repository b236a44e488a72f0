"""Everything that can go wrong between a person and AWS, one function for each."""

from __future__ import annotations

import datetime
import hashlib
import ipaddress
import json
import socket
import ssl
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.aws.endpoint import Call, Endpoint, Fault, Handler, cut, refuse, reply, slow
from tests.aws.wire_format import answer, error
from wizard.aws import account as account_module
from wizard.model.account.problem import Kind

BAD = "eu-west-2"
SSO = """[profile sso]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Reader
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = us-east-1
"""
LEGACY_SSO = """[profile sso]
sso_start_url = https://corp.awsapps.com/start
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = Reader
"""
ROLE = """[profile role]
role_arn = arn:aws:iam::210987654321:role/Reader
source_profile = default
"""
MFA = ROLE + "mfa_serial = arn:aws:iam::123456789012:mfa/jane\n"
PROCESS = "[profile process]\ncredential_process = {command}\n"


@dataclass
class World:
    aws: Endpoint
    home: Path
    monkeypatch: pytest.MonkeyPatch
    write_config: Callable[..., None]
    cache: Path
    code: str | None = None
    closing: ExitStack = field(default_factory=ExitStack)

    def fault(self, *faults: Fault) -> str:
        self.aws.faults += faults
        return "default"

    def config(self, text: str, name: str) -> str:
        self.write_config(text)
        return name

    def process(self, script: str) -> str:
        file = self.home / "process.py"
        file.write_text(script)
        return self.config(PROCESS.format(command=f"{sys.executable} {file}"), "process")

    def login(self, key: str, hours: float, **more: str) -> None:
        expires = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
        token = {
            "accessToken": "sso-access-token",
            "expiresAt": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "startUrl": "https://corp.awsapps.com/start",
            "region": "us-east-1",
            **more,
        }
        name = hashlib.sha1(key.encode()).hexdigest()
        (self.cache / f"{name}.json").write_text(json.dumps(token))

    def nobody_there(self) -> int:
        """A port at which nobody listens."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            return int(listener.getsockname()[1])


@dataclass(frozen=True)
class Case:
    """prepare: breaks the world, and gives the name of the profile to ask. kept: whether rows came before."""

    id: str
    prepare: Callable[[World], str]
    kind: Kind
    says: tuple[str, ...]
    command: str | None = None
    kept: bool = True


def _denied(world: World) -> str:
    return world.fault(
        refuse(
            "UnauthorizedOperation",
            "You are not authorized to perform this operation. User: arn:aws:iam::1:user/x is not authorized to "
            "perform: ec2:DescribeImages because no identity-based policy allows the action",
            status=403,
            region=BAD,
        )
    )


def _silent(world: World) -> str:
    world.monkeypatch.setattr(account_module, "_READ_SECONDS", 1.0)
    return world.fault(slow(region=BAD))


def _no_proxy(world: World) -> str:
    world.monkeypatch.setenv("HTTP_PROXY", f"http://user:hunter2@127.0.0.1:{world.nobody_there()}")
    world.monkeypatch.delenv("NO_PROXY", raising=False)
    return "default"


def _nobody(world: World) -> str:
    world.monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{world.nobody_there()}")
    return "default"


def _no_name(world: World) -> str:
    def resolve(host: object, *rest: object, **named: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    world.monkeypatch.setattr(socket, "getaddrinfo", resolve)
    world.monkeypatch.setenv("AWS_ENDPOINT_URL", "http://ec2.eu-west-1.amazonaws.test")
    return "default"


def _no_tls(world: World) -> str:
    world.monkeypatch.setenv("AWS_ENDPOINT_URL", world.aws.url.replace("http:", "https:"))
    return "default"


def _certificate(folder: Path, host: str, days: int) -> ssl.SSLContext:
    """A server's own certificate, which nobody has signed. days: until it ends, negative if it has."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=20))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    unencrypted = serialization.NoEncryption()
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unencrypted)
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def _inspected(world: World, days: int = 10) -> str:
    context = _certificate(world.home, "127.0.0.1", days)
    secure = world.closing.enter_context(Endpoint().running(context))
    world.monkeypatch.setenv("AWS_ENDPOINT_URL", secure.url)
    return "default"


def _expired_certificate(world: World) -> str:
    name = _inspected(world, -1)
    world.monkeypatch.setenv("AWS_CA_BUNDLE", str(world.home / "server.pem"))
    return name


def _no_bundle(world: World) -> str:
    world.monkeypatch.setenv("AWS_CA_BUNDLE", str(world.home / "missing.pem"))
    world.monkeypatch.setenv("AWS_ENDPOINT_URL", world.aws.url.replace("http:", "https:"))
    return "default"


def _sso_expired(world: World) -> str:
    world.login("corp", -1)
    return world.config(SSO, "sso")


def _legacy_sso_expired(world: World) -> str:
    world.login("https://corp.awsapps.com/start", -1)
    return world.config(LEGACY_SSO, "sso")


def _sso_not_assigned(world: World) -> str:
    world.login("corp", 1)
    world.aws.faults = [refuse("ForbiddenException", "No access", status=403, action="GetRoleCredentials")]
    return world.config(SSO, "sso")


def _sso_revoked(world: World) -> str:
    world.login("corp", 1)
    world.aws.faults = [
        refuse(
            "UnauthorizedException",
            "Session token not found or invalid",
            status=401,
            action="GetRoleCredentials",
        )
    ]
    return world.config(SSO, "sso")


def _role_denied(world: World) -> str:
    message = "User: arn:aws:iam::1:user/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::2:role/r"
    world.aws.faults = [refuse("AccessDenied", message, status=403, action="AssumeRole")]
    return world.config(ROLE, "role")


def _wrong_code(world: World) -> str:
    world.code = "123456"
    message = "MultiFactorAuthentication failed with invalid MFA one time pass code."
    world.aws.faults = [refuse("AccessDenied", message, status=403, action="AssumeRole")]
    return world.config(MFA, "role")


def _environment(world: World) -> str:
    world.monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ASIAENVIRONMENT00001")
    world.monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "env/secret")
    world.monkeypatch.setenv("AWS_SESSION_TOKEN", "envtoken")
    world.fault(refuse("RequestExpired", "Request has expired.", region=BAD))
    return ""


def _half_a_pair(world: World) -> str:
    world.write_config("", "[half]\naws_access_key_id = AKIAEXAMPLE000000001\n")
    return "half"


def _duplicate(world: World) -> str:
    world.write_config("[profile a]\nregion = eu-west-1\n[profile a]\nregion = eu-west-2\n")
    return "default"


def _answer_with(fields: str) -> bytes:
    images = f"<imagesSet><item><imageId>ami-1</imageId>{fields}</item></imagesSet>"
    return f"<DescribeImagesResponse><requestId>1</requestId>{images}</DescribeImagesResponse>".encode()


def _of_another_time(handler: Handler, call: Call) -> bool:
    """What EC2 answers whose clock is years off, in words that do not speak of it."""
    body = error("ec2", "AuthFailure", "AWS was not able to validate the provided access credentials")
    handler.send_response_only(401)
    handler.send_header("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
    return True


EXPIRED = "The security token included in the request is expired"
CASES = [
    Case("expired keys", lambda w: w.fault(refuse("ExpiredToken", EXPIRED, region=BAD)), Kind.LOGIN, ("expired", "default"), "aws configure --profile default"),
    Case("expired while paging", lambda w: w.fault(refuse("ExpiredTokenException", EXPIRED, region=BAD, first=2)), Kind.LOGIN, ("expired",), "aws configure --profile default"),
    Case("deleted keys", lambda w: w.fault(refuse("InvalidClientTokenId", "invalid", action="DescribeRegions")), Kind.LOGIN, ("does not know the keys",), "aws configure --profile default", kept=False),
    Case("wrong secret key", lambda w: w.fault(refuse("SignatureDoesNotMatch", "The request signature we calculated does not match", region=BAD)), Kind.LOGIN, ("does not know the keys",), "aws configure --profile default"),
    Case("SSO expired", _sso_expired, Kind.LOGIN, ("expired", "sso"), "aws sso login --profile sso", kept=False),
    Case("legacy SSO expired", _legacy_sso_expired, Kind.LOGIN, ("expired", "sso"), "aws sso login --profile sso", kept=False),
    Case("SSO never logged in", lambda w: w.config(SSO, "sso"), Kind.LOGIN, ("Nobody is logged in",), "aws sso login --profile sso", kept=False),
    Case("legacy SSO never logged in", lambda w: w.config(LEGACY_SSO, "sso"), Kind.LOGIN, ("Nobody is logged in",), "aws sso login --profile sso", kept=False),
    Case("SSO login revoked", _sso_revoked, Kind.LOGIN, ("expired",), "aws sso login --profile sso", kept=False),
    Case("SSO role not assigned", _sso_not_assigned, Kind.RIGHTS, ("sso:GetRoleCredentials",), "ami-wizard policy", kept=False),
    Case("SSO session is not in the file", lambda w: w.config(SSO.partition("[sso-session")[0], "sso"), Kind.CONFIG, ("sso_session", "corp"), kept=False),
    Case("no credentials", lambda w: w.config("[profile empty]\nregion = eu-west-1\n", "empty"), Kind.LOGIN, ("no credentials", "empty"), "aws configure sso --profile empty", kept=False),
    Case("MFA due", lambda w: w.config(MFA, "role"), Kind.MFA, ("needs an MFA code", "mfa/jane"), kept=False),
    Case("MFA code denied", _wrong_code, Kind.MFA, ("did not take the MFA code",), kept=False),
    Case("role not allowed", _role_denied, Kind.RIGHTS, ("sts:AssumeRole",), "ami-wizard policy", kept=False),
    Case("source profile unknown", lambda w: w.config(ROLE.replace("default", "nobody"), "role"), Kind.CONFIG, ("source_profile", "nobody"), kept=False),
    Case("right missing", _denied, Kind.RIGHTS, ("ec2:DescribeImages", "No policy"), "ami-wizard policy"),
    Case("denied by the organization", lambda w: w.fault(refuse("UnauthorizedOperation", "not authorized with an explicit deny in a service control policy", status=403, region=BAD)), Kind.RIGHTS, ("organization", "ec2:DescribeImages"), "ami-wizard policy"),
    Case("unknown profile", lambda w: "nobody", Kind.CONFIG, ("no profile nobody",), kept=False),
    Case("half a pair of keys", _half_a_pair, Kind.CONFIG, ("half", "aws_secret_access_key"), kept=False),
    Case("duplicate section", _duplicate, Kind.CONFIG, ("config",), kept=False),
    Case("credential_process fails", lambda w: w.process("import sys\nsys.exit('secret-in-stderr-AKIAEXAMPLE0000000009')"), Kind.LOGIN, ("credential_process", "ended with an error"), kept=False),
    Case("credential_process missing", lambda w: w.config(PROCESS.format(command="/no/such/program --x"), "process"), Kind.LOGIN, ("/no/such/program",), kept=False),
    Case("credential_process writes no JSON", lambda w: w.process("print('sorry, hunter2')"), Kind.LOGIN, ("not JSON",), kept=False),
    Case("credential_process leaves a key out", lambda w: w.process("print('{\"Version\": 1, \"AccessKeyId\": \"AKIAEXAMPLE000000001\"}')"), Kind.LOGIN, ("not what AWS describes",), kept=False),
    Case("wrong clock", lambda w: w.fault(refuse("RequestExpired", "Request has expired. Timestamp date is 2020", region=BAD)), Kind.CLOCK, ("clock is wrong",)),
    Case("wrong clock, from the environment", _environment, Kind.CLOCK, ("clock is wrong",)),
    Case("wrong clock, as the signature says", lambda w: w.fault(refuse("SignatureDoesNotMatch", "Signature expired: 20200101T000000Z is now earlier than 20260101T000000Z", region=BAD)), Kind.CLOCK, ("clock is wrong",)),
    Case("wrong clock, as the answer's date says", lambda w: w.fault(_of_another_time), Kind.CLOCK, ("clock is wrong",), kept=False),
    Case("throttled", lambda w: w.fault(refuse("RequestLimitExceeded", "Request limit exceeded.", status=503, region=BAD)), Kind.THROTTLED, ("fewer questions", BAD)),
    Case("opt-in Region", lambda w: w.fault(refuse("AuthFailure", "AWS was not able to validate the provided access credentials", status=401, region=BAD)), Kind.REGION, (BAD, "not enabled"), f"aws account get-region-opt-status --region-name {BAD}"),
    Case("opt-in required", lambda w: w.fault(refuse("OptInRequired", "You are not subscribed to this service", status=403, region=BAD)), Kind.REGION, ("not enabled",), f"aws account get-region-opt-status --region-name {BAD}"),
    Case("account blocked", lambda w: w.fault(refuse("Blocked", "This account is currently blocked", region=BAD)), Kind.LOGIN, ("blocked",)),
    Case("nobody answers", _nobody, Kind.NETWORK, ("cannot be reached",), kept=False),
    Case("no such name", _no_name, Kind.NETWORK, ("was not found", "DNS"), kept=False),
    Case("proxy does not answer", _no_proxy, Kind.NETWORK, ("proxy", "HTTPS_PROXY"), kept=False),
    Case("no TLS", _no_tls, Kind.NETWORK, ("secure connection",), kept=False),
    Case("TLS inspection", _inspected, Kind.NETWORK, ("not trusted", "AWS_CA_BUNDLE"), kept=False),
    Case("certificate of another time", _expired_certificate, Kind.CLOCK, ("clock is wrong", "certificate"), kept=False),
    Case("no CA file", _no_bundle, Kind.CONFIG, ("AWS_CA_BUNDLE",), kept=False),
    Case("AWS has trouble", lambda w: w.fault(refuse("InternalError", "An internal error", status=500, region=BAD)), Kind.SERVICE, ("trouble", BAD)),
    Case("503 without a word", lambda w: w.fault(reply(b"", status=503, region=BAD)), Kind.SERVICE, ("trouble",)),
    Case("no answer in time", _silent, Kind.NETWORK, ("did not answer in time",)),
    Case("connection cut", lambda w: w.fault(cut(region=BAD)), Kind.NETWORK, ("was cut",)),
    Case("connection cut in the middle", lambda w: w.fault(cut(region=BAD, after=20)), Kind.ANSWER, ("cannot be read",)),
    Case("malformed XML", lambda w: w.fault(reply(b"<DescribeImagesResponse><imagesSet>", region=BAD)), Kind.ANSWER, ("cannot be read",)),
    Case("a login page instead of AWS", lambda w: w.fault(reply(b"<!DOCTYPE html><html><br>Welcome</html>", region=BAD)), Kind.ANSWER, ("login page",)),
    Case("a well-formed login page", lambda w: w.fault(reply(b"<html><body>Welcome</body></html>", region=BAD)), Kind.ANSWER, ("login page",)),
    Case("a value of another kind", lambda w: w.fault(reply(_answer_with("<blockDeviceMapping><item><ebs><volumeSize>many</volumeSize></ebs></item></blockDeviceMapping>"), region=BAD)), Kind.ANSWER, ("cannot be read",)),
    Case("an error without a code", lambda w: w.fault(reply(b"<Response><Errors></Errors></Response>", status=400, region=BAD)), Kind.ANSWER, ("cannot be read",)),
    Case("repeating page token", lambda w: w.fault(repeating), Kind.ANSWER, ("begin anew",)),
    Case("token of a page no longer good", lambda w: w.fault(refuse("InvalidNextToken", "invalid", region=BAD, first=2)), Kind.ANSWER, ("begin anew",)),
    Case("an error nobody foresaw", lambda w: w.fault(refuse("SomethingNew", "Strange things", region=BAD)), Kind.OTHER, ("SomethingNew", "Strange things")),
]  # fmt: skip


def repeating(handler: Handler, call: Call) -> bool:
    """Every page says that the second one follows."""
    if call.action != "DescribeImages" or call.region != BAD:
        return False
    body = answer("ec2", "DescribeImages", {"Images": [], "NextToken": "again"})
    handler.send(200, body)
    return True
