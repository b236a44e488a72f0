from __future__ import annotations

import datetime
from pathlib import Path

from wizard.model.finding import Outcome
from wizard.report.document import (
    Column,
    Command,
    Comparison,
    Entry,
    Fact,
    Facts,
    Labels,
    Paragraph,
    Reference,
    Report,
    Section,
    Side,
    Statement,
    Statements,
    Table,
)

RESOURCES = Path(__file__).parents[2] / "resources"


def make_statement(**changes: object) -> Statement:
    values: dict[str, object] = {
        "outcome": Outcome.REFUSED,
        "outcome_words": "refused by EC2",
        "text": "The image is paravirtual; m8i.xlarge takes only hvm.",
        "evidence": "documented by AWS",
        "remedy": "Use an image of virtualization type hvm.",
        "error": "Virtualization type 'hvm' is required for instances of type 'm8i.xlarge'.",
        "error_code": "InvalidParameterCombination",
        "sources": (1, 2),
    }
    return Statement(**{**values, **changes})  # type: ignore[arg-type]  # each test changes what it is about


def make_report(text: str = "", rows: int = 20) -> Report:
    """A report with a block of every kind. text goes into every place that a value can reach."""
    statement = make_statement(text=f"The image is paravirtual. {text}".strip())
    blocks = (
        Facts((Fact("Operating system", f"Ubuntu {text}"), Fact("Region", "eu-central-1"))),
        Paragraph(f"A paragraph. {text}", (1,)),
        Statements((statement, make_statement(remedy="", error="", error_code="", sources=()))),
        Entry(
            f"Paravirtual {text}",
            Outcome.DEGRADED,
            "works with a limitation",
            "fits 19 types",
            text,
            (statement,),
        ),
        Table(
            f"The best types {text}",
            (Column("Type", 2.5), Column("vCPUs", 1, numeric=True), Column("Why", 3)),
            tuple((f"m{place}i.xlarge", str(place), f"current generation {text}") for place in range(rows)),
        ),
        Comparison((Side("2014", "HVM", f"Then. {text}", (2,)), Side("Today", "HVM", "Now.", ()))),
        Command("Try it.", ("aws ec2 run-instances \\", "  --dry-run"), f"A note. {text}", (1,)),
        Command("And this.", ("aws ec2 describe-images --owners self",)),
    )
    return Report(
        title=f"Use an HVM AMI for x86_64. {text}".strip(),
        language="en",
        created=datetime.date(2026, 11, 23),
        labels=Labels("AMI recommendation", "The decision", "Page", "EC2 would answer", "Remedy", "Sources"),
        decision=tuple(Fact(f"Fact {place}", f"value {place}") for place in range(6)),
        sections=(
            Section("all", f"All of it {text}", blocks),
            Section("more", "More", (Paragraph("More."),)),
        ),
        references=(
            Reference(1, f"User Guide {text}", "https://docs.aws.amazon.com/one.html", "checked 2026-11-23"),
            Reference(2, "An issue", "https://github.com/boto/boto/issues/2212", "checked 2026-11-20"),
        ),
    )
