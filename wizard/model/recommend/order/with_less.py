"""What costs much less than the first type and meets the answers as well, and what it lacks beside that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from wizard.model.catalog.families import Families
from wizard.model.ec2.instance_type import Architecture, InstanceType, gib
from wizard.model.message import Message, counted, figure, joined
from wizard.model.prices.amount import money
from wizard.model.prices.price import Price
from wizard.model.recommend.costs.cheaper import Cheaper, percent_less
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.kind import TypeKind, kinds_for, serving
from wizard.model.recommend.order.purpose_of import purpose_order
from wizard.model.recommend.ranked import Ranked
from wizard.model.systems.driver import drives

_MUCH = 10
"""Percent: what is nearer in price is not worth doing without anything."""
_NEARLY = 0.98
_HALF = 0.5
_MUCH_FASTER = 2


def with_less(
    needs: Needs,
    families: Families,
    architecture: Architecture,
    ranked: tuple[Ranked, ...],
    known: Iterable[Cheaper],
) -> tuple[Cheaper, ...]:
    """At most one that is at full speed at any time, and one that is not. known: what is said already.

    Of the first's own architecture, nothing that nobody asked for, and what nobody named is not much smaller.
    """
    first = ranked[0]
    if first.price is None:
        return ()
    price = min(
        (each.price.hourly_usd for each in known if each.architecture is architecture),
        default=first.price.hourly_usd,
    )
    found: list[Cheaper] = []
    kinds = kinds_for(needs, families)
    others = sorted(_others(needs, families, ranked), key=lambda entry: (entry[1].hourly_usd, entry[0].name))
    for soft in (False, True):
        for t, other in others:
            if bool(kinds[t].soft) is soft and percent_less(price, other.hourly_usd) >= _MUCH:
                found.append(_said(architecture, first, kinds[t], t, other, families))
                price = other.hourly_usd
                break
    return tuple(found)


def _others(
    needs: Needs, families: Families, ranked: tuple[Ranked, ...]
) -> Iterator[tuple[InstanceType, Price]]:
    """Those of a price that is known that do as well for the same answers."""
    first, kinds = ranked[0], kinds_for(needs, families)
    best = first.instance_type
    mine = kinds[best]
    vcpus, memory = _least(needs, best)
    # Whoever asks for devices by number, or for such a purpose, weighs them against the price.
    weighs = purpose_order(needs, families).accelerators or needs.local_storage_gb
    able = frozenset(t.name for t in serving([e.instance_type for e in ranked[1:]], needs, families))
    for entry in ranked[1:]:
        t = entry.instance_type
        if (
            entry.price is not None
            # Who moves knows what today's costs.
            and t.name != needs.current_type
            and t.vcpus >= vcpus
            and t.memory_gib >= memory
            and t.gpus >= (needs.gpus or best.gpus)
            and _makers(t) == _makers(best)
            and drives(needs.system, t)
            and t.name in able
            and t.current_generation
            and entry.outcome is first.outcome
            and entry.doubted is first.doubted
            and kinds[t].unasked <= mine.unasked
            # Hard disks count for one: they are said, and may be enough.
            and (weighs or kinds[t].unlike // 2 <= mine.unlike // 2)
            and not (t.gpus > best.gpus or t.bare_metal is not best.bare_metal)
        ):
            yield t, entry.price


def _least(needs: Needs, best: InstanceType) -> tuple[float, float]:
    """What another has at least, in vCPUs and GiB; half of the first's, where only the other one of the two was named.

    Who names disks or a bandwidth alone has asked for nothing of either.
    """
    today = needs.today
    vcpus = bool(needs.vcpus.minimum or (today and today.vcpus))
    memory = bool(needs.memory_gib.minimum or (today and today.memory_gib))
    if (vcpus and memory) or (not vcpus and not memory and (needs.local_storage_gb or needs.network_gbps)):
        return 0, 0
    if not vcpus and not memory:
        return best.vcpus, best.memory_gib * _NEARLY
    return (0, best.memory_gib * _HALF) if vcpus else (best.vcpus * _HALF, 0)


def _said(
    architecture: Architecture,
    first: Ranked,
    kind: TypeKind,
    t: InstanceType,
    price: Price,
    families: Families,
) -> Cheaper:
    best, own = first.instance_type, first.price.hourly_usd if first.price else Decimal(0)
    percent = percent_less(own, price.hourly_usd)
    lacks = list(_lacks(t, best, kind, first.generation, families))
    values: dict[str, object] = {
        "architecture": architecture.value,
        "type": t.name,
        "price": money(price.hourly_usd),
        "percent": percent,
        "region": price.region,
        "first": best.name,
        "lacks": joined(lacks, "; "),
    }
    text = (
        Message(
            "{architecture}: {percent} % less: {type} costs {price} USD an hour in {region}. Beside {first}: {lacks}.",
            values,
        )
        if lacks
        else Message(
            "{architecture}: {percent} % less: {type} costs {price} USD an hour in {region}, and has all that you asked for.",
            values,
        )
    )
    return Cheaper(t, architecture, price, percent, text)


def _lacks(
    t: InstanceType, best: InstanceType, kind: TypeKind, generation: int, families: Families
) -> Iterator[Message]:
    """What the first type has and the other one has not."""
    if t.vcpus < best.vcpus:
        less = best.vcpus - t.vcpus
        yield Message("{n} vCPU less", {"n": counted(less)}, "{n} vCPUs less", less)
    if t.memory_gib < best.memory_gib * _NEARLY:
        yield Message("{memory} GiB less", {"memory": gib(best.memory_gib - t.memory_gib)})
    devices, those = _devices(t), _devices(best)
    if devices != those:
        yield Message("{devices} instead of {those}", {"devices": devices, "those": those})
    elif kind.generation < generation:
        values = {"age": kind.generation, "first_age": generation}
        yield Message("generation {age} instead of {first_age}", values)
    if t.burstable and not best.burstable:
        yield Message("burstable: full speed only while CPU credits last")
    if t.family.endswith("-flex") and not best.family.endswith("-flex"):
        yield Message("flex: full speed most of the time, not always")
    if t.family in families.hard_disks and best.family not in families.hard_disks:
        yield Message("hard disks instead of SSDs")
    if t.network_gbps * _MUCH_FASTER < best.network_gbps:
        said = {"network": figure(t.network_gbps), "first_network": figure(best.network_gbps)}
        yield Message("{network} instead of {first_network} Gbit/s of network", said)


def _makers(t: InstanceType) -> set[str]:
    return {device.manufacturer for device in t.accelerators}


def _devices(t: InstanceType) -> str:
    return ", ".join(f"{a.count or 1} {a.manufacturer} {a.name}" for a in t.devices)
