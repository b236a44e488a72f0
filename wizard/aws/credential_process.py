"""Runs the program that a profile's credential_process names."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from wizard.aws.cancel import current_cancel

_LONGEST_SECONDS = 60.0


class ProgramProblem(Exception):
    """It could not be started, or did not end. Says which program, never what it wrote."""


class Program(subprocess.Popen[bytes]):
    """A program without a terminal to ask on, that ends when nobody waits for it any more."""

    def __init__(self, command: Sequence[str], **pipes: int) -> None:
        self._name = command[0] if command else ""
        try:
            # A session of its own, so that what it starts ends with it.
            super().__init__(  # type: ignore[call-overload]  # the pipes are botocore's
                command, stdin=subprocess.DEVNULL, start_new_session=sys.platform != "win32", **pipes
            )
        except (OSError, IndexError, ValueError) as problem:
            cause = getattr(problem, "strerror", None) or str(problem)
            raise ProgramProblem(f"{self._name!r} was not started: {cause}") from None

    def communicate(self, input: bytes | None = None, timeout: float | None = None) -> tuple[bytes, bytes]:  # noqa: A002  # Popen's name
        """What it wrote. Raises ProgramProblem if it takes longer than a minute, Cancelled."""
        cancel = current_cancel()
        try:
            with cancel.stopping(self.end):
                found = super().communicate(input, timeout or _LONGEST_SECONDS)
        except BaseException as problem:
            self.end()
            super().communicate()
            if isinstance(problem, subprocess.TimeoutExpired):
                raise ProgramProblem(
                    f"{self._name!r} did not end within {_LONGEST_SECONDS:.0f} seconds"
                ) from None
            raise
        cancel.check()
        return found

    def end(self) -> None:
        """End it and what it started."""
        if sys.platform == "win32":
            self.kill()
        elif self.poll() is None:
            os.killpg(self.pid, signal.SIGKILL)
