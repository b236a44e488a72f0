"""What the tests of the report are fed with: answers, and a hand-made report with every kind of block."""

from __future__ import annotations

import datetime
from typing import Any

from wizard.flow.kind import Value
from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.report.document import (
    Column,
    Command,
    Comparison,
    Entry,
    Facts,
    Labels,
    NamedValue,
    Paragraph,
    Procedure,
    ProcedureStep,
    Reference,
    Report,
    Section,
    Side,
    Statement,
    Statements,
    Table,
)
from wizard.report.pictures.picture import Bar, Bars, Dot, Dots, Scale, ScaleRow, Tick

KEPT: dict[str, Any] = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "mine",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "State": "available",
    "PlatformDetails": "Linux/UNIX",
}
"""An image of one's own that can stay as it is."""
UBUNTU: dict[str, Value] = {
    "os": "ubuntu",
    "os-version": "22.04",
    "arch": "x86_64",
    "vcpus": {"minimum": 4, "maximum": 8},
    "memory-gib": {"minimum": 16},
    "need": ["ena"],
    "region": "eu-central-1",
}
NOTHING_LEFT: dict[str, Value] = {"os": "linux", "family": ["m1"], "region": "eu-central-1"}
OLD_TYPE: dict[str, Value] = {"os": "linux", "type": ["t1.micro"]}
OLD_IMAGE: dict[str, Value] = {
    "start": "image",
    "image": {
        "ImageId": "ami-0123456789abcdef0",
        "Name": "payroll-2013",
        "VirtualizationType": "paravirtual",
        "Architecture": "x86_64",
        "RootDeviceType": "ebs",
        "RootDeviceName": "/dev/sda1",
        "State": "available",
        "ImageType": "machine",
    },
    "os": "linux",
}
WINDOWS_INSTANCE: dict[str, Value] = {
    "start": "instance",
    "current-type": "m4.large",
    "image": {
        "ImageId": "ami-0fedcba9876543210",
        "VirtualizationType": "hvm",
        "Architecture": "x86_64",
        "EnaSupport": True,
        "RootDeviceType": "ebs",
        "RootDeviceName": "/dev/sda1",
        "Platform": "windows",
        "State": "available",
    },
    "os": "windows",
    "os-version": "2016",
    "hypervisor": "nitro",
}
TPM: dict[str, Value] = {"os": "windows", "os-version": "2022", "need": ["tpm"]}

# Markup of several languages, typst code, control characters, marks that turn text round, emoji.
HOSTILE = (
    '#panic("x") $x^2$ *b* _i_ <b>h</b> &amp; [l](u) `raw` \\u{41} // c /* = h | {0} %s '
    "\u202eevil\u202c \u200f \U0001f600 中文 \ufffe \ud800 \x00\x07\x1b[31m\r\n\t אבג e\u0301 1\ufe0f\u20e3 "
    "www.x.example https://x.example ~~s~~ -- ' \" ; $(id)"
)

USER_GUIDE = Source("User Guide", "https://docs.aws.amazon.com/one.html", datetime.date(2026, 11, 23))
ISSUE = Source("An issue", "https://github.com/boto/boto/issues/2212", datetime.date(2026, 11, 20))


def make_finding(rule: str = "V1", **changes: Any) -> Finding:
    finding = Finding(
        rule=rule,
        reason=Reason.VIRTUALIZATION,
        outcome=Outcome.REFUSED,
        evidence=Evidence.REPORTED,
        text=Message("The AMI is {kind}.", {"kind": "paravirtual"}),
        remedy=Message("Use an HVM AMI."),
        ec2_error=Message("Virtualization type 'hvm' is required."),
        ec2_error_code="InvalidParameterCombination",
        sources=(USER_GUIDE, ISSUE),
    )
    return replace(finding, **changes)


def make_statement(**changes: Any) -> Statement:
    statement = Statement(
        outcome=Outcome.REFUSED,
        outcome_words="refused by EC2",
        text="The image is paravirtual; m8i.xlarge takes only hvm.",
        evidence="documented by AWS",
        remedy="Use an image of virtualization type hvm.",
        error="Virtualization type 'hvm' is required for instances of type 'm8i.xlarge'.",
        error_code="InvalidParameterCombination",
        sources=(1, 2),
    )
    return replace(statement, **changes)


def make_procedure(text: str = "") -> Procedure:
    return Procedure(
        title=f"From paravirtual to HVM {text}".strip(),
        why=f"Few types are left. {text}",
        preconditions=(f"An HVM image. {text}", "A list of what is installed."),
        cautions=(f"Setting the flag does nothing. {text}",),
        steps=(
            ProcedureStep(f"Back up. {text}", ("aws ec2 create-image \\", "  --instance-id INSTANCE_ID")),
            ProcedureStep("Note the addresses."),
            ProcedureStep(
                "Check.", ("aws ssm start-automation-execution",), f"AWSSupport-Check {text}".strip()
            ),
        ),
        way_back=f"Start the old one. {text}",
        sources=(1, 2),
    )


def make_report(text: str = "", rows: int = 20) -> Report:
    """A report with a block of every kind. text goes into every place that a value can reach."""
    statement = make_statement(text=f"The image is paravirtual. {text}", title=f"m8i.xlarge {text}")
    bare = make_statement(remedy="", error="", error_code="", sources=())
    blocks = (
        Facts(
            (
                NamedValue("Operating system", f"Ubuntu {text}", "A note."),
                NamedValue("Region", "eu-central-1", sources=(2,)),
            )
        ),
        Paragraph(f"A paragraph. {text}", (1,)),
        Statements((statement, bare, replace(bare, error_code="OptInRequired"), replace(bare, error="No."))),
        Entry(f"Paravirtual {text}", Outcome.DEGRADED, "works in part", "fits 19 types", text, (statement,)),
        Entry("HVM", Outcome.WORKS, "works", "", "", ()),
        Table(
            f"The best types {text}".strip(),
            (Column("Type", 2.5), Column("vCPUs", 1, numeric=True), Column("Why", 3)),
            tuple((f"m{place}i.xlarge", str(place), f"row {place} {text}") for place in range(rows)),
        ),
        Comparison((Side("2014", "HVM", f"Then. {text}", (2,)), Side("Today", "HVM", "Now.", ()))),
        Scale(
            f"A scale {text}".strip(),
            ("One", "Two"),
            (
                ScaleRow("PV", ("a", f"b {text}"), (0, 2), "A note.", "yours"),
                ScaleRow("HVM", ("c", "d"), (1, 1), ""),
            ),
        ),
        Bars(
            f"Bars {text}".strip(),
            f"Fits: 2. {text}",
            (Bar(f"Fits {text}", "2", 0.4, kept=True), Bar("Not", "3", 0.6)),
        ),
        Dots(
            f"Dots {text}".strip(),
            f"Two sizes. {text}",
            "vCPUs",
            f"GiB {text}".strip(),
            (Tick(0, "1"), Tick(1, "2")),
            (Tick(0, f"4 {text}".strip()), Tick(1, "8")),
            (Dot(0, 0, 1, first=True), Dot(1, 1, 0.5)),
        ),
        Command("Try it.", ("aws ec2 run-instances \\", "  --dry-run"), f"A note. {text}", (1,)),
        Command("And this.", ("aws ec2 describe-images --owners self",)),
        make_procedure(text),
    )
    return Report(
        title=f"Use an HVM AMI for x86_64. {text}".strip(),
        notices=(Paragraph(f"Support ended. {text}", (1,)),),
        lead=(f"Your AMI runs on few types. {text}", "Another sentence."),
        band=f"HISTORICAL {text}".strip(),
        language="en",
        created=datetime.date(2026, 11, 23),
        labels=Labels(
            "AMI recommendation",
            "2026-11-23",
            "Data of 2026-10-27",
            "The decision",
            "Page",
            "EC2 answers:",
            "What to do",
            "Sources",
            "Before you start",
            "Take care",
            "AWS's own tool",
            "The way back",
            "Annex",
        ),
        transfer=(
            Side("Today", f"m3.medium {text}", f"1 vCPU. {text}", ()),
            Side("Afterwards", "m8a.medium", "1 vCPU.", ()),
        ),
        picture=Bars(
            f"All bars {text}".strip(), f"Fits: 4. {text}", (Bar("Fits", f"4 {text}".strip(), 1, kept=True),)
        ),
        parties=(NamedValue("For", f"Anna {text}".strip()),),
        decision=tuple(NamedValue(f"Fact {place}", f"value {place}") for place in range(6)),
        sections=(
            Section("all", f"All of it {text}", blocks),
            Section("more", "More", (Paragraph("More."),), annex=True),
        ),
        references=(
            Reference(1, f"User Guide {text}", USER_GUIDE.url, "checked 2026-11-23"),
            Reference(2, "An issue", ISSUE.url, "checked 2026-11-20"),
        ),
    )
