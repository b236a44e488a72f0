"""The instance types, families and Regions of the catalogue, as options to choose from."""

from __future__ import annotations

from wizard.flow.question import Answers, Option, Options, verbatim
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_BY_LIST = Message("What it offers is known from cfn-lint's list of AWS's prices; AWS was not asked.")
_NOT_KNOWN = Message("What it offers is not known: refresh the catalogue with an account that has it.")


def type_label(knowledge: Knowledge, _before: Answers, word: str) -> Message | None:
    """The name itself, if it is a type of the catalogue or one that it lacks."""
    catalog = knowledge.catalog
    return verbatim(word) if catalog.get(word) or word in catalog.supplement.absent else None


def type_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Every type, with its size."""
    from wizard.model.ec2.instance_type import size_said  # no window waits for types to open

    return tuple(
        Option(
            kind.name,
            verbatim(kind.name),
            size_said(kind),
        )
        for kind in knowledge.catalog.types
    )


def family_label(knowledge: Knowledge, _before: Answers, word: str) -> Message | None:
    """The name itself, if it is a family of the catalogue or one that it lacks."""
    catalog = knowledge.catalog
    absent = (name.partition(".")[0] for name in catalog.supplement.absent)
    return verbatim(word) if word in catalog.families or word in absent else None


def family_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Every family, such as m5 and c6g."""
    return tuple(Option(family, verbatim(family)) for family in knowledge.catalog.families)


def region_options(knowledge: Knowledge, _before: Answers) -> Options:
    """Any Region, or one that exists: those first whose offerings AWS has answered."""
    anywhere = Option("any", Message("Any Region"))
    catalog = knowledge.catalog
    answered = (Option(region, verbatim(region)) for region in catalog.regions)
    listed = (Option(region, verbatim(region), _BY_LIST) for region in catalog.listed_regions)
    others = sorted(catalog.supplement.partitions.keys() - {*catalog.regions, *catalog.listed_regions})
    return (
        anywhere,
        *answered,
        *listed,
        *(Option(region, verbatim(region), _NOT_KNOWN) for region in others),
    )
