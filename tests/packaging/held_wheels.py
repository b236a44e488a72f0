"""Wheels that pip asks for and gets when the test says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class HeldWheels:
    """asked_for: somebody wants them. given_out: they may be had."""

    asked_for: threading.Event = field(default_factory=threading.Event)
    given_out: threading.Event = field(default_factory=threading.Event)
    url: str = ""


@contextmanager
def hold_wheels(directory: Path) -> Iterator[HeldWheels]:
    """Serve a directory of wheels on loopback."""
    held = HeldWheels()

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked_for.set()
            held.given_out.wait()
            super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Who asked may have been ended meanwhile."""

    with Server(("127.0.0.1", 0), partial(Handler, directory=str(directory))) as server:
        held.url = f"http://127.0.0.1:{server.server_address[1]}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield held
        finally:
            held.given_out.set()
            server.shutdown()
            thread.join()
