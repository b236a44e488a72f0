"""The options of each verb, as argparse knows them."""

from __future__ import annotations

import argparse
import importlib

from wizard import __version__
from wizard.cli.console import PROGRAM
from wizard.cli.options.verbs import VERBS
from wizard.cli.parser import Parser, Say, add_language
from wizard.model.message import Message


def window_parser(say: Say) -> Parser:
    """`ami-wizard [FILE]`, which opens the window."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {say(text)}" for verb, text in VERBS.items())
    parser = Parser(
        prog=PROGRAM,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=say(
            Message("Which Amazon Machine Image to use, on which EC2 instance types it runs, and why.")
        ),
        epilog=f"{say(Message('verbs:'))}\n{verbs}",
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help=say(Message("open the window with these answers"))
    )
    parser.add_argument(
        "--smoke",
        action="store_true",
        help=say(Message("open the window, wait until it has painted, and quit")),
    )
    parser.add_argument("--version", action="version", version=f"AMI Wizard {__version__}")
    add_language(parser, say)
    return parser


_MODULES = {
    "recommend": "launch",
    "check": "launch",
    "specification": "launch",
    "images": "images",
    "kinds": "images",
    "judge-table": "images",
    "catalog": "knowledge",
    "prices": "knowledge",
    "explain": "knowledge",
    "rules": "knowledge",
    "policy": "knowledge",
}
"""The module that has the options of a verb."""


def verb_parser(verb: str, say: Say) -> Parser:
    """`ami-wizard VERB`. Only the options of the verb that is called are imported."""
    module = importlib.import_module(f"wizard.cli.options.{_MODULES[verb]}")
    parser: Parser = getattr(module, f"{verb.replace('-', '_')}_parser")(say)
    return parser
