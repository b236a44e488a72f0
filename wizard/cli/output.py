"""Where an option's file goes: a file, or standard output for a lone "-"."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from wizard.cli.console import Refusal
from wizard.model.cause import quoted
from wizard.model.message import Message
from wizard.store.whole_file import whole_file

STANDARD_OUTPUT = "-"


def only_one(named: dict[str, bool]) -> None:
    """At most one of these writes to standard output. named: each option, and whether it does. Raises Refusal."""
    writers = [option for option, writes in named.items() if writes]
    if len(writers) > 1:
        values = {"option": writers[1], "other": writers[0]}
        raise Refusal(
            Message(
                "{option}: {other} writes to standard output already; expected the name of a file", values
            )
        )


def apart(written: Mapping[str, str | None], read: Iterable[str]) -> None:
    """No file is written twice, and none that is read. written: each option, and its file. Raises Refusal."""
    # Not Path.resolve, which raises RuntimeError for links that lead in a circle.
    told: dict[str, str] = {}
    sources = [
        os.path.realpath(each) for file in read if file != STANDARD_OUTPUT for each in _and_within(Path(file))
    ]
    for option, file in written.items():
        if file is None or file == STANDARD_OUTPUT:
            continue
        values = {"option": option, "file": quoted(file)}
        path = os.path.realpath(file)
        if path in sources:
            raise Refusal(Message("{option}: {file} is read from; expected another file", values))
        if path in told:
            values["other"] = told[path]
            raise Refusal(Message("{option}: {other} writes {file} as well; expected another file", values))
        told[path] = option


def _and_within(path: Path) -> Iterator[Path]:
    yield path
    if path.is_dir():
        yield from path.iterdir()


def no_terminal(option: str) -> None:
    """What is no text is not written to a screen. Raises Refusal."""
    if sys.stdout is not None and sys.stdout.isatty():
        text = (
            "{option} -: not text, and standard output is a terminal; expected the name of a file, or a pipe"
        )
        raise Refusal(Message(text, {"option": option}))


@contextlib.contextmanager
def opened(file: str, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to fill, whole or not at all, or standard output. Raises NotWritten, and Refusal if that is closed."""
    if file != STANDARD_OUTPUT:
        with whole_file(Path(file), private=private) as output:
            yield output
        return
    if sys.stdout is None:
        raise Refusal(Message("standard output: closed; expected somewhere to write"))
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def write(file: str, data: bytes, *, private: bool = False) -> None:
    """Put all of it there. Raises as `opened` does."""
    with opened(file, private=private) as output:
        output.write(data)
