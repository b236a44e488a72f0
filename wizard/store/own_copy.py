"""A file in the cache that counts in place of what ships with the program: the catalogue's, the prices'."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from wizard.model.message import Message
from wizard.store.text_file import NotRead, is_there, read_text
from wizard.store.whole_file import NotWritten

Tell = Callable[[Message], object]

_Read = TypeVar("_Read")


def read_own(path: Path, read: Callable[[str], _Read], told: Message, tell: Tell) -> _Read | None:
    """What `read` makes of the file's text; None if there is none that can be used.

    A damaged file, for which `read` raises ValueError, is set aside under another name in the same
    folder, and `tell` is given `told` with {problem} and {aside} filled in.
    """
    if not is_there(path):
        return None
    try:
        return read(read_text(path))
    except (NotRead, ValueError) as problem:
        aside = path.with_name(f"damaged-{path.name}")
        with contextlib.suppress(OSError):
            path.replace(aside)
        tell(Message(told.template, {"problem": str(problem), "aside": aside}))
        return None


def forget_own(path: Path) -> bool:
    """Back to what ships with the program. Whether there was something else. Raises NotWritten."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as problem:
        raise NotWritten(path, problem) from None
    return True
