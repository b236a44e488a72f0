"""Run the whole suite from a checkout: ``python3 packaging/test.py [PYTEST ARGS...]``.

Linter, formatting, types, import contract, tests and their coverage, side by side on all cores, each of
them even if another failed. The exit status is 0 only if none did, 1 if any did, 4 if the tools could
not be set up. With arguments, pytest gets them, and the coverage that needs the whole
suite is not judged. ``-m slow`` runs what each run passes over: the set-ups that take long.

Each room of tests has a process to itself, so that its files are read once, and not by each worker.

The tools live in ``.venv-test``, made from ``test.lock``: beside the program's own ``.venv``, so
that what a user gets stays free of them, and is what the tests of ``run.py`` find.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
# What runs on Windows and macOS as well; the tests and the tools beside them need not.
PORTABLE = (
    "wizard",
    *(
        f"packaging/{name}.py"
        for name in ("run", "build", "console", "environment", "requirements", "system")
    ),
    *(
        f"packaging/desktop/{name}.py"
        for name in ("bundle", "start", "started", "licence_texts", "materials")
    ),
)
COMMANDS = (
    system.Part("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    system.Part("xdotool", "xdotool", "xdotool", "xdotool"),
    system.Part("pdfinfo", "poppler-utils", "poppler-utils", "poppler"),
)


class Step(NamedTuple):
    """One check: what it is called, the arguments that Python gets for it, and its own variables."""

    name: str
    arguments: Sequence[str]
    variables: Sequence[tuple[str, str]] = ()


class Result(NamedTuple):
    """How a step ended: its exit status and the seconds it took."""

    step: Step
    status: int
    seconds: float


TESTS = ROOT / "tests"
_PYTEST = ("-m", "pytest", "-n", "0")
# What runs each line of those rooms. To watch each line takes twice as long, which the others are spared.
_WATCHED = ("model", "report", "flow", "cli/check")
# Begun first, so that no core is left without work at the end.
_LONGEST = ("gui", "model", "report", "e2e", "cli", "packaging", "aws", "mypy", "app", "laws")


def steps(pytest_arguments: Sequence[str]) -> list[Step]:
    """All checks that can be taken side by side, the longest first."""
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    # One process for each core; a file's slow tests are shared out too.
    chosen = ["-m", "pytest", "-n", "auto", "--dist", "worksteal", *pytest_arguments]
    checks = [
        *([Step("pytest", chosen)] if pytest_arguments else tests()),
        Step("mypy", ["-m", "mypy"]),
        *map(_types_on, ("win32", "darwin")),
        Step("lint-imports", ["-c", lint_imports, "--no-logo"]),
        Step("ruff check", ["-m", "ruff", "check"]),
        Step("ruff format", ["-m", "ruff", "format", "--check"]),
    ]
    return sorted(checks, key=_order)


def _types_on(system: str) -> Step:
    """What the program and its set-up name has to be there on a system that is not here, too."""
    cache = str(ROOT / ".mypy_cache" / system)
    return Step(f"mypy {system}", ["-m", "mypy", "--platform", system, "--cache-dir", cache, *PORTABLE])


def _order(step: Step) -> int:
    name = step.name.removeprefix("tests/")
    return _LONGEST.index(name) if name in _LONGEST else len(_LONGEST)


def verdicts(pytest_arguments: Sequence[str]) -> list[Step]:
    """What can be judged only when all tests have run, one after the other."""
    if pytest_arguments:
        return []
    report = ["-m", "coverage", "report", "--fail-under=100"]
    return [
        Step("coverage", ["-m", "coverage", "combine", "--quiet", *map(_coverage_file, _WATCHED)]),
        *(Step(f"coverage of {room}", [*report, f"--include=wizard/{room}/*"]) for room in COVERED_ROOMS),
    ]


def tests() -> Iterator[Step]:
    """All tests: those that stand in no room, and each room's."""
    yield Step("tests", [*_PYTEST, *sorted(f"tests/{file.name}" for file in TESTS.glob("test_*.py"))])
    rooms = {file.relative_to(TESTS).parts[0] for file in TESTS.glob("*/**/test_*.py")}
    yield from map(room_step, sorted(rooms | {*_WATCHED}))


def room_step(room: str) -> Step:
    """The tests of a room, without those of its parts that are watched."""
    name = f"tests/{room}"
    pytest = [*_PYTEST, name, *(f"--ignore=tests/{part}" for part in _WATCHED if part.startswith(f"{room}/"))]
    if room not in _WATCHED:
        return Step(name, pytest)
    watching = [f"--cov=wizard/{covered}" for covered in COVERED_ROOMS]
    where = [("COVERAGE_FILE", _coverage_file(room))]
    return Step(name, [*pytest, *watching, "--cov-branch", "--cov-report="], where)


def _coverage_file(room: str) -> str:
    return str(ROOT / f".coverage.{room.replace('/', '.')}")


def take(step: Step, python: Path) -> Result:
    """Run one check, and show what it said when it has ended."""
    began = time.monotonic()
    # Isolated: no PYTHON variable and no file in the current directory may change the outcome.
    done = subprocess.run(
        [str(python), "-I", *step.arguments],
        cwd=str(ROOT),
        env={**os.environ, **dict(step.variables)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    with _SPEAKING:
        print(f"\n== {step.name}", flush=True)
        sys.stdout.buffer.write(done.stdout)
        sys.stdout.buffer.flush()
    return Result(step, done.returncode, time.monotonic() - began)


_SPEAKING = threading.Lock()


def side_by_side(checks: Sequence[Step], python: Path) -> list[Result]:
    """Take each as soon as there is room for it: one more than cores, for some wait for a window or a server."""
    with ThreadPoolExecutor(cores() + 1) as pool:
        running = [pool.submit(take, check, python) for check in checks]
        try:
            return [each.result() for each in running]
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def cores() -> int:
    """How many of the machine's this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def summary(results: Sequence[Result], seconds: float) -> str:
    """A line for each check, and a last one for all. seconds: from the first to the last."""
    lines = [
        f"{'ok' if result.status == 0 else 'FAILED':8}{result.step.name:20}{result.seconds:6.1f} s"
        for result in results
    ]
    failed = [result.step.name for result in results if result.status != 0]
    verdict = f"FAILED: {', '.join(failed)}" if failed else "all is well"
    return "\n".join([*lines, f"{len(results)} checks in {seconds:.0f} s, {verdict}"])


def main(pytest_arguments: Sequence[str]) -> int:
    """Set up if that is due, then take all steps and sum up."""
    environment = Environment(ROOT, ".venv-test", ROOT / "packaging" / "test.lock", megabytes=900)
    try:
        environment.ensure(partial(system.supply, COMMANDS))
        began = time.monotonic()
        results = side_by_side(steps(pytest_arguments), environment.python)
        results += [take(step, environment.python) for step in verdicts(pytest_arguments)]
    except SetupError as problem:
        say(f"The tests cannot start. {problem}")
        return NOT_SET_UP
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130
    print(f"\n{summary(results, time.monotonic() - began)}", flush=True)
    return int(any(result.status for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
