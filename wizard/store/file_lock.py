"""Locks between processes, which the system frees when their holder ends in whatever way."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


def try_lock(path: Path) -> int | None:
    """The descriptor of the file at path, locked until it is closed; None while another holds it."""
    return _locked(path, wait=False)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of the file at path, waiting for whoever has it. Raises OSError."""
    file = _locked(path, wait=True)
    try:
        yield
    finally:
        if file is not None:
            os.close(file)


def _locked(path: Path, *, wait: bool) -> int | None:
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file
