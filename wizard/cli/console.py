"""What the command line reads, writes and says."""

from __future__ import annotations

import contextlib
import gettext
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, MessageError, Translations
from wizard.report.visible import visible
from wizard.store.resources import load_knowledge
from wizard.store.text_file import NotRead, decode, read_text

if TYPE_CHECKING:
    from wizard.model.prices.price import Prices

PROGRAM = "ami-wizard"
STANDARD_INPUT = "-"
INTERRUPTED = 130
"""The exit status of what a person ended with Ctrl+C."""


class Refusal(Exception):
    """The call ends here. message: one line for the person; status: the exit status."""

    def __init__(self, message: Message, status: int = 2) -> None:
        self.message = message
        self.status = status
        super().__init__(message)


def prepare_streams() -> None:
    """UTF-8 on every system. Half a character, which has none, is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(document: object) -> None:
    """One JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def say(line: str = "") -> None:
    """One line to standard output, with nothing in it that could steer a terminal."""
    print(visible(line))


def complain(message: Message, translations: Translations) -> None:
    """One line to standard error, where there is one."""
    if sys.stderr is None:
        return  # print would put the line on standard output
    with contextlib.suppress(OSError):
        # A full disk must not change the exit status.
        print(visible(f"{PROGRAM}: {message.render(translations)}"), file=sys.stderr, flush=True)


def as_said(error: Exception) -> Message:
    """The words of an error that is one line for the person already."""
    return error.message if isinstance(error, MessageError) else Message(str(error))


def tell_reset(
    forget: Callable[[], bool], done: Message, already: Message, translations: Translations
) -> int:
    """Remove what counts in place of the built-in one, and say whether there was anything. The exit status."""
    # Only here: most calls write no file.
    from wizard.store.whole_file import NotWritten

    try:
        there_was_one = forget()
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    say((done if there_was_one else already).render(translations))
    return 0


def read_source(source: str) -> tuple[str, str]:
    """The text of a file, or of standard input for "-", and the name to call it by."""
    try:
        if source == STANDARD_INPUT:
            return decode(standard_input(), "standard input"), "standard input"
        return read_text(Path(source)), source
    except NotRead as problem:
        raise Refusal(problem.message) from None


def standard_input() -> BinaryIO:
    """Its bytes. Raises Refusal if it was closed before the program began."""
    if sys.stdin is None:
        raise Refusal(Message("standard input: closed; expected something to read"))
    return sys.stdin.buffer


def the_knowledge(translations: Translations | None = None) -> Knowledge:
    """Everything the program knows. Raises Refusal if the installation is damaged."""
    with _refusing():
        # Not against its checksum, which only what the program did not bring is held to.
        return load_knowledge(whole=False, tell=_teller(translations)).complete()


def the_prices(translations: Translations) -> Prices:
    """What is known of prices; the rest is not read. Raises Refusal like the_knowledge."""
    with _refusing():
        return load_knowledge(whole=False, tell=_teller(translations)).prices


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as problem:
        raise Refusal(as_said(problem)) from None


def _teller(translations: Translations | None) -> Callable[[Message], object]:
    return lambda notice: complain(notice, translations or gettext.NullTranslations())


def silence_output() -> None:
    """Nobody reads on: what is still unwritten goes nowhere, so that leaving makes no noise."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), output)
