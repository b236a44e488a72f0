"""A private Python environment inside the checkout, made from a hash-locked requirements file.

What is half made, or made from another lock file or for another Python, is made anew; what is
whole is found to be so by one small file, so that every later start costs nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import requirements
from console import SetupError, run, say

OLDEST_PYTHON = (3, 11)


class Environment:
    """The virtual environment ``root/name``, holding exactly what ``lock`` names.

    ``root`` is the checkout, which becomes importable inside; ``megabytes`` is the room on disk
    that the finished environment takes.
    """

    def __init__(self, root: Path, name: str, lock: Path, megabytes: int) -> None:
        self.root = root
        self.lock = lock
        self.megabytes = megabytes
        self.directory = root / name
        self.python = self.directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.directory / "complete.txt"

    def identity(self) -> bytes:
        """What a finished environment was made from and for: Python, system and lock file."""
        machine = os.uname().machine if hasattr(os, "uname") else ""
        try:
            lock = hashlib.sha256(self.lock.read_bytes()).hexdigest()
        except FileNotFoundError:
            raise SetupError(
                f"{self.lock} is missing, so this checkout is not whole. Clone it anew."
            ) from None
        return f"{sys.implementation.cache_tag} {sys.platform} {machine}\n{lock}\n".encode()

    def ready(self) -> bool:
        """Whether it was finished, from this very lock file and for this Python."""
        identity = self.identity()
        try:
            return self.stamp.read_bytes() == identity and self.python.exists()
        except OSError:
            return False

    def ensure(self, supply: Callable[[], None]) -> None:
        """Make it unless it is ready; ``supply`` is called first, to get what the system lacks.

        Of several starts at once one does the work and the others wait. Raises SetupError.
        """
        if self.ready():
            return
        refuse_old_python()
        began = time.monotonic()
        try:
            with self._alone():
                if self.ready():
                    return
                say(f"Setting up {self.directory}, once for all later starts.")
                supply()
                self._make()
        except OSError as problem:
            raise SetupError(
                f"{self.directory} could not be made: {problem}. Keep the checkout on a disk with room "
                "where you may write, close the program if it still runs, and start again."
            ) from None
        say(f"- Ready after {time.monotonic() - began:.0f} s")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock that goes with the directory; it is freed even if this process is killed."""
        with Path(f"{self.directory}.lock").open("ab") as file:
            if not _try_lock(file.fileno()):
                say("Another start is setting this up already; waiting for it.")
                while not _try_lock(file.fileno()):
                    time.sleep(0.1)
            yield

    def _make(self) -> None:
        free = shutil.disk_usage(self.root).free // 1_000_000
        if free < self.megabytes:
            raise SetupError(
                f"The disk of {self.root} has {free} MB left, and {self.directory.name} takes "
                f"{self.megabytes} MB. Free some space, then start again."
            )
        if self.directory.is_symlink():
            raise SetupError(f"{self.directory} is a link. Remove it, then start again.")
        if self.directory.exists() and not self.directory.is_dir():
            raise SetupError(f"{self.directory} is a file. Remove it, then start again.")
        if self.directory.exists():
            say(f"- Removing {self.directory.name}, left by an unfinished or older set-up")
            # The stamp goes first: should this be interrupted, the rest must not pass for whole.
            with contextlib.suppress(FileNotFoundError):
                self.stamp.unlink()
            shutil.rmtree(str(self.directory))
        say(f"- Making a private Python environment in {self.directory.name}")
        # The interpreter beneath all environments: sys.executable may just have been removed.
        base = getattr(sys, "_base_executable", None) or sys.executable
        if run([base, "-I", "-m", "venv", self.directory]) != 0:
            raise SetupError(f"Python's venv module failed, with the words above. Python is {base}.")
        requirements.install(self.python, self.lock, self.directory / "pip.log")
        (site,) = self.directory.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages")
        # Relative, so that the checkout may be moved and its path may hold any letter.
        (site / "checkout.pth").write_text(os.path.relpath(str(self.root), str(site)), encoding="ascii")
        unfinished = self.stamp.with_suffix(".new")
        unfinished.write_bytes(self.identity())
        unfinished.replace(self.stamp)


def refuse_old_python() -> None:
    """Raise SetupError if this Python is too old, naming a newer one if the system has it."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    newer = (shutil.which(f"python3.{minor}") for minor in range(30, OLDEST_PYTHON[1] - 1, -1))
    found = next(filter(None, newer), None)
    remedy = f"Start it with {found} instead." if found else "Install one and start with it."
    has = ".".join(map(str, sys.version_info[:3]))
    raise SetupError(f"It needs Python 3.11 or newer, and {sys.executable} is Python {has}. {remedy}")


def _try_lock(descriptor: int) -> bool:
    """Take the file's lock for this process; False while another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
