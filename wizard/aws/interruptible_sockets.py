"""Makes botocore's connections ones that can be given up at any moment. Imports botocore: load it late."""

from __future__ import annotations

import os
import selectors
import socket
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from botocore.awsrequest import (
    AWSHTTPConnection,
    AWSHTTPConnectionPool,
    AWSHTTPSConnection,
    AWSHTTPSConnectionPool,
)
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from wizard.aws.cancel import current_cancel, hang_up

_GLANCE = 0.2
_IN_USE: ContextVar[list[socket.socket] | None] = ContextVar("sockets", default=None)


def watch_clients(events: Any) -> None:
    """From now on every client of a botocore session, those for signing in too, can be given up."""
    events.register("creating-client-class", _add_watching)


def _add_watching(base_classes: list[type], **_rest: object) -> None:
    base_classes.insert(0, _Watched)


class _Watched:
    """What a client class gets as its first base."""

    def __init__(self, serializer: object, endpoint: Any, *rest: object, **named: object) -> None:
        super().__init__(serializer, endpoint, *rest, **named)  # type: ignore[call-arg]  # BaseClient's
        _watch(endpoint.http_session)


def _watch(http: Any) -> None:
    """Let an HTTP session of botocore use connections that know who waits for them."""
    pools = {"http": _pool(AWSHTTPConnectionPool, _Plain), "https": _pool(AWSHTTPSConnectionPool, _Secure)}
    # One for direct connections, the other for those by a proxy. botocore has no setting for them.
    http._manager.pool_classes_by_scheme = http._pool_classes_by_scheme = pools  # noqa: SLF001  # as said
    http.send = _sender(http.send)


def _sender(send: Callable[[object], object]) -> Callable[[object], object]:
    def watched(request: object) -> object:
        sockets: list[socket.socket] = []

        def stop() -> None:
            for each in sockets:
                hang_up(each)

        token = _IN_USE.set(sockets)
        try:
            with current_cancel().stopping(stop):
                return send(request)
        finally:
            _IN_USE.reset(token)

    return watched


def _use(connection: socket.socket) -> None:
    in_use = _IN_USE.get()
    if in_use is not None:
        in_use.append(connection)
    # It may have been cancelled just before the socket came into the list.
    current_cancel().check()


class _Connecting:
    """Connects without blocking, and tells which socket a request waits for."""

    host: str
    port: int
    sock: socket.socket | None
    timeout: float
    source_address: tuple[str, int] | None
    socket_options: list[tuple[int, int, int]] | None
    _dns_host: str

    def request(self, *arguments: Any, **named: Any) -> Any:
        if self.sock is not None:
            _use(self.sock)
        return super().request(*arguments, **named)  # type: ignore[misc]  # urllib3's HTTPConnection's

    def _new_conn(self) -> socket.socket:
        """In the place of urllib3's, which waits for the whole timeout."""
        try:
            connection = self._connect()
        except socket.gaierror as problem:
            raise NameResolutionError(self.host, self, problem) from problem  # type: ignore[arg-type]  # it is one
        except TimeoutError as problem:
            raise ConnectTimeoutError(self, f"no answer from {self.host}") from problem
        except OSError as problem:
            raise NewConnectionError(self, str(problem)) from problem  # type: ignore[arg-type]  # it is one
        try:
            _use(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect(self) -> socket.socket:
        problem: OSError = OSError(f"{self.host} has no address")
        for family, kind, protocol, _, address in socket.getaddrinfo(
            self._dns_host.strip("[]"), self.port, type=socket.SOCK_STREAM
        ):
            connection = socket.socket(family, kind, protocol)
            try:
                for option in self.socket_options or ():
                    connection.setsockopt(*option)
                if self.source_address:
                    connection.bind(self.source_address)
                _connect(connection, address, self.timeout)
            except OSError as found:
                connection.close()
                problem = found
            except BaseException:
                connection.close()
                raise
            else:
                connection.settimeout(self.timeout)
                return connection
        raise problem


def _connect(connection: socket.socket, address: Any, timeout: float) -> None:
    """Connect, looking up now and then whether anybody still waits. Raises OSError, Cancelled."""
    cancel = current_cancel()
    connection.setblocking(False)
    end = time.monotonic() + timeout
    try:
        connection.connect(address)
    except BlockingIOError:
        with selectors.DefaultSelector() as selector:
            selector.register(connection, selectors.EVENT_WRITE)
            while not selector.select(_GLANCE):
                cancel.check()
                if time.monotonic() > end:
                    raise TimeoutError from None
        if code := connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(code, os.strerror(code)) from None


class _Plain(_Connecting, AWSHTTPConnection):  # type: ignore[misc]  # botocore ships no types
    pass


class _Secure(_Connecting, AWSHTTPSConnection):  # type: ignore[misc]  # botocore ships no types
    pass


def _pool(pool: type, connection: type) -> type:
    return type(pool.__name__, (pool,), {"ConnectionCls": connection})
