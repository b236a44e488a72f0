"""The options of the verbs about many images: images, kinds, judge-table."""

from __future__ import annotations

from typing import Any

from wizard.cli.options.verbs import parser_of
from wizard.cli.parser import Parser, Say, add_language, add_output
from wizard.formats.kinds_sql import COLUMNS, DIALECTS
from wizard.model.message import Message


def images_parser(say: Say) -> Parser:
    """`ami-wizard images`."""
    parser = parser_of("images", say)
    add = parser.add_argument
    repeat: dict[str, Any] = {"action": "append", "default": []}
    add("--profile", metavar="NAME", help=say(Message("an AWS profile to ask with; repeatable")), **repeat)
    add("--region", metavar="NAME", help=say(Message("a Region to ask, or all; repeatable")), **repeat)
    add("--owner", metavar="NAME", help=say(Message("self, amazon, aws-marketplace or an account")), **repeat)
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--sample", action="store_true", help=say(Message("the built-in sample account, without AWS"))
    )
    source.add_argument(
        "--from",
        dest="file",
        metavar="FILE|-",
        action="append",
        help=say(Message("saved images, or a folder of such files; repeatable")),
    )
    source.add_argument(
        "--kept", action="store_true", help=say(Message("what was found last time, without AWS"))
    )
    source.add_argument(
        "--forget",
        action="store_true",
        help=say(Message("remove what was kept of images, and do nothing else")),
    )
    add("--type", metavar="LIST", help=say(Message("judge against these types, as in t3.micro,t1.micro")))
    add("--family", metavar="LIST", help=say(Message("judge against these families, as in m5,c6g")))
    add("--csv", metavar="FILE", help=say(Message("write a table; - is standard output")))
    add("--used-by", action="store_true", help=say(Message("ask as well what uses the images")))
    add(
        "--mask-accounts",
        action="store_true",
        help=say(Message("write account-1, account-2 and so on in place of account ids")),
    )
    add_output(parser, say)
    return parser


def kinds_parser(say: Say) -> Parser:
    """`ami-wizard kinds`."""
    parser = parser_of("kinds", say)
    add = parser.add_argument
    add("--columns", choices=COLUMNS, default="steampipe", help=say(Message("whose names the columns have")))
    add("--dialect", choices=DIALECTS, default="duckdb", help=say(Message("the engine's SQL")))
    add("--table", metavar="NAME", help=say(Message("the inventory's table, if not the usual one")))
    add_language(parser, say)
    return parser


def judge_table_parser(say: Say) -> Parser:
    """`ami-wizard judge-table`."""
    parser = parser_of("judge-table", say)
    add = parser.add_argument
    add("file", metavar="FILE", help=say(Message("CSV, JSON Lines or Parquet, with DescribeImages' fields")))
    add("-o", "--output", metavar="FILE", required=True, help=say(Message("the table to write")))
    add("--type", metavar="LIST", help=say(Message("judge against these types, as in t3.micro,t1.micro")))
    add("--family", metavar="LIST", help=say(Message("judge against these families, as in m5,c6g")))
    by_facts = Message("judge by the facts alone, never by what names say of the system, as kinds do")
    add("--no-names", action="store_true", help=say(by_facts))
    add_language(parser, say)
    return parser
