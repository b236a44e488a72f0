"""Start-up of the checkout and of installed programs, against bare Qt: `python -m tests.benchmarks.starts PROGRAM...`.

Each PROGRAM is words of a shell: the one in an unpacked folder, /usr/bin/ami-wizard. All start in turn, off screen,
with a HOME that is empty before the first round: the median of the time that passes, and of the processor's own
time, which another program on the machine changes less. Nothing is asserted: machines differ. Not for Windows.
"""

from __future__ import annotations

import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from resource import RUSAGE_CHILDREN, getrusage

from tests.benchmarks.__main__ import BARE, ROOT, STARTS, row


def started(command: list[str]) -> tuple[float, float]:
    """Milliseconds that pass until it has ended, and those that a processor worked."""
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after, ended = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    worked = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return 1000 * (ended - began), 1000 * worked


def main(programs: list[str]) -> None:
    """Measure and print, with the person's settings out of the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    named = {"checkout": [sys.executable, "-m", "wizard"]} | {name: shlex.split(name) for name in programs}
    commands = {"bare QWizard of five pages": [sys.executable, "-I", "-c", BARE]}
    commands |= {name: [*command, "--smoke"] for name, command in named.items()}
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        # The first round only fills the disk cache.
        rounds = [[started(command) for command in commands.values()] for _ in range(STARTS + 1)][1:]
    medians = [tuple(map(statistics.median, zip(*each, strict=True))) for each in zip(*rounds, strict=True)]
    (bare, bare_worked), *_ = medians
    for name, (passed, worked) in zip(commands, medians, strict=True):
        times = f"{passed / bare:.2f} and {worked / bare_worked:.2f} times bare"
        print(row(name, f"{passed:.0f} ms, {worked:.0f} ms of CPU, {times}"))


if __name__ == "__main__":
    main(sys.argv[1:])
