"""The words for groups of families, and for how images stand with one."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.assessment.pattern import Share
from wizard.model.catalog.family_groups import FamilyGroup
from wizard.model.message import Figure, Message, counted

FAMILY_GROUPS: Mapping[FamilyGroup, Message] = {
    FamilyGroup.PV_ERA: Message("PV era"),
    FamilyGroup.XEN_HVM: Message("Xen HVM"),
    FamilyGroup.NITRO_INTEL: Message("Nitro Intel"),
    FamilyGroup.NITRO_AMD: Message("Nitro AMD"),
    FamilyGroup.GRAVITON: Message("Graviton"),
    FamilyGroup.ACCELERATED: Message("Accelerators"),
    FamilyGroup.HIGH_MEMORY: Message("High memory"),
    FamilyGroup.MAC: Message("Mac"),
}
"""What stands above a column of the map."""


def share_figure(least: Share, most: Share) -> Figure:
    """A cell of the map: the number of types, from to where images differ; a dash for another architecture or Region."""
    if not most.own:
        return Figure("–")
    if least.usable == most.usable:
        return counted(most.usable)
    return Figure(f"{least.usable:,}–{most.usable:,}")


def share_said(least: Share, most: Share) -> Message:
    """The same in a sentence's words."""
    if not most.own:
        return Message("of another architecture, or not offered in the Region")
    values = {"usable": share_figure(least, most), "types": counted(most.own)}
    return Message("{usable} of {types} types", values)
