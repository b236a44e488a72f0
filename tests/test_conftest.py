from __future__ import annotations

import logging
import os
import socket
import threading
from pathlib import Path

import pytest


@pytest.mark.parametrize("reach", ["connect", "connect_ex"])
def test_a_call_beyond_this_machine_is_refused_and_noted(reach: str, outward_calls: list[object]) -> None:
    with socket.socket() as wire, pytest.raises(ConnectionRefusedError):
        getattr(wire, reach)(("192.0.2.1", 80))
    assert outward_calls == [("192.0.2.1", 80)]
    outward_calls.clear()


def test_a_name_beyond_this_machine_is_not_looked_up(outward_calls: list[object]) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("example.com", 80)
    assert outward_calls == [("example.com",)]
    outward_calls.clear()


def test_a_call_from_a_thread_is_noted_too(outward_calls: list[object]) -> None:
    def call() -> None:
        with socket.socket() as wire, pytest.raises(ConnectionRefusedError):
            wire.connect(("192.0.2.1", 80))

    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
    assert len(outward_calls) == 1
    outward_calls.clear()


def test_loopback_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("127.0.0.1", server.getsockname()[1]), timeout=5),
    ):
        server.accept()[0].close()


def test_home_and_settings_are_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(home)
    assert "AWS_PROFILE" not in os.environ


def test_a_logged_warning_is_noted(warnings_logged: list[logging.LogRecord]) -> None:
    logging.getLogger("wizard.test").warning("look out")
    logging.getLogger("wizard.test").info("nothing")
    assert [record.getMessage() for record in warnings_logged] == ["look out"]
    warnings_logged.clear()
