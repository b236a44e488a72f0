"""Run the whole suite from a checkout: ``python3 packaging/test.py [PYTEST ARGS...]``.

Linter, formatting, types, import contract, tests and their coverage, one after the other, each of
them even if one before it failed. The exit status is 0 only if none did, 1 if any did, 4 if the
tools could not be set up. With arguments, pytest gets them, and the coverage that needs the whole
suite is not judged. ``-m slow`` runs what each run passes over: the set-ups that take long.

The tools live in ``.venv-test``, made from ``test.lock``: beside the program's own ``.venv``, so
that what a user gets stays free of them, and is what the tests of ``run.py`` find.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import system
from console import SetupError, say
from environment import Environment

ROOT = Path(__file__).resolve().parent.parent
NOT_SET_UP = 4
# Rooms where every line and every branch must be run by a test.
COVERED_ROOMS = ("model", "flow", "report")
COMMANDS = (
    system.Part("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    system.Part("xdotool", "xdotool", "xdotool", "xdotool"),
    system.Part("pdfinfo", "poppler-utils", "poppler-utils", "poppler"),
)


class Step(NamedTuple):
    """One check: what it is called and the arguments that Python gets for it."""

    name: str
    arguments: Sequence[str]


class Result(NamedTuple):
    """How a step ended: its exit status and the seconds it took."""

    step: Step
    status: int
    seconds: float


# The rooms of tests that run those: to watch each line doubles the time, which the others and the laws are spared.
_COVERING = ("api", "cli", "flow", "formats", "model", "report")
# One process for each core; a file's slow tests are shared out too.
_PYTEST = ("-m", "pytest", "-n", "auto", "--dist", "worksteal")


def steps(pytest_arguments: Sequence[str]) -> list[Step]:
    """All checks in their order."""
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return [
        Step("ruff check", ["-m", "ruff", "check"]),
        Step("ruff format", ["-m", "ruff", "format", "--check"]),
        Step("mypy", ["-m", "mypy", "--num-workers", "auto"]),
        Step("lint-imports", ["-c", lint_imports, "--no-logo"]),
        *([Step("pytest", [*_PYTEST, *pytest_arguments])] if pytest_arguments else whole_suite()),
    ]


def whole_suite() -> list[Step]:
    """All tests, and what those of the covering rooms have run."""
    watching = [f"--cov=wizard/{room}" for room in COVERED_ROOMS]
    covering = [f"tests/{room}" for room in _COVERING]
    return [
        Step("pytest, covering", [*_PYTEST, *watching, "--cov-branch", "--cov-report=", *covering]),
        Step("pytest, the rest", [*_PYTEST, *(f"--ignore={room}" for room in covering)]),
        *(room_step(room) for room in COVERED_ROOMS),
    ]


def room_step(room: str) -> Step:
    """The check that the tests run every line and branch of a room."""
    report = ["-m", "coverage", "report", f"--include=wizard/{room}/*", "--fail-under=100"]
    return Step(f"coverage of {room}", report)


def take(step: Step, python: Path) -> Result:
    """Run one check, its output where this script's goes."""
    print(f"\n== {step.name}", flush=True)
    began = time.monotonic()
    # Isolated: no PYTHON variable and no file in the current directory may change the outcome.
    command = [str(python), "-I", *step.arguments]
    status = subprocess.run(command, cwd=str(ROOT), stdin=subprocess.DEVNULL, check=False).returncode
    return Result(step, status, time.monotonic() - began)


def summary(results: Sequence[Result]) -> str:
    """A line for each check, and a last one for all."""
    lines = [
        f"{'ok' if result.status == 0 else 'FAILED':8}{result.step.name:20}{result.seconds:6.1f} s"
        for result in results
    ]
    failed = [result.step.name for result in results if result.status != 0]
    seconds = sum(result.seconds for result in results)
    verdict = f"FAILED: {', '.join(failed)}" if failed else "all is well"
    return "\n".join([*lines, f"{len(results)} checks in {seconds:.0f} s, {verdict}"])


def main(pytest_arguments: Sequence[str]) -> int:
    """Set up if that is due, then take all steps and sum up."""
    environment = Environment(ROOT, ".venv-test", ROOT / "packaging" / "test.lock", megabytes=900)
    try:
        environment.ensure(partial(system.supply, COMMANDS))
        results = [take(step, environment.python) for step in steps(pytest_arguments)]
    except SetupError as problem:
        say(f"The tests cannot start. {problem}")
        return NOT_SET_UP
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130
    print(f"\n{summary(results)}", flush=True)
    return int(any(result.status for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
