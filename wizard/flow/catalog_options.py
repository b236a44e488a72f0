"""The instance types, families and Regions of the catalogue, as options to choose from."""

from __future__ import annotations

from wizard.flow.question import Answers, Option, Options, verbatim
from wizard.model.ec2.instance_type import gib
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def type_label(knowledge: Knowledge, _before: Answers, word: str) -> Message | None:
    """The name itself, if it is a type of the catalogue."""
    return verbatim(word) if knowledge.catalog.get(word) else None


def type_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Every type, with its size."""
    return tuple(
        Option(
            kind.name,
            verbatim(kind.name),
            Message("{vcpus} vCPUs, {memory} GiB", {"vcpus": kind.vcpus, "memory": gib(kind.memory_gib)}),
        )
        for kind in knowledge.catalog.types
    )


def family_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Every family, such as m5 and c6g."""
    return tuple(Option(family, verbatim(family)) for family in knowledge.catalog.families)


def region_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Any Region, or one whose offerings are known."""
    anywhere = Option("any", Message("Any Region"))
    return (anywhere, *(Option(region, verbatim(region)) for region in knowledge.catalog.regions))
