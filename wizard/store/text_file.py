"""Reads a text file that somebody else may have written, or broken."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import BinaryIO

from wizard.formats.text_encoding import NotText, text_of
from wizard.model.cause import cause_of, quoted
from wizard.model.message import Message

LARGEST = 256 * 2**20
"""Far above a DescribeImages reply of a whole Region, far below what would fill the memory."""
_PIECE = 4 * 2**20


class NotRead(OSError):
    """The file cannot be used as text. message: its name, the cause, what was expected."""

    def __init__(self, name: str, message: Message) -> None:
        self.message = Message("{name}: {problem}", {"name": Message(name), "problem": message})
        super().__init__(self.message.render(gettext.NullTranslations()))


def read_text(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises NotRead."""
    try:
        with path.open("rb") as file:
            return decode(file, str(path))
    except NotRead:
        raise
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character, which no system takes.
        expected = Message(
            "not read: {cause}; expected a file that can be read", {"cause": cause_of(problem)}
        )
        raise NotRead(quoted(path), expected) from None


def is_there(path: Path) -> bool:
    """True for a file that can be reached: not where its folders may not be read, or its name is too long."""
    try:
        return path.exists()
    except OSError:
        return False


def decode(file: BinaryIO, name: str, largest: int = LARGEST) -> str:
    """All of an open file as text, in the encodings of `text_of`. Raises NotRead if it is too large or no text."""
    data = _beginning(file, largest + 1)
    if len(data) > largest:
        raise NotRead(
            quoted(name), Message("too large; expected at most {largest} bytes", {"largest": largest})
        )
    try:
        return text_of(data)
    except NotText as problem:
        raise NotRead(quoted(name), problem.message) from None


def _beginning(file: BinaryIO, most: int) -> bytes:
    """Not more than so many bytes, piece by piece: who asks for many at once is given the memory for all of them."""
    pieces = []
    while most > 0 and (piece := file.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
