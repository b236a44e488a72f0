"""What other types of the same size cost less than the first, by architecture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from wizard.model.catalog.families import Families
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.prices.amount import money
from wizard.model.prices.price import Price
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.ranked import Ranked

_SAME_MEMORY = 0.02
# 3,800 GB of disks are what is sold for 3,840 GB.
_SAME_DISKS = 0.96
_LEAST_PERCENT = 1


@frozen
class Cheaper:
    """A type that costs less than the first. percent: by how much, whole."""

    instance_type: InstanceType
    architecture: Architecture
    price: Price
    percent: int
    text: Message


def cheaper(
    costs: Costs,
    families: Families,
    first: Ranked,
    types: Iterable[tuple[Architecture, Iterable[InstanceType]]],
) -> tuple[Cheaper, ...]:
    """Of each architecture one that costs less than the first. types: those that fit, the first's own before others.

    Of its own architecture the cheapest, however old; of another the newest, which would be recommended there.
    Burstable and flex types do not do the same work for the hour, nor hard disks that of SSDs, and previous
    generations are left out.
    """
    if first.price is None:
        return ()
    return tuple(_cheapest(costs, families, first, first.price, types))


def _cheapest(
    costs: Costs,
    families: Families,
    first: Ranked,
    price: Price,
    types: Iterable[tuple[Architecture, Iterable[InstanceType]]],
) -> Iterator[Cheaper]:
    best, slower = first.instance_type, families.hard_disks
    for place, (architecture, those) in enumerate(types):
        found = [
            (-families.generation(t.family) if place else 0, other.hourly_usd, t.name, t, other)
            # Most are of another size; a call for each would be felt at every click.
            for t in [t for t in those if t.vcpus == best.vcpus]
            if is_as_large(t, best)
            and not (best.local_storage_gb and t.family in slower and best.family not in slower)
            and (other := costs.price(t.name)) is not None
        ]
        if not found:
            continue
        _, _, _, t, other = min(found, key=lambda each: each[:3])
        percent = percent_less(price.hourly_usd, other.hourly_usd)
        if t.name != best.name and percent >= _LEAST_PERCENT:
            ages = families.generation(t.family), first.generation
            yield Cheaper(t, architecture, other, percent, _text(architecture, other, percent, best, ages))


def is_as_large(t: InstanceType, best: InstanceType) -> bool:
    """Whether it does the same work as the best of that size, of which it may be a sibling of another age."""
    return (
        t.gpus == best.gpus
        and _devices(t) == _devices(best)
        and abs(t.memory_gib - best.memory_gib) <= best.memory_gib * _SAME_MEMORY
        and t.local_storage_gb >= best.local_storage_gb * _SAME_DISKS
        and t.current_generation
        and not t.family.endswith("-flex")
        and (not t.burstable or best.burstable)
    )


def _devices(t: InstanceType) -> set[str]:
    """Eight of another GPU are no equal, however much of them there is."""
    return {accelerator.name for accelerator in t.accelerators}


def percent_less(first: Decimal, other: Decimal) -> int:
    """By how much less the other costs, in whole percent."""
    return int(((first - other) * 100 / first).quantize(Decimal(1), ROUND_HALF_UP))


def _text(
    architecture: Architecture, price: Price, percent: int, best: InstanceType, ages: tuple[int, int]
) -> Message:
    values: dict[str, object] = {
        "architecture": architecture.value,
        "type": price.instance_type,
        "price": money(price.hourly_usd),
        "percent": percent,
        "first": best.name,
        "region": price.region,
        "age": ages[0],
        "first_age": ages[1],
    }
    if ages[0] < ages[1]:
        return Message(
            "{architecture}: {percent} % less for the same size, of generation {age} instead of {first_age}: {type} "
            "costs {price} USD an hour in {region}.",
            values,
        )
    return Message(
        "{architecture}: {percent} % less for the same size: {type} costs {price} USD an hour in {region}.",
        values,
    )
