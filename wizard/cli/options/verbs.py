"""The verbs, what each is for, and the parser that each begins with."""

from __future__ import annotations

from wizard.cli.console import PROGRAM
from wizard.cli.parser import Parser, Say
from wizard.model.message import Message

VERBS = {
    "recommend": Message("the decision from answers"),
    "check": Message("one image on one type, or many from a file"),
    "images": Message("the images one owns, judged"),
    "catalog": Message("the instance types that the program knows"),
    "prices": Message("what the instance types cost, as far as that is known"),
    "explain": Message("an error of EC2, and the rule behind it"),
    "rules": Message("the rulebook to read"),
    "specification": Message("the instance types an image should allow"),
    "policy": Message("the rights in AWS that the program needs"),
    "kinds": Message("SQL that groups an inventory into kinds of image"),
    "judge-table": Message("a table of images, each row judged"),
}


def parser_of(verb: str, say: Say) -> Parser:
    """`ami-wizard VERB`, as yet without options. An option is what is written, never a part of it."""
    return Parser(prog=f"{PROGRAM} {verb}", allow_abbrev=False, description=say(VERBS[verb]))
