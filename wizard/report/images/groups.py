"""The words for groups of images: above a tile, in the chips of a row, and what uses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group, Tally
from wizard.model.ec2.image import ImageState
from wizard.model.message import Message, counted, joined_by_and
from wizard.report.images.columns import LIMITATIONS

GROUPS: Mapping[Group, Message] = {
    **{Group(limitation.value): said for limitation, said in LIMITATIONS.items()},
    Group.UNUSABLE: Message("cannot be launched"),
    Group.DEPRECATED: Message("deprecated"),
    Group.UNKNOWN: Message("too little is known"),
    Group.FINE: Message("fine"),
}
"""What the images of a group are."""

_CHIPS = {
    Group.STUCK_ON_PV: Message("PV"),
    Group.NO_ENA: Message("no ENA"),
    Group.BIOS_ONLY: Message("BIOS"),
    Group.NOT_TO_NITRO: Message("no Nitro"),
    Group.DEPRECATED: Message("deprecated"),
    Group.UNKNOWN: Message("unknown"),
}


def chips(image: JudgedImage, groups: tuple[Group, ...]) -> Iterator[Message]:
    """What holds it back, a word or two each, the deciding one first. groups: those that it is in."""
    state = image.row.kind.state
    if state is not ImageState.AVAILABLE:
        yield Message("{state}", {"state": state.value})
    elif Group.UNUSABLE in groups:
        yield Message("no type")
    yield from (chip for group, chip in _CHIPS.items() if group in groups)


def tally_said(tally: Tally) -> Message:
    """What uses the images of a group, as far as somebody asked."""
    if not tally.asked:
        return Message("use not known")
    if not tally.uses:
        return Message("nothing uses them")
    return Message("used by {users}", {"users": joined_by_and(list(_users(tally)))})


def _users(tally: Tally) -> Iterator[Message]:
    kinds = (
        (tally.instances, _instances),
        (tally.templates, _templates),
        (tally.groups, _groups),
        (tally.others, _others),
    )
    yield from (say(count, {"count": counted(count)}) for count, say in kinds if count)


def _instances(count: int, values: Mapping[str, object]) -> Message:
    return Message("{count} instance", values, "{count} instances", count)


def _templates(count: int, values: Mapping[str, object]) -> Message:
    return Message("{count} launch template", values, "{count} launch templates", count)


def _groups(count: int, values: Mapping[str, object]) -> Message:
    return Message("{count} Auto Scaling group", values, "{count} Auto Scaling groups", count)


def _others(count: int, values: Mapping[str, object]) -> Message:
    return Message("{count} other", values, "{count} others", count)
