"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import gettext
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wizard.model.cause import cause_of, quoted
from wizard.model.message import Message

# Of Windows, which lets nobody replace a file that is open elsewhere: access denied, and two of sharing.
_HELD = frozenset({5, 32, 33})
# Whoever looks for viruses or keeps an index lets go soon.
_PAUSES = (0.01, 0.03, 0.1, 0.3, 0.6)
_PART = re.compile(r"\.ami-wizard-[0-9a-f]{16}\.part")


class NotWritten(OSError):
    """The file is as it was before. message: the path as given, the cause, what was expected."""

    def __init__(self, path: Path, problem: OSError | ValueError) -> None:
        values = {"path": Message(quoted(path)), "cause": cause_of(problem)}
        if isinstance(problem, OSError) and problem.errno == errno.EBUSY:
            self.message = Message(
                "{path}: not written: another program has it open, or it is read-only; close it there, or choose another name",
                values,
            )
        else:
            self.message = Message(
                "{path}: not written: {cause}; expected a file in a folder that can be written to", values
            )
        super().__init__(self.message.render(gettext.NullTranslations()))


def write_whole(path: Path, data: bytes, private: bool = False) -> None:
    """Put data at path. Another reader sees the old content or the new one, never a part.

    private: only the user may read it. A link keeps pointing where it points, and what it points
    to is replaced. Raises NotWritten.
    """
    with whole_file(path, private=private) as file:
        file.write(data)


@contextlib.contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to fill that becomes the one at path when it is done, as `write_whole` does it.

    Raises NotWritten, also for what goes wrong while it is filled.
    """
    try:
        with _replaced(Path(os.path.realpath(path)), private) as file:
            yield file
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character, which no system takes.
        raise NotWritten(path, problem) from None


def is_part(name: str) -> bool:
    """True for the name of a file that `write_whole` had not finished."""
    return _PART.fullmatch(name) is not None


@contextlib.contextmanager
def _replaced(target: Path, private: bool) -> Iterator[BinaryIO]:
    if target.exists() and not target.is_file():
        number = errno.EISDIR if target.is_dir() else errno.ENXIO
        raise OSError(number, os.strerror(number))
    mode = 0o600 if private else 0o666
    part = target.with_name(f".ami-wizard-{os.urandom(8).hex()}.part")
    try:
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        # Of permissions Windows keeps there only that nobody may change a file, nor remove it.
        if sys.platform != "win32" and target.exists() and not private:
            part.chmod(target.stat().st_mode & 0o777)
        _put(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _put(part: Path, target: Path) -> None:
    """In its place. On Windows a program that has the old file open is given the time to let go."""
    for pause in (*_PAUSES, None):
        try:
            part.replace(target)
        except PermissionError as problem:
            if getattr(problem, "winerror", None) not in _HELD:
                raise
            if pause is None:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from None
            time.sleep(pause)
        else:
            return
