"""The options of the verbs about what the program knows: catalog, prices, explain, rules, policy."""

from __future__ import annotations

from wizard.cli.options.verbs import parser_of
from wizard.cli.parser import Parser, Say, add_output
from wizard.model.message import Message


def policy_parser(say: Say) -> Parser:
    """`ami-wizard policy`."""
    parser = parser_of("policy", say)
    parser.add_argument(
        "part",
        nargs="?",
        metavar="PART",
        choices=("images", "usage", "machines", "catalog", "identity", "prices"),
        help=say(Message("images, usage, machines, catalog, identity or prices; all of them if not given")),
    )
    add_output(parser, say)
    return parser


def catalog_parser(say: Say) -> Parser:
    """`ami-wizard catalog`."""
    parser = parser_of("catalog", say)
    actions = Message(
        "show: date, source and counts; refresh: ask an account for today's types; reset: back to the built-in ones"
    )
    parser.add_argument("action", choices=("show", "refresh", "reset"), help=say(actions))
    parser.add_argument("--profile", metavar="NAME", help=say(Message("the AWS profile to ask with")))
    parser.add_argument(
        "--region",
        metavar="NAME",
        action="append",
        default=[],
        help=say(Message("only this Region; repeatable")),
    )
    add_output(parser, say)
    return parser


def prices_parser(say: Say) -> Parser:
    """`ami-wizard prices`."""
    parser = parser_of("prices", say)
    actions = Message(
        "show: date, source and counts; refresh: ask an account; fetch: AWS's public price file, without an "
        "account; import: that file, already saved; reset: back to the built-in ones"
    )
    add = parser.add_argument
    add("action", choices=("show", "refresh", "fetch", "import", "reset"), help=say(actions))
    add("files", metavar="FILE", nargs="*", help=say(Message("for import: price files of AWS, as CSV")))
    add("--profile", metavar="NAME", help=say(Message("for refresh: the AWS profile to ask with")))
    add(
        "--region",
        metavar="NAME",
        action="append",
        default=[],
        help=say(Message("for refresh and fetch: the prices of this Region; repeatable")),
    )
    add(
        "--operation",
        metavar="CODE",
        action="append",
        default=[],
        help=say(
            Message(
                "only this billing code, such as RunInstances:0002; repeatable; by default all that a file has, and "
                "of an account those of Linux, Windows, Red Hat, SUSE and of the images found last time"
            )
        ),
    )
    add_output(parser, say)
    return parser


def explain_parser(say: Say) -> Parser:
    """`ami-wizard explain`."""
    parser = parser_of("explain", say)
    parser.add_argument("text", metavar="TEXT|-", help=say(Message("the error as pasted, or - to read it")))
    add_output(parser, say)
    return parser


def rules_parser(say: Say) -> Parser:
    """`ami-wizard rules`."""
    parser = parser_of("rules", say)
    parser.add_argument("id", metavar="ID", nargs="?", help=say(Message("only this rule, in full")))
    add_output(parser, say)
    return parser
