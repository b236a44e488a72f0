"""An argparse parser that speaks like the rest of the program, and the options that verbs share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from wizard.cli.console import Refusal
from wizard.model.message import Message, Translations

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

LANGUAGES = ("en", "de")

Say = Callable[[Message], str]


def speak(translations: Translations) -> None:
    """Let argparse's own words, such as "usage", be in the language of the texts.

    argparse asks gettext for the language of the environment, which --lang does not change.
    """
    vars(argparse).update(_=translations.gettext, ngettext=translations.ngettext)


class _Once(argparse.Action):
    """Takes one value, and never the last of several in silence."""

    _said: object = None

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option: str | None = None,
    ) -> None:
        if self._said not in (None, values):
            verb = parser.prog.partition(" ")[2]
            told = {"verb": verb, "option": option, "first": self._said, "second": values}
            raise Refusal(
                Message("{verb}: {option} is given twice, {first} and {second}; expected one value", told)
            )
        self._said = values
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other problem is said."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name in (None, "store"):
            self.register("action", name, _Once)

    def error(self, message: str) -> NoReturn:
        verb = self.prog.partition(" ")[2]
        raise Refusal(Message(f"{verb}: {message}" if verb else message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Help and version. argparse would swallow that they could not be written."""
        if message:
            (file or sys.stderr).write(message)


def add_output(parser: Parser, say: Say) -> None:
    """--json and --lang."""
    parser.add_argument(
        "--json", action="store_true", help=say(Message("one JSON document on standard output"))
    )
    add_language(parser, say)


def add_language(parser: Parser, say: Say) -> None:
    """--lang."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, help=say(Message("language of the texts; the system's if not given"))
    )
