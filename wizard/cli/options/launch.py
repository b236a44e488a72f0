"""The options of the verbs that judge a launch: recommend, check, specification."""

from __future__ import annotations

from wizard.cli.console import PROGRAM
from wizard.cli.options.verbs import VERBS
from wizard.cli.parser import Parser, Say, add_language, add_output
from wizard.model.catalog.families import Purpose
from wizard.model.message import Message

FORMATS = ("text", "json", "sarif", "junit")


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
