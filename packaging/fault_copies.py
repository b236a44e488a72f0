"""Put a fault into a copy of the checkout and start its tests there: for what runs at import."""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from fault_trials import Trial
from test_notes import ROOT

# Imported once; each trial is a fork of the process that has them.
_PRELOADED = ["pytest", "hypothesis", "pytest_timeout", "pytestqt.plugin", "PySide6.QtWidgets"]
_PRELOADED += ["PySide6.QtTest", "botocore.session", "yaml", "hcl2", "typst"]
_MEMORY = 6 << 30
_NO_SUCH_TEST = 4


def _run(copy: Path, tests: Sequence[str], seconds: float) -> None:
    """In a process of its own: ends with pytest's status."""
    os.setpgrp()
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    os.chdir(copy)
    sys.path[:] = [str(copy), *(each for each in sys.path if not each.startswith(str(ROOT / "packaging")))]
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    import pytest

    options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    os._exit(int(pytest.main([*options, "--rootdir", str(copy), *tests])))


class Copies:
    """Copies of the checkout, one for each fault that is tried at once."""

    def __init__(self, folder: Path, number: int) -> None:
        self._free: SimpleQueue[Path] = SimpleQueue()
        self._times = count(1)
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(_PRELOADED)
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        files = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split(
            "\0"
        )
        for copy in (folder / str(place) for place in range(number)):
            for name in (name for name in files if name and (ROOT / name).is_file()):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
            self._free.put(copy)

    def notices(self, trial: Trial) -> bool:
        """Whether one of the tests fails, or hangs, with the fault in place."""
        mutant, tests, seconds = trial.mutant, trial.tests, trial.seconds
        if not tests:
            return False
        copy = self._free.get()
        target = copy / mutant.file
        try:
            target.write_text(mutant.source(), encoding="utf-8")
            # What was compiled is told from what is to be compiled by its time, in seconds.
            os.utime(target, (time := next(self._times), time))
            status = self._status(copy, tests, seconds)
            shutil.copy2(ROOT / mutant.file, target)
            if status == _NO_SUCH_TEST and self._status(copy, tests, seconds):
                raise LookupError(f"{mutant.file}: its tests cannot be run")
        finally:
            shutil.copy2(ROOT / mutant.file, target)
            self._free.put(copy)
        return status != 0

    def _status(self, copy: Path, tests: Sequence[str], seconds: float) -> int:
        process = self._context.Process(target=_run, args=(copy, tests, seconds))
        process.start()
        process.join(10 * seconds)
        if process.pid:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return int(process.exitcode or 0)
