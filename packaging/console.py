"""How ``run.py`` and ``test.py`` speak to the person and run other programs.

Standard library only, and readable by every Python since 3.7, like all they import: an old Python
must get as far as being told that it is too old.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class SetupError(Exception):
    """The set-up cannot go on; the text says the problem, its cause and the next step."""


def say(text: str) -> None:
    """Tell the person something on standard error: standard output belongs to the program."""
    print(text, file=sys.stderr, flush=True)


def run(command: Sequence[str | Path]) -> int:
    """Run a command to its end, all its output on standard error; return its exit status.

    Raises OSError if it cannot be started.
    """
    sys.stderr.flush()
    # Nothing may stop for a question, and a person's wish for "--user" installs is not for here.
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", PIP_USER="0")
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env=environment,
        check=False,
    ).returncode
