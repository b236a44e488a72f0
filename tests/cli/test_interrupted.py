"""Ctrl+C while AWS is asked, in a process of its own as a terminal has it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.aws.conftest import hanging
from tests.aws.endpoint import Endpoint, slow
from tests.aws.hanging_program import HangingProgram
from tests.aws.world import MFA, PROCESS

__all__ = ["hanging"]
# AWS would be waited for for a minute, four times.
pytestmark = [
    pytest.mark.timeout(200),
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX only: a group of processes"),
]
ROOT = Path(__file__).parents[2]


def started(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "wizard", "images", "--json", *arguments]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_it_ends_at_once_and_what_came_is_shown(aws: Endpoint, home: Path) -> None:
    aws.faults = [slow(region="eu-west-2")]
    with started() as program:
        assert program.stderr is not None
        assert aws.held.wait()
        kept = home / "cache" / "ami-wizard" / "images"
        while not list(kept.glob("*.json")):
            assert program.poll() is None
        os.killpg(program.pid, signal.SIGINT)
        out, err = program.communicate()
    assert program.returncode == 130
    assert (len(json.loads(out)["images"]), err) == (3, "")
    assert aws.hung_up.wait()


def test_a_program_that_a_profile_names_ends_too(aws: Endpoint, home: Path, hanging: HangingProgram) -> None:
    (home / "process.py").write_text(hanging.code)
    (home / ".aws" / "config").write_text(PROCESS.format(command=f"{sys.executable} {home / 'process.py'}"))
    with started("--profile", "process") as program:
        assert hanging.runs()
        os.killpg(program.pid, signal.SIGINT)
        out, _ = program.communicate()
    assert program.returncode == 130
    assert json.loads(out)["images"] == []
    assert hanging.has_ended()


_AT_A_TERMINAL = """import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "wizard", "images", "--profile", "role"])
"""


def test_at_the_prompt_for_a_code_it_leaves_the_terminal_as_it_was(aws: Endpoint, home: Path) -> None:
    import pty
    import termios

    (home / ".aws" / "config").write_text(MFA)
    keyboard, terminal = pty.openpty()
    try:
        with subprocess.Popen(
            [sys.executable, "-c", _AT_A_TERMINAL],
            cwd=ROOT,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        ) as program:
            said = b""
            while b"MFA code of arn:aws:iam::123456789012:mfa/jane" not in said:
                said += os.read(keyboard, 1000)
            assert not termios.tcgetattr(terminal)[3] & termios.ECHO
            os.write(keyboard, b"\x03")
        assert program.returncode == 130
        assert termios.tcgetattr(terminal)[3] & termios.ECHO
        assert aws.calls == []
    finally:
        os.close(keyboard)
        os.close(terminal)
