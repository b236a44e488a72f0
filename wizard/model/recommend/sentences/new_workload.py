"""The answer for a new workload: the kind of image, how many types take it, and which one to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message, counted, joined
from wizard.model.prices.amount import money
from wizard.model.recommend.headline_facts import HeadlineFacts
from wizard.model.recommend.moving.successor import stays_on_the_old
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.said import begin_said, order_said
from wizard.model.recommend.ranked import SAME_SIZE, Ranked, sized
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.recommend.sentences.described import describe
from wizard.model.recommend.sentences.wishes import has_size, has_wish, is_bought


def new_workload(answered: HeadlineFacts, profile: ImageProfile, total: int) -> Iterator[Message]:
    """The title first. Without a wish there is no type to name."""
    needs, ranked = answered.needs, answered.ranked
    used: dict[str, object] = {"image": describe(profile), "system": needs.os.title}
    if stays_on_the_old(needs, answered.support):
        yield Message("If it has to be {system}, use {image}.", used)
    else:
        yield Message("Use {image}.", used)
    count = len(ranked)
    values: dict[str, object] = {"types": counted(count), "closest": sized(ranked[0].instance_type)}
    if has_size(needs):
        values |= {"order": order_said(needs, made_for=_is_for_older_kernels(needs, ranked))}
        if needs.purpose is not None and count > 1:
            yield Message("{types} types meet your answers; the first is {closest}: {order}.", values)
        else:
            yield Message(
                "One type meets your answers: {closest}.",
                values,
                "{types} types meet your answers; the closest is {closest}: {order}.",
                count,
            )
        if exact := _just_as_large(needs, ranked):
            yield Message("Of just the size you asked for: {exact}.", {"exact": sized(exact.instance_type)})
        return
    if is_bought(needs):
        yield _reach(answered, profile, total)
        yield _bought(needs, ranked[0])
    elif has_wish(needs) and count > 1:
        yield Message(
            "Begin with {closest}: {reason}.", values | {"reason": begin_said(needs, ranked[0].instance_type)}
        )
        if answered.on_arm is not None:
            yield answered.on_arm
        yield _reach(answered, profile, total)
        yield Message("Say how many vCPUs and how much memory you need for another size.")
    else:
        yield _reach(answered, profile, total)
        if count > 1:
            yield Message("Say how many vCPUs and how much memory you need, and the answer names one.")


def _reach(answered: HeadlineFacts, profile: ImageProfile, total: int) -> Message:
    """How many types take such an image, of this architecture and of the others left open."""
    count = len(answered.ranked)
    values: dict[str, object] = {
        "types": counted(count),
        "total": counted(total),
        "closest": sized(answered.ranked[0].instance_type),
    }
    others = [
        (word, number) for word, number in answered.reach if word is not profile.architecture and number
    ]
    if not others:
        return Message(
            "Of {total} instance types one takes it: {closest}.",
            values,
            "{types} of {total} instance types take it.",
            count,
        )
    values["others"] = joined(
        [Message("{kind}: {count}", {"kind": word.value, "count": counted(n)}) for word, n in others], ", "
    )
    return Message(
        "Of {total} instance types one takes it ({others}): {closest}.",
        values,
        "{types} of {total} instance types take it ({others}).",
        count,
    )


def _just_as_large(needs: Needs, ranked: tuple[Ranked, ...]) -> Ranked | None:
    """The first of just the size, where the purpose puts one with more memory before it."""
    vcpus, memory = needs.vcpus.minimum, needs.memory_gib.minimum
    if needs.purpose not in (Purpose.DATABASE, Purpose.MEMORY) or not vcpus or not memory:
        return None
    exact = (
        entry
        for entry in ranked
        if entry.outcome is Outcome.WORKS
        and entry.instance_type.current_generation
        and not entry.instance_type.local_storage_gb
        and entry.instance_type.vcpus == vcpus
        and entry.instance_type.memory_gib <= memory * SAME_SIZE
    )
    found = next(exact, None)
    first = ranked[0].instance_type
    return None if first.vcpus == vcpus and first.memory_gib <= memory * SAME_SIZE else found


def _is_for_older_kernels(needs: Needs, ranked: tuple[Ranked, ...]) -> bool:
    """Whether newer types are behind the first, as their network wants a newer kernel than the system has."""
    first = ranked[0]
    if needs.system.nitro_v4_network is not False or first.warned:
        return False
    return any(
        entry.generation > first.generation and (entry.warned or "D14a" in entry.lost) for entry in ranked
    )


def _bought(needs: Needs, first: Ranked) -> Message:
    """The type for the limit of the price."""
    values: dict[str, object] = {
        "limit": money(needs.max_price or Decimal(1)),
        "closest": sized(first.instance_type),
        "price": money(first.price.hourly_usd) if first.price else "",
        "region": first.price.region if first.price else "",
    }
    return Message("For at most {limit} USD an hour: {closest}, at {price} in {region}.", values)
