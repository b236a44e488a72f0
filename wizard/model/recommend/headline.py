"""The answer in a few sentences: what ends first, what becomes of what one has, then what to take."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, InstanceType, VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.ec2.operating_system import OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.answer import Headline
from wizard.model.recommend.beyond_the_data import beyond_the_data
from wizard.model.recommend.headline_facts import HeadlineFacts
from wizard.model.recommend.moving.rebuild import rebuild
from wizard.model.recommend.moving.stay import may_stay
from wizard.model.recommend.moving.successor import stays_on_the_old
from wizard.model.recommend.moving.upgrade import in_place_as_well, upgrade_beside
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import sized
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.recommend.sentences.buying import MACS_ARE_NO_SPOT, how_bought
from wizard.model.recommend.sentences.described import describe
from wizard.model.recommend.sentences.new_workload import new_workload
from wizard.model.recommend.sentences.offered import offered_elsewhere
from wizard.model.recommend.sentences.product_end import product_end
from wizard.model.recommend.sentences.wishes import has_size, has_wish

Sentences = tuple[tuple[Message, ...], Message, tuple[Message, ...]]
"""What stands before the title, the title, and what goes with it."""


def headline(knowledge: Knowledge, answered: HeadlineFacts) -> Headline:
    """A few sentences, the one that matters most first."""
    needs, support, profile = answered.needs, answered.support, answered.profile
    stays = stays_on_the_old(needs, support)
    unbuilt = answered.unbuilt if profile is not None else None
    notices = (
        HISTORICAL if needs.edition is Edition.YEAR_2014 else None,
        answered.unpriced,
        support.text if support is not None and support.regular_ended else None,
        *answered.unmet,
        None if stays else unbuilt,
    )
    before: tuple[Message, ...] = ()
    after: tuple[Message, ...] = ()
    if profile is None:
        before = (answered.own.text,) if answered.own is not None else ()
        title, *after_it = _nothing(answered)
        after = tuple(after_it)
    elif needs.image is not None or needs.current_type:
        before, title, after = _move(answered, profile, knowledge.instance_type(needs.current_type))
        if answered.ranked[0].instance_type.name != needs.current_type:
            after = (*after, *how_bought(needs, answered.ranked, knowledge.families))
        if stays:
            title = Message("To stay on {system}: {answer}", {"system": needs.os.title, "answer": title})
    else:
        title, *rest = new_workload(answered, profile, len(knowledge.catalog.types))
        after = (*rest, *how_bought(needs, answered.ranked, knowledge.families))
    near = support is not None and support.near and not support.regular_ended and not needs.other_system
    soon = (support.text,) if support is not None and near else ()
    how = answered.nearly.how if answered.nearly else None
    stay = may_stay(needs, answered.ranked, knowledge.instance_type(needs.current_type))
    own = answered.own
    upgrade = upgrade_beside(needs) or in_place_as_well(needs, own.known if own else None, profile, knowledge)
    others = [how, stay, answered.less, answered.newer, upgrade, unbuilt if stays else None]
    besides = tuple(filter(None, others)) if profile is not None else ()
    return Headline(
        tuple(filter(None, notices)),
        before,
        title,
        (*after, *soon),
        besides,
        (
            *product_end(needs.os, knowledge),
            *offered_elsewhere(needs, knowledge),
            *beyond_the_data(needs, knowledge),
        ),
    )


def _nothing(answered: HeadlineFacts) -> Iterator[Message]:
    """That no type is left, and why where that can be said in a sentence."""
    needs = answered.needs
    if Feature.SPOT in needs.features and needs.system.kind is OsKind.MACOS:
        yield MACS_ARE_NO_SPOT
    yield Message("No instance type meets every answer; take one back to go on.")
    if answered.clash is not None:
        yield answered.clash


_TO_64_BITS = Message(
    "Nothing newer than T2 runs i386: to take a newer type, install the system anew for x86_64."
)
HISTORICAL = Message("Historical, by what was known in June 2014; do not launch by this.")


def _move(answered: HeadlineFacts, profile: ImageProfile, here: InstanceType | None) -> Sentences:
    """What becomes of what one has, then the type that replaces today's."""
    needs, ranked, own = answered.needs, answered.ranked, answered.own
    paravirtual = own is not None and own.known.virtualization_type is VirtualizationType.PARAVIRTUAL
    known = own is not None and (paravirtual or own.image.virtualization_type is not None)
    said = [own.text] if own is not None and known else []
    said += rebuild(needs, own.known if own else None, profile, answered.support)
    if here is not None and here.name == ranked[0].instance_type.name:
        old = not here.current_generation and profile.architecture is Architecture.I386
        return tuple(said), _stays(needs, here, len(ranked)), (_TO_64_BITS,) if old else ()
    values: dict[str, object] = {
        "there": sized(ranked[0].instance_type),
        "here": sized(here) if here else "",
        "types": counted(len(ranked)),
        "image": describe(profile),
    }
    if here is not None and answered.nearly is not None:
        values |= {"nearer": sized(answered.nearly.instance_type), "less": answered.nearly.less}
        either = Message(
            "{nearer} is the nearest to {here}, with a little less: {less}. {there} has all of it, and is far larger.",
            values,
        )
        if (disks := answered.nearly.far_disks) is not None:
            either = Message(
                "{nearer} is the nearest to {here}, with a little less: {less}. {there} has all of it, and {disks} GB of local "
                "disks.",
                values | {"disks": disks},
            )
        return tuple(said), either, ()
    if here is not None:
        return tuple(said), Message("{there} replaces {here}.", values), ()
    if has_size(needs) or has_wish(needs):
        after = Message(
            "The only type that fits is {there}.",
            values,
            "The closest of {types} types that fit is {there}.",
            len(ranked),
        )
    else:
        after = Message(
            "{types} types fit. Say how many vCPUs and how much memory you need, and the answer names one.",
            values,
        )
    if not said:
        said = [Message("Of your AMI nothing is known yet that decides; of a new one, take {image}.", values)]
    return tuple(said[:-1]), said[-1], (after,)


def _stays(needs: Needs, here: InstanceType, fit: int) -> Message:
    """That today's type is the closest of those that fit, and whether one may leave it at that."""
    values: dict[str, object] = {"here": sized(here), "types": counted(fit), "system": needs.system.title}
    if not here.current_generation:
        return Message(
            "{here} may stay for now, the only type that fits; AWS lists it as a previous generation.",
            values,
            "{here} may as well stay: no type that fits is worth the move.",
            fit,
        )
    if needs.other_system:
        return Message(
            "{here} stays the type for {system}, the only one that fits.",
            values,
            "{here} stays the type for {system}, the closest of the {types} that fit.",
            fit,
        )
    return Message(
        "{here} is the only type that fits: there is no need to move.",
        values,
        "{here} is the closest of the {types} types that fit: there is no need to move.",
        fit,
    )
