"""The options of the verbs that judge a launch: recommend, check, specification."""

from __future__ import annotations

from wizard.cli.options.verbs import parser_of
from wizard.cli.parser import Parser, Say, add_language, add_output
from wizard.flow.launch_options import LAUNCH_OPTIONS
from wizard.model.message import Message

FORMATS = ("text", "json", "sarif", "junit")


def recommend_parser(say: Say) -> Parser:
    """`ami-wizard recommend`."""
    parser = parser_of("recommend", say)
    # The questions are needed by this verb only.
    from wizard.cli.options.answers import add_answers

    add_answers(parser, say)
    add = parser.add_argument_group(say(Message("Input and output"))).add_argument
    add(
        "--profile",
        metavar="NAME",
        help=say(Message("the AWS profile to ask for the very image with, read-only")),
    )
    add("--answers", metavar="FILE", help=say(Message("read answers first; options override them")))
    add("--save-answers", metavar="FILE", help=say(Message("write the answers")))
    add("--json", action="store_true", help=say(Message("one JSON document on standard output")))
    add("--pdf", metavar="FILE", help=say(Message("write the report as PDF; - is standard output")))
    add("--markdown", metavar="FILE", help=say(Message("write the report as Markdown; - is standard output")))
    add("--for", dest="reader", metavar="NAME", default="", help=say(Message("for whom the report is")))
    add("--by", dest="author", metavar="NAME", default="", help=say(Message("by whom the report is")))
    add_language(parser, say)
    return parser


def check_parser(say: Say) -> Parser:
    """`ami-wizard check`."""
    parser = parser_of("check", say)
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
    add("--type", metavar="TYPE", help=say(Message("the instance type to launch on")))
    add("--os", metavar="FAMILY[:VERSION]", help=say(Message("the operating system inside the image")))
    add("--region", metavar="NAME", help=say(Message("where it shall be launched")))
    add("--zone", metavar="NAME", help=say(Message("the Availability, Local or Wavelength Zone")))
    add("--profile", metavar="NAME", help=say(Message("the AWS profile to ask with, for --image-id")))
    for option in LAUNCH_OPTIONS:
        how = {"choices": option.choices} if option.choices else {"action": "store_true"}
        add(f"--{option.name}", help=say(option.help), **how)
    add_output(parser, say)
    return parser


def specification_parser(say: Say) -> Parser:
    """`ami-wizard specification`."""
    parser = parser_of("specification", say)
    add = parser.add_argument
    add("--image", metavar="FILE|-", required=True, help=say(Message("one image in DescribeImages' JSON")))
    add("--os", metavar="FAMILY[:VERSION]", help=say(Message("the operating system inside the image")))
    add("--region", metavar="NAME", help=say(Message("where it shall be launched")))
    add_output(parser, say)
    return parser
