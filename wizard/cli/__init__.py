"""The command line. `main` hands the arguments to a verb, or opens the window."""

from __future__ import annotations

import errno
import gc
import gettext
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from wizard.cli.console import INTERRUPTED, Refusal, as_said, complain, prepare_streams, silence_output
from wizard.cli.options import verb_parser, window_parser
from wizard.cli.options.verbs import VERBS
from wizard.cli.parser import LANGUAGES, speak
from wizard.model.cause import cause_of, quoted
from wizard.model.message import Message, Translations
from wizard.store.languages import translations
from wizard.store.resources import ResourcesMissing

# Windows calls a pipe that nobody reads any more an invalid argument.
_NOBODY_READS = (errno.EPIPE, errno.EINVAL)

OpenWindow = Callable[[Path | None, bool, Translations], int]
"""Opens the window, perhaps with an answers file, perhaps only to see that it can; the exit status."""


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments say; the exit status. arguments: without the program's name."""
    words = list(arguments)
    prepare_streams()
    spoken: Translations = gettext.NullTranslations()
    try:
        spoken = translations(_language(words))
        speak(spoken)
        status = _run(words, open_window, spoken)
        if sys.stdout:
            sys.stdout.flush()
        elif words and words[0] in VERBS:
            raise Refusal(Message("standard output: closed; expected somewhere to write"))
    except Refusal as problem:
        complain(problem.message, spoken)
        return problem.status
    except ResourcesMissing as problem:
        complain(as_said(problem), spoken)
        return 2
    except OSError as problem:
        # A stream has no file name; what is left is standard output, on a full disk for one.
        silence_output()
        if problem.errno in _NOBODY_READS and not problem.filename:
            return 0
        where = quoted(problem.filename) if problem.filename else "standard output"
        values = {"where": Message(where), "cause": cause_of(problem)}
        complain(Message("{where}: not read or written: {cause}", values), spoken)
        return 2
    except MemoryError:
        complain(
            Message("not enough memory for this; expected a smaller file, or a machine with more"), spoken
        )
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(words: list[str], open_window: OpenWindow, spoken: Translations) -> int:
    try:
        return _hand_over(words, open_window, spoken)
    except SystemExit as done:
        # argparse leaves this way after --help and --version.
        return int(done.code or 0)


def _hand_over(words: list[str], open_window: OpenWindow, spoken: Translations) -> int:
    def say(message: Message) -> str:
        return message.render(spoken)

    words = _verb_first(words)
    if words and words[0] in VERBS:
        options = verb_parser(words[0], say).parse_args(words[1:])
        # A verb's module is named like it; only the one that is called is imported.
        module = importlib.import_module(f"wizard.cli.{words[0].replace('-', '_')}")
        # Off since the start (`wizard/__main__.py`); what was imported until here stays.
        gc.freeze()
        gc.enable()
        status: int = module.run(options, spoken)
        return status
    options = window_parser(say).parse_args(words)
    path = None if options.file is None else Path(options.file)
    if path and not path.is_file():
        raise Refusal(_not_a_file(options.file))
    if not _has_display():
        # Qt would end the process here, with a core dump.
        raise Refusal(
            Message(
                "no window can open: neither DISPLAY nor WAYLAND_DISPLAY is set; try ami-wizard recommend"
            )
        )
    from wizard.store.preferences import load_preferences  # no verb reads them before it runs

    try:
        return open_window(
            path, options.smoke, spoken if options.lang else translations(load_preferences().language)
        )
    except ImportError as problem:
        cause = {"cause": str(problem)}
        raise Refusal(
            Message(
                "no window can open: {cause}; install the libraries that Qt needs, or try ami-wizard recommend",
                cause,
            )
        ) from None


def _verb_first(words: list[str]) -> list[str]:
    """The words without a language before the verb, which `_language` has read. Raises Refusal for other options."""
    rest = words
    if words[:1] == ["--lang"] and words[1:2] and words[1] in LANGUAGES:
        rest = words[2:]
    elif words and words[0] in [f"--lang={language}" for language in LANGUAGES]:
        rest = words[1:]
    if rest and rest[0] in VERBS:
        return rest
    verb = next((word for word in words if word in VERBS), None)
    if verb and words[0].startswith("-"):
        raise Refusal(Message("{word}: expected the verb before all options", {"word": repr(verb)}))
    return words


def _has_display() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _not_a_file(word: str) -> Message:
    from difflib import get_close_matches  # only a mistake has to wait for it

    values = {"word": quoted(word), "verbs": ", ".join(VERBS)}
    if near := get_close_matches(word, VERBS, 1):
        return Message(
            "{word}: neither a verb nor a file; the nearest verb is {nearest}", values | {"nearest": near[0]}
        )
    return Message("{word}: no such file; expected an answers file, or one of {verbs}", values)


def _language(words: Sequence[str]) -> str | None:
    """What --lang says, looked for before argparse, whose own texts are in that language too."""
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--lang":
            asked = value or next(iter(words[place + 1 :]), "")
            return asked if asked in LANGUAGES else None
    return None
