"""The options of each verb, as argparse knows them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from wizard import __version__
from wizard.cli.console import PROGRAM
from wizard.cli.parser import Parser, Say, add_language, add_output
from wizard.formats.kinds_sql import COLUMNS, DIALECTS
from wizard.model.catalog.families import Purpose
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


FORMATS = ("text", "json", "sarif", "junit")


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


def recommend_parser(say: Say) -> Parser:
    """`ami-wizard recommend`."""
    parser = Parser(prog=f"{PROGRAM} recommend", allow_abbrev=False, description=say(VERBS["recommend"]))
    add = parser.add_argument
    add("--os", metavar="FAMILY[:VERSION]", help=say(Message("linux, windows, ubuntu:22.04, custom, …")))
    add("--arch", metavar="NAME", help="x86_64, arm64, i386, x86_64_mac, arm64_mac, any")
    add("--vcpus", metavar="MIN[..MAX]", help=say(Message("number of vCPUs, inclusive")))
    add("--memory-gib", metavar="MIN[..MAX]", help=say(Message("memory in GiB, inclusive")))
    add("--gpu", metavar="N", help=say(Message("at least so many GPUs")))
    add("--local-storage-gb", metavar="N", help=say(Message("at least so much instance store")))
    add("--network-gbps", metavar="N", help=say(Message("at least so much sustained bandwidth")))
    add("--max-price", metavar="USD", help=say(Message("at most so much an hour; only where it is known")))
    add(
        "--need",
        metavar="NAME",
        action="append",
        help=say(Message("a feature that must be there; repeatable")),
    )
    add(
        "--without",
        metavar="NAME",
        action="append",
        help=say(Message("a feature that must not be; repeatable")),
    )
    add("--hypervisor", metavar="NAME", help="nitro, xen, any")
    add("--generation", metavar="NAME", help="current, any")
    add("--region", metavar="NAME", help=say(Message("only types offered there")))
    add("--family", metavar="LIST", help=say(Message("only these families, as in m5,c6g")))
    add("--type", metavar="LIST", help=say(Message("only these types, as in t3.micro,t1.micro")))
    add("--virtualization", metavar="NAME", help="hvm, paravirtual, any")
    add(
        "--guest",
        metavar="FACT=yes|no",
        action="append",
        help=say(
            Message(
                "what a custom system can do; repeatable: xen-pv-kernel, pv-drivers, ena-driver, nvme-driver, "
                "uefi-boot, host-vt"
            )
        ),
    )
    add(
        "--current-type",
        metavar="TYPE",
        help=say(Message("move an instance of this type: its size is the least unless an option says less")),
    )
    add("--same-size", metavar="yes|no", help=say(Message("whether today's size is the least")))
    add(
        "--os-after",
        metavar="FAMILY[:VERSION]",
        help=say(Message("what shall run after the move; also advised, same, current")),
    )
    add("--purpose", metavar="NAME", help=", ".join(Purpose))
    add("--edition", metavar="YEAR", help=say(Message("current or 2014: whose knowledge decides HVM or PV")))
    add("--tenancy", metavar="NAME", help="default, dedicated, host")
    add("--zone", metavar="NAME", help=say(Message("the Availability, Local or Wavelength Zone")))
    add("--http-tokens", metavar="NAME", help="optional, required, any")
    for name in ("--free-plan", "--cpu-options", "--ebs-optimized", "--encrypted-root"):
        add(name, action="store_true", help=say(_SWITCHES[name]))
    for name, text in _TOLD.items():
        add(name, metavar="yes|no", help=say(text))
    add(
        "--profile",
        metavar="NAME",
        help=say(Message("the AWS profile to ask for the very image with, read-only")),
    )
    add("--answers", metavar="FILE", help=say(Message("read answers first; options override them")))
    add("--save-answers", metavar="FILE", help=say(Message("write the answers")))
    add("--json", action="store_true", help=say(Message("one JSON document on standard output")))
    add("--pdf", metavar="FILE", help=say(Message("write the report as PDF")))
    add("--markdown", metavar="FILE", help=say(Message("write the report as Markdown")))
    add_language(parser, say)
    return parser


def check_parser(say: Say) -> Parser:
    """`ami-wizard check`."""
    parser = Parser(prog=f"{PROGRAM} check", allow_abbrev=False, description=say(VERBS["check"]))
    add = parser.add_argument
    image = Message("an image in DescribeImages' JSON, or what another tool made of it")
    add("--image", metavar="FILE|-", help=say(image))
    picked = Message("the image to ask AWS for, or to pick from the file of --image")
    add("--image-id", metavar="AMI", help=say(picked))
    add("--batch", metavar="FILE|-", help=say(Message("JSON Lines, one question a line")))
    files = Message("templates, plans and requests: each place where image and type stand together")
    add("files", metavar="FILE", nargs="*", help=say(files))
    lent = Message("saved images that templates name by ID, for FILE; repeatable")
    add("--images", metavar="FILE|-", action="append", help=say(lent))
    add("--format", choices=FORMATS, default="text", help=say(Message("how to write what FILE holds")))
    add("--strict", action="store_true", help=say(Message("fail for what is not known, too, for FILE")))
    add("--type", metavar="TYPE", help=say(Message("the instance type")))
    add("--os", metavar="FAMILY[:VERSION]", help=say(Message("the operating system inside the image")))
    add("--region", metavar="NAME", help=say(Message("where it shall be launched")))
    add("--zone", metavar="NAME", help=say(Message("the Availability, Local or Wavelength Zone")))
    add("--profile", metavar="NAME", help=say(Message("the AWS profile to ask with, for --image-id")))
    for name, text in _SWITCHES.items():
        add(name, action="store_true", help=say(text))
    for name, text in _TOLD.items():
        add(name, choices=("yes", "no"), help=say(text))
    add("--edition", choices=("current", "2014"), help=say(Message("whose knowledge decides HVM or PV")))
    add("--tenancy", choices=("default", "dedicated", "host"), help=say(Message("where the host belongs to")))
    add("--http-tokens", choices=("optional", "required"), help=say(Message("whether IMDSv2 is required")))
    add_output(parser, say)
    return parser


def images_parser(say: Say) -> Parser:
    """`ami-wizard images`."""
    parser = Parser(prog=f"{PROGRAM} images", allow_abbrev=False, description=say(VERBS["images"]))
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
    add("--csv", metavar="FILE", help=say(Message("write a table")))
    add("--used-by", action="store_true", help=say(Message("ask as well what uses the images")))
    add(
        "--mask-accounts",
        action="store_true",
        help=say(Message("write account-1, account-2 and so on in place of account ids")),
    )
    add_output(parser, say)
    return parser


def policy_parser(say: Say) -> Parser:
    """`ami-wizard policy`."""
    parser = Parser(prog=f"{PROGRAM} policy", allow_abbrev=False, description=say(VERBS["policy"]))
    parser.add_argument(
        "part",
        nargs="?",
        metavar="PART",
        choices=("images", "usage", "catalog", "identity", "prices"),
        help=say(Message("images, usage, catalog, identity or prices; all of them if not given")),
    )
    add_output(parser, say)
    return parser


def catalog_parser(say: Say) -> Parser:
    """`ami-wizard catalog`."""
    parser = Parser(prog=f"{PROGRAM} catalog", allow_abbrev=False, description=say(VERBS["catalog"]))
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
    parser = Parser(prog=f"{PROGRAM} prices", allow_abbrev=False, description=say(VERBS["prices"]))
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
                "only this billing code, such as RunInstances:0002; repeatable; by default those of Linux, Windows, "
                "Red Hat and SUSE with and without SQL Server"
            )
        ),
    )
    add_output(parser, say)
    return parser


def explain_parser(say: Say) -> Parser:
    """`ami-wizard explain`."""
    parser = Parser(prog=f"{PROGRAM} explain", allow_abbrev=False, description=say(VERBS["explain"]))
    parser.add_argument("text", metavar="TEXT|-", help=say(Message("the error as pasted, or - to read it")))
    add_output(parser, say)
    return parser


def rules_parser(say: Say) -> Parser:
    """`ami-wizard rules`."""
    parser = Parser(prog=f"{PROGRAM} rules", allow_abbrev=False, description=say(VERBS["rules"]))
    parser.add_argument("id", metavar="ID", nargs="?", help=say(Message("only this rule, in full")))
    add_output(parser, say)
    return parser


def specification_parser(say: Say) -> Parser:
    """`ami-wizard specification`."""
    verb = "specification"
    parser = Parser(prog=f"{PROGRAM} {verb}", allow_abbrev=False, description=say(VERBS[verb]))
    add = parser.add_argument
    add("--image", metavar="FILE|-", required=True, help=say(Message("one image in DescribeImages' JSON")))
    add("--os", metavar="FAMILY[:VERSION]", help=say(Message("the operating system inside the image")))
    add("--region", metavar="NAME", help=say(Message("where it shall be launched")))
    add_output(parser, say)
    return parser


_SWITCHES = {
    "--spot": Message("as a Spot Instance"),
    "--hibernation": Message("with hibernation enabled"),
    "--enclave": Message("with Nitro Enclaves enabled"),
    "--ebs-optimized": Message("with EBS optimization asked for"),
    "--cpu-options": Message("with CPU options"),
    "--sev-snp": Message("with AMD SEV-SNP"),
    "--nested-virtualization": Message("with nested virtualization"),
    "--encrypted-root": Message("with an encrypted root volume"),
    "--secure-boot": Message("under UEFI Secure Boot"),
    "--efa": Message("with an Elastic Fabric Adapter"),
    "--free-plan": Message("by an account on the Free Plan"),
}

_TOLD = {
    "--zone-offers": Message("whether the zone offers the type and its volumes"),
    "--subscribed": Message("whether the account is subscribed to the Marketplace product"),
    "--seller-allows": Message("whether the seller allows the type"),
}


def kinds_parser(say: Say) -> Parser:
    """`ami-wizard kinds`."""
    parser = Parser(prog=f"{PROGRAM} kinds", allow_abbrev=False, description=say(VERBS["kinds"]))
    add = parser.add_argument
    add("--columns", choices=COLUMNS, default="steampipe", help=say(Message("whose names the columns have")))
    add("--dialect", choices=DIALECTS, default="duckdb", help=say(Message("the engine's SQL")))
    add("--table", metavar="NAME", help=say(Message("the inventory's table, if not the usual one")))
    add_language(parser, say)
    return parser


def judge_table_parser(say: Say) -> Parser:
    """`ami-wizard judge-table`."""
    verb = "judge-table"
    parser = Parser(prog=f"{PROGRAM} {verb}", allow_abbrev=False, description=say(VERBS[verb]))
    add = parser.add_argument
    add("file", metavar="FILE", help=say(Message("CSV, JSON Lines or Parquet, with DescribeImages' fields")))
    add("-o", "--output", metavar="FILE", required=True, help=say(Message("the table to write")))
    add("--type", metavar="LIST", help=say(Message("judge against these types, as in t3.micro,t1.micro")))
    add("--family", metavar="LIST", help=say(Message("judge against these families, as in m5,c6g")))
    by_facts = Message("judge by the facts alone, never by what names say of the system, as kinds do")
    add("--no-names", action="store_true", help=say(by_facts))
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
