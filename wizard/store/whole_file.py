"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import gettext
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wizard.model.cause import cause_of
from wizard.model.message import Message

_PART = re.compile(r"\.ami-wizard-[0-9a-f]{16}\.part")


class NotWritten(OSError):
    """The file is as it was before. message: the path as given, the cause, what was expected."""

    def __init__(self, path: Path, problem: OSError | ValueError) -> None:
        values = {"path": Message(repr(str(path))), "cause": cause_of(problem)}
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
        if target.exists() and not private:
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
