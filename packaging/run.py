"""Start AMI Wizard from a checkout: ``python3 packaging/run.py [ARGS...]``.

The first start makes a private environment in ``.venv`` from ``run.lock``; every later one goes
straight on to the program. Without arguments that is the window or, where there is no display, a
recommendation for the sample answers as a PDF, whose path is printed.

Messages of this script go to standard error. The exit status is the program's; 4 means that it
could not be set up, 130 that the set-up was interrupted.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import system
from console import SetupError, say
from environment import Environment

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample" / "sample.amiwizard"
NOT_SET_UP = 4
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Set up if that is due, then run the program and return its exit status."""
    environment = Environment(ROOT, ".venv", ROOT / "packaging" / "run.lock", megabytes=450)
    try:
        environment.ensure(system.supply)
        if not arguments and not has_display():
            return walk_sample(environment.python)
        return start(environment.python, arguments)
    except SetupError as problem:
        say(f"AMI Wizard cannot start. {problem}")
        return NOT_SET_UP
    except KeyboardInterrupt:
        say("\nInterrupted. An unfinished set-up is made anew by the next start.")
        return INTERRUPTED


def has_display() -> bool:
    """Whether a window could be opened. macOS and Windows always have a display of their own."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def command(python: Path, arguments: Sequence[str]) -> list[str]:
    """The program's command line: isolated, so that no file where one happens to be, and no
    PYTHON variable, stands in for a module of it.
    """
    return [str(python), "-I", "-m", "wizard", *arguments]


def start(python: Path, arguments: Sequence[str]) -> int:
    """Become the program; on Windows, which cannot do that, run it to its end."""
    if os.name == "posix":
        os.execv(str(python), command(python, arguments))
    return subprocess.run(command(python, arguments), check=False).returncode


def walk_sample(python: Path) -> int:
    """Write the sample answers' recommendation as a PDF and print its path."""
    pdf = unused_path(writable_directory())
    say("No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    say(f"Walking the sample answers instead: {SAMPLE}")
    walk = command(python, ["recommend", "--answers", str(SAMPLE), "--pdf", str(pdf)])
    status = subprocess.run(walk, stdout=sys.stderr, check=False).returncode
    if status == 0:
        print(pdf)
    return status


def writable_directory() -> Path:
    """Where one is, or the directory for temporary files if nothing can be written there."""
    try:
        here = Path.cwd()
    except FileNotFoundError:
        here = None
    return here if here and os.access(here, os.W_OK) else Path(tempfile.gettempdir())


def unused_path(directory: Path) -> Path:
    """A name for the recommendation there that takes no other file's place."""
    names = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    paths = (directory / f"ami-recommendation{suffix}.pdf" for suffix in names)
    return next(path for path in paths if not os.path.lexists(str(path)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
