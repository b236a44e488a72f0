"""The answer in a few sentences: what ends first, what becomes of what one has, then what to take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wizard.model.ec2.instance_type import (
    Architecture,
    BootMode,
    InstanceType,
    RootDeviceType,
    VirtualizationType,
)
from wizard.model.ec2.launch import Edition
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, joined
from wizard.model.prices.amount import money
from wizard.model.recommend.answer import Headline
from wizard.model.recommend.beyond_the_data import beyond_the_data
from wizard.model.recommend.moving.rebuild import rebuild
from wizard.model.recommend.moving.successor import stays_on_the_old
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.order.said import order_said
from wizard.model.recommend.ranked import Ranked, sized
from wizard.model.recommend.recommendation import ImageProfile, ImageResult
from wizard.model.recommend.support import SystemSupport

Sentences = tuple[tuple[Message, ...], Message, tuple[Message, ...]]
"""What stands before the title, the title, and what goes with it."""


@dataclass(frozen=True, slots=True)
class HeadlineFacts:
    """What the headline speaks of. reach: for each architecture left open, how many types fit.

    nearly: the type that has almost what today's has, where what has all of it is far larger. newer: the
    type after a move to the system that follows one out of support.
    clash: the answers that no type meets together. unpriced: why a limit of the price was left aside.
    unbuilt: that nobody publishes the paravirtual AMI that was asked for.
    """

    needs: Needs
    profile: ImageProfile | None
    ranked: tuple[Ranked, ...]
    support: SystemSupport | None
    own: ImageResult | None
    reach: tuple[tuple[Architecture, int], ...]
    nearly: Message | None = None
    newer: Message | None = None
    clash: Message | None = None
    unpriced: Message | None = None
    unbuilt: Message | None = None


def headline(knowledge: Knowledge, answered: HeadlineFacts) -> Headline:
    """A few sentences, the one that matters most first."""
    needs, support, profile = answered.needs, answered.support, answered.profile
    notices: list[Message] = []
    if needs.edition is Edition.YEAR_2014:
        notices.append(HISTORICAL)
    if answered.unpriced is not None:
        notices.append(answered.unpriced)
    if support is not None and support.regular_ended:
        notices.append(support.text)
    if answered.unbuilt is not None and profile is not None:
        notices.append(answered.unbuilt)
    before: tuple[Message, ...] = ()
    after: tuple[Message, ...] = ()
    if profile is None:
        before = (answered.own.text,) if answered.own is not None else ()
        title = Message("No instance type meets every answer; take one back to go on.")
        after = tuple(filter(None, [answered.clash]))
    elif needs.image is not None or needs.current_type:
        before, title, after = _move(answered, profile, knowledge.instance_type(needs.current_type or ""))
        after = (*after, *filter(None, [answered.nearly, answered.newer]))
        if stays_on_the_old(needs, support):
            title = Message("To stay on {system}: {answer}", {"system": needs.os.title, "answer": title})
    else:
        title, *rest = _new(answered, profile, len(knowledge.catalog.types))
        after = tuple(rest)
    near = support is not None and support.near and not support.regular_ended and not needs.other_system
    soon = (support.text,) if support is not None and near else ()
    return Headline(tuple(notices), before, title, (*after, *soon, *beyond_the_data(needs, knowledge)))


_TO_64_BITS = Message(
    "Nothing newer than T2 runs i386: to take a newer type, install the system anew for x86_64."
)
HISTORICAL = Message("Historical, by what was known in June 2014; do not launch by this.")


def _new(answered: HeadlineFacts, profile: ImageProfile, total: int) -> Iterator[Message]:
    """A new workload. Without a wish there is no type to name."""
    needs, ranked, support = answered.needs, answered.ranked, answered.support
    used: dict[str, object] = {"image": describe(profile), "system": needs.os.title}
    if stays_on_the_old(needs, support):
        yield Message("If it has to be {system}, use {image}.", used)
    else:
        yield Message("Use {image}.", used)
    count, closest = len(ranked), sized(ranked[0].instance_type)
    values: dict[str, object] = {"types": counted(count), "total": counted(total), "closest": closest}
    values |= {"order": order_said(needs, made_for=_is_for_older_kernels(ranked))}
    if has_size(needs):
        yield Message(
            "One type meets your answers: {closest}.",
            values,
            "{types} types meet your answers; the closest is {closest}: {order}.",
            count,
        )
        return
    others = [
        (word, number) for word, number in answered.reach if word is not profile.architecture and number
    ]
    if others:
        values["others"] = joined(
            [Message("{kind}: {count}", {"kind": word.value, "count": counted(n)}) for word, n in others],
            ", ",
        )
        yield Message(
            "Of {total} instance types one takes it ({others}): {closest}.",
            values,
            "{types} of {total} instance types take it ({others}).",
            count,
        )
    else:
        yield Message(
            "Of {total} instance types one takes it: {closest}.",
            values,
            "{types} of {total} instance types take it.",
            count,
        )
    if names_one(needs, ranked):
        yield _bought(needs, ranked[0])
    elif count > 1:
        yield Message("Say how many vCPUs and how much memory you need, and the answer names one.")


def _is_for_older_kernels(ranked: tuple[Ranked, ...]) -> bool:
    """Whether newer types are behind the first, as their network wants a newer kernel than the system has."""
    first = ranked[0]
    return not first.warned and any(
        entry.generation > first.generation and (entry.warned or "D14a" in entry.lost) for entry in ranked
    )


def names_one(needs: Needs, ranked: tuple[Ranked, ...]) -> bool:
    """Whether the first type is an answer: by a size, or by the largest size that a limit of the price buys."""
    return has_size(needs) or (needs.max_price is not None and needs.purpose is None and bool(ranked))


def _bought(needs: Needs, first: Ranked) -> Message:
    """The type for the limit of the price."""
    values: dict[str, object] = {
        "limit": money(needs.max_price or Decimal(1)),
        "closest": sized(first.instance_type),
        "price": money(first.price.hourly_usd) if first.price else "",
        "region": first.price.region if first.price else "",
    }
    return Message("For at most {limit} USD an hour: {closest}, at {price} in {region}.", values)


def has_size(needs: Needs) -> bool:
    """Whether anything was asked by which one type is nearer than another."""
    numbers = (needs.gpus, needs.local_storage_gb, needs.network_gbps)
    ranges = (needs.vcpus, needs.memory_gib)
    return any(numbers) or any(wish != Range() for wish in ranges) or bool(needs.types or needs.today)


def _move(answered: HeadlineFacts, profile: ImageProfile, here: InstanceType | None) -> Sentences:
    """What becomes of what one has, then the type that replaces today's."""
    needs, ranked, own = answered.needs, answered.ranked, answered.own
    known = own is not None and own.image.virtualization_type is not None
    said = [own.text] if own is not None and known else []
    said += rebuild(needs, profile, answered.support)
    values: dict[str, object] = {
        "there": sized(ranked[0].instance_type),
        "here": sized(here) if here else "",
        "types": counted(len(ranked)),
        "image": describe(profile),
    }
    if here is not None and here.name == ranked[0].instance_type.name:
        if not here.current_generation:
            stays = Message(
                "{here} may stay for now, the only type that fits; AWS lists it as a previous generation.",
                values,
                "{here} may as well stay: no type that fits is worth the move.",
                len(ranked),
            )
            return tuple(said), stays, (_TO_64_BITS,) if profile.architecture is Architecture.I386 else ()
        same = Message(
            "{here} is the only type that fits: there is no need to move.",
            values,
            "{here} is the closest of the {types} types that fit: there is no need to move.",
            len(ranked),
        )
        return tuple(said), same, ()
    if here is not None:
        return tuple(said), Message("{there} replaces {here}.", values), ()
    if has_size(needs):
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


def of_unknown_size(needs: Needs, knowledge: Knowledge) -> bool:
    """Whether a move starts from a type of which nothing is known here, and nobody said how large the new one is."""
    here = needs.current_type
    return here is not None and knowledge.instance_type(here) is None and not has_size(needs)


def describe(profile: ImageProfile) -> Message:
    """The kind of image in words: "an HVM AMI for x86_64 with boot mode uefi-preferred, ENA and an EBS root"."""
    values: dict[str, object] = {"architecture": profile.architecture, "boot_mode": profile.boot_mode}
    hvm = profile.virtualization_type is VirtualizationType.HVM
    values["kind"] = Message("an HVM AMI") if hvm else Message("a paravirtual AMI")
    ebs = profile.root_device_type is RootDeviceType.EBS
    values["root"] = Message("an EBS root volume") if ebs else Message("an instance-store root volume")
    if profile.boot_mode is BootMode.UNSET:
        return Message("{kind} for {architecture} with {root}", values)
    if profile.tpm and profile.ena:
        return Message(
            "{kind} for {architecture} with boot mode {boot_mode}, NitroTPM, ENA and {root}", values
        )
    if profile.ena:
        return Message("{kind} for {architecture} with boot mode {boot_mode}, ENA and {root}", values)
    return Message("{kind} for {architecture} with boot mode {boot_mode} and {root}, without ENA", values)
