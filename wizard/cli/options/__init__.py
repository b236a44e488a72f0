"""The options of each verb, as argparse knows them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from wizard import __version__
from wizard.cli.console import PROGRAM
from wizard.cli.options.images import images_parser, judge_table_parser, kinds_parser
from wizard.cli.options.knowledge import (
    catalog_parser,
    explain_parser,
    policy_parser,
    prices_parser,
    rules_parser,
)
from wizard.cli.options.launch import check_parser, recommend_parser, specification_parser
from wizard.cli.options.verbs import VERBS
from wizard.cli.parser import Parser, Say, add_language
from wizard.model.message import Message


def window_parser(say: Say) -> Parser:
    """`ami-wizard [FILE]`, which opens the window."""
    verbs = "\n".join(f"  {verb:<12}{say(text)}" for verb, text in VERBS.items())
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


VERB_PARSERS: dict[str, Callable[[Say], Parser]] = {
    "recommend": recommend_parser,
    "check": check_parser,
    "images": images_parser,
    "catalog": catalog_parser,
    "prices": prices_parser,
    "explain": explain_parser,
    "rules": rules_parser,
    "specification": specification_parser,
    "policy": policy_parser,
    "kinds": kinds_parser,
    "judge-table": judge_table_parser,
}
