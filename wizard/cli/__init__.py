"""The command line. `main` hands the arguments to a verb, or opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from wizard.cli.console import Refusal, complain, prepare_streams, silence_output
from wizard.cli.options import LANGUAGES, VERBS, catalog_parser, check_parser, recommend_parser, window_parser
from wizard.model.message import Message, Translations
from wizard.store.languages import translations

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status. arguments: without the program's name."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    prepare_streams()
    spoken = translations(_language(words))
    try:
        status = _run(words, spoken)
        sys.stdout.flush()
    except Refusal as problem:
        complain(problem.message, spoken)
        return problem.status
    except SystemExit as done:
        # argparse leaves this way after --help and --version.
        return int(done.code or 0)
    except BrokenPipeError:
        silence_output()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _run(words: list[str], spoken: Translations) -> int:
    def say(message: Message) -> str:
        return message.render(spoken)

    match words[:1]:
        case ["recommend"]:
            from wizard.cli.recommend import recommend

            return recommend(recommend_parser(say).parse_args(words[1:]), spoken)
        case ["check"]:
            from wizard.cli.check import check

            return check(check_parser(say).parse_args(words[1:]), spoken)
        case ["catalog"]:
            from wizard.cli.catalog import show

            return show(catalog_parser(say).parse_args(words[1:]).json, spoken)
    options = window_parser(say).parse_args(words)
    return _open_window(options.file, options.smoke, spoken)


def _open_window(file: str | None, smoke: bool, spoken: Translations) -> int:
    path = Path(file) if file else None
    if path and not path.is_file():
        raise Refusal(_not_a_file(str(path)))
    from wizard import app

    return app.main(path, smoke, spoken)


def _not_a_file(word: str) -> Message:
    from difflib import get_close_matches  # only a mistake has to wait for it

    values = {"word": repr(word), "verbs": ", ".join(VERBS)}
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
