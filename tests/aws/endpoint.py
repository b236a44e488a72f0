"""An AWS of our own on loopback: EC2, Auto Scaling, STS and SSO, with pages, and faults on demand."""

from __future__ import annotations

import errno
import json
import re
import select
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.aws.wire_format import answer, error

_SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
_STORED = {
    "DescribeImages": "Images",
    "DescribeInstances": "Reservations",
    "DescribeLaunchTemplates": "LaunchTemplates",
    "DescribeLaunchTemplateVersions": "LaunchTemplateVersions",
    "DescribeImageReferences": "ImageReferences",
    "DescribeInstanceTypes": "InstanceTypes",
    "DescribeInstanceTypeOfferings": "InstanceTypeOfferings",
    "DescribeAutoScalingGroups": "AutoScalingGroups",
    "DescribeLaunchConfigurations": "LaunchConfigurations",
    "DescribeSpotPriceHistory": "SpotPriceHistory",
}


# What a caller may choose records by.
_CHOSEN = {
    "DescribeImages": "ImageId.",
    "DescribeInstanceTypes": "InstanceType.",
    "DescribeImageReferences": "ImageId.",
    "DescribeLaunchTemplateVersions": "LaunchTemplateId",
    "DescribeSpotPriceHistory": "ProductDescription.",
}


_FILTERS = {
    "image-id": "ImageId",
    "name": "Name",
    "architecture": "Architecture",
    "virtualization-type": "VirtualizationType",
}


def _filters(call: Call) -> dict[str, tuple[str, ...]]:
    """The field of a record -> the patterns of which it must be like one, for the filters known here."""
    names = {key: value for key, value in call.parameters.items() if re.fullmatch(r"Filter\.\d+\.Name", key)}
    return {
        _FILTERS[name]: tuple(
            value
            for parameter, value in call.parameters.items()
            if parameter.startswith(key.replace("Name", "Value."))
        )
        for key, name in names.items()
        if name in _FILTERS
    }


def _versions(call: Call, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without a template's ID: the default version of each template and its latest one."""
    if not any(key.startswith("LaunchTemplateVersion.") for key in call.parameters):
        return records
    latest: dict[str, int] = {}
    for record in records:
        template = record["LaunchTemplateId"]
        latest[template] = max(latest.get(template, 0), record["VersionNumber"])
    return [
        record
        for record in records
        if record["DefaultVersion"] or record["VersionNumber"] == latest[record["LaunchTemplateId"]]
    ]


@dataclass(frozen=True)
class Call:
    """One request as it came. number: how many of its action came from this Region, from 1."""

    service: str
    action: str
    region: str
    key: str
    parameters: Mapping[str, str]
    number: int
    user_agent: str


Fault = Callable[["Handler", Call], bool]
"""Answers in the place of the endpoint and returns True, or returns False."""


@dataclass
class Endpoint:
    """regions: Region -> list name -> records. faults: asked in order before anything is answered.

    held: somebody waits for an answer that does not come. hung_up: somebody gave up waiting for one.
    """

    regions: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    bodies: dict[tuple[str, ...], bytes] = field(default_factory=dict)
    released: threading.Event = field(default_factory=threading.Event)
    held: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)
    open: dict[threading.Thread, socket.socket] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def asked(self) -> set[str]:
        return {f"{call.service}:{call.action}" for call in self.calls}

    @contextmanager
    def running(self, tls: ssl.SSLContext | None = None) -> Iterator[Endpoint]:
        endpoint = self

        class Bound(Handler):
            aws = endpoint

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def process_request_thread(self, request: Any, client_address: object) -> None:
                thread = threading.current_thread()
                with endpoint.lock:
                    endpoint.open[thread] = request
                super().process_request_thread(request, client_address)
                with endpoint.lock:
                    endpoint.open.pop(thread, None)

            def handle_error(self, request: object, client_address: object) -> None:
                """A caller who hangs up is what many tests are about; anything else is a mistake here."""
                problem = sys.exc_info()[1]
                gone = isinstance(problem, OSError) and problem.errno == errno.ENOTCONN
                if not gone and not isinstance(problem, ConnectionError | TimeoutError):
                    endpoint.broken.append(repr(problem))

        with Server(("127.0.0.1", 0), Bound) as server:
            if tls:
                server.socket = tls.wrap_socket(server.socket, server_side=True)
            self.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_address[1]}"
            thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
            thread.start()
            try:
                yield self
            finally:
                self.released.set()
                server.shutdown()
                thread.join()
                for waiting, request in list(self.open.items()):
                    with suppress(OSError):
                        request.shutdown(socket.SHUT_RDWR)
                    waiting.join(1.0)


class Handler(BaseHTTPRequestHandler):
    aws: Endpoint
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        call = self.call("sso", "GetRoleCredentials", {})
        if not self.fails(call):
            keys = {
                "accessKeyId": "ASIASSOEXAMPLE000001",
                "secretAccessKey": "sso/secret",
                "sessionToken": "ssotoken",
            }
            until = {"expiration": int(time.time() + 3600) * 1000}
            self.send(200, json.dumps({"roleCredentials": keys | until}).encode(), "application/json")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:
            return  # who asked has hung up
        if urlsplit(self.path).path == "/token":
            call = self.call("sso-oidc", "CreateToken", {})
            if not self.fails(call):
                token = {"accessToken": "renewed-access-token", "expiresIn": 3600, "refreshToken": "next"}
                self.send(200, json.dumps(token).encode(), "application/json")
            return
        if target := self.headers.get("X-Amz-Target"):
            self.respond_in_json(target.partition(".")[2], json.loads(body))
            return
        parameters = {key: values[0] for key, values in parse_qs(body.decode()).items()}
        call = self.call("", parameters["Action"], parameters)
        if not self.fails(call):
            self.respond(call)

    def respond_in_json(self, action: str, asked: dict[str, Any]) -> None:
        """GetProducts: what is stored for a Region, a page at a time. GetParameters: those that are stored."""
        if action == "GetParameters":
            self.respond_with_parameters(asked["Names"])
            return
        filters = {each["Field"]: each["Value"] for each in asked.get("Filters", ())}
        call = self.call("", action, filters)
        if self.fails(call):
            return
        records = [
            record
            for record in self.aws.regions.get(filters["regionCode"], {}).get("PriceList", [])
            if filters.items() <= record["product"]["attributes"].items()
        ]
        start, size = int(asked.get("NextToken") or 0), int(asked["MaxResults"])
        page: dict[str, Any] = {"PriceList": [json.dumps(record) for record in records[start : start + size]]}
        if start + size < len(records):
            page["NextToken"] = str(start + size)
        self.send(200, json.dumps(page).encode(), "application/x-amz-json-1.1")

    def respond_with_parameters(self, names: list[str]) -> None:
        call = self.call("", "GetParameters", {f"Names.{place}": name for place, name in enumerate(names, 1)})
        if self.fails(call):
            return
        stored = {
            record["Name"]: record for record in self.aws.regions.get(call.region, {}).get("Parameters", [])
        }
        reply = {
            "Parameters": [stored[name] for name in names if name in stored],
            "InvalidParameters": [name for name in names if name not in stored],
        }
        self.send(200, json.dumps(reply).encode(), "application/x-amz-json-1.1")

    def call(self, service: str, action: str, parameters: Mapping[str, str]) -> Call:
        scope = _SCOPE.search(self.headers.get("Authorization", ""))
        key, region, scoped = scope.groups() if scope else ("", "", service)
        with self.aws.lock:
            number = 1 + sum(c.action == action and c.region == region for c in self.aws.calls)
            call = Call(
                service or scoped, action, region, key, parameters, number, self.headers["User-Agent"]
            )
            self.aws.calls.append(call)
        return call

    def fails(self, call: Call) -> bool:
        return any(fault(self, call) for fault in list(self.aws.faults))

    def send(self, status: int, body: bytes, kind: str = "text/xml") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def respond(self, call: Call) -> None:
        if call.action in _STORED:
            self.send(200, self.page(call))
            return
        results: dict[str, dict[str, Any]] = {
            "DescribeRegions": {
                "Regions": [
                    {"RegionName": region, "OptInStatus": "opt-in-not-required"}
                    for region in self.aws.regions
                ]
            },
            "GetCallerIdentity": {
                "Account": "123456789012",
                "Arn": "arn:aws:sts::123456789012:assumed-role/Reader/jane",
                "UserId": "AROAEXAMPLE:jane",
            },
            "AssumeRole": {
                "Credentials": {
                    "AccessKeyId": "ASIAROLEEXAMPLE00001",
                    "SecretAccessKey": "role/secret",
                    "SessionToken": "roletoken",
                    "Expiration": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600)),
                }
            },
        }
        self.send(200, answer(call.service, call.action, results[call.action]))

    def page(self, call: Call) -> bytes:
        """A page of what is stored. Made once for each question, so that it costs a caller nothing."""
        start = int(call.parameters.get("NextToken") or 0)
        size = int(call.parameters.get("MaxResults") or call.parameters.get("MaxRecords") or 1000)
        wanted = {
            value for key, value in call.parameters.items() if key.startswith(_CHOSEN.get(call.action, "-"))
        }
        by_name = _filters(call) if call.action == "DescribeImages" else {}
        asked = (
            call.action,
            call.region,
            str(start),
            str(size),
            *sorted(wanted),
            *map(str, by_name.values()),
        )
        if asked not in self.aws.bodies:
            name = _STORED[call.action]
            records = self.aws.regions.get(call.region, {}).get(name, [])
            if wanted:
                key = _CHOSEN[call.action].rstrip(".")
                records = [record for record in records if record[key] in wanted]
            for key, patterns in by_name.items():
                records = [
                    record
                    for record in records
                    if any(fnmatchcase(str(record.get(key, "")), pattern) for pattern in patterns)
                ]
            if call.action == "DescribeLaunchTemplateVersions":
                records = _versions(call, records)
            result: dict[str, Any] = {name: records[start : start + size]}
            if start + size < len(records):
                result["NextToken"] = str(start + size)
            self.aws.bodies[asked] = answer(call.service, call.action, result)
        return self.aws.bodies[asked]


def refuse(
    code: str,
    message: str = "",
    *,
    status: int = 400,
    action: str = "DescribeImages",
    region: str | None = None,
    first: int = 1,
    last: int = 10**9,
) -> Fault:
    """An error in AWS's own form, for these calls of the action."""

    def fault(handler: Handler, call: Call) -> bool:
        if not concerns(call, action, region, first, last):
            return False
        if call.service in ("sso", "sso-oidc", "pricing", "ssm"):
            said = {"message": message, "error": code, "error_description": message, "__type": code}
            body = json.dumps(said).encode()
            handler.send_response(status)
            handler.send_header("x-amzn-ErrorType", code)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
        else:
            handler.send(status, error(call.service, code, message))
        return True

    return fault


def reply(
    body: bytes,
    *,
    status: int = 200,
    action: str = "DescribeImages",
    region: str | None = None,
    first: int = 1,
) -> Fault:
    """These bytes, whatever they are."""

    def fault(handler: Handler, call: Call) -> bool:
        if not concerns(call, action, region, first):
            return False
        handler.send(status, body)
        return True

    return fault


def cut(
    *, action: str = "DescribeImages", region: str | None = None, first: int = 1, after: int = 0
) -> Fault:
    """Hangs up, after some bytes of an answer."""

    def fault(handler: Handler, call: Call) -> bool:
        if not concerns(call, action, region, first):
            return False
        if after:
            handler.send_response(200)
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
            handler.wfile.write(b"<DescribeImagesResponse><imagesSet>"[:after])
            handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
        handler.close_connection = True
        return True

    return fault


def slow(
    *, action: str = "DescribeImages", region: str | None = None, first: int = 1, trickle: bool = False
) -> Fault:
    """Says nothing, or a byte now and then, for as long as the caller bears it."""

    def fault(handler: Handler, call: Call) -> bool:
        if not concerns(call, action, region, first):
            return False
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.aws.held.set()
        while not handler.aws.released.wait(0.02):
            if has_left(handler.connection):
                handler.aws.hung_up.set()
                break
            if trickle:
                handler.wfile.write(b" ")
                handler.wfile.flush()
        handler.close_connection = True
        return True

    return fault


def has_left(connection: socket.socket) -> bool:
    """Whether the other side of a connection has hung up."""
    if not select.select([connection], [], [], 0)[0]:
        return False
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except ConnectionError:
        return True


def concerns(call: Call, action: str, region: str | None, first: int = 1, last: int = 10**9) -> bool:
    return call.action == action and region in (None, call.region) and first <= call.number <= last
