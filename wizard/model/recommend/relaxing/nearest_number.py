"""Where a number asks too much: the nearest one with which types are left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_UP, Decimal
from math import ceil, floor

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import frozen, replace
from wizard.model.prices.price import Price
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.needs import Needs, Range


@frozen
class _Number:
    """An answer that is a number: read off the needs and off a type, and put into the needs."""

    asked: Callable[[Needs], Range]
    has: Callable[[InstanceType], float]
    to: Callable[[Needs, Range], Needs]


_PRICE = "max-price"
_NUMBERS = {
    "gpu": _Number(
        lambda n: Range(n.gpus),
        lambda t: t.gpus,
        lambda n, r: replace(n, gpus=int(r.minimum or 0)),
    ),
    "local-storage-gb": _Number(
        lambda n: Range(n.local_storage_gb),
        lambda t: t.local_storage_gb,
        lambda n, r: replace(n, local_storage_gb=int(r.minimum or 0)),
    ),
    "network-gbps": _Number(
        lambda n: Range(n.network_gbps),
        lambda t: t.network_gbps,
        lambda n, r: replace(n, network_gbps=r.minimum or 0),
    ),
    "vcpus": _Number(lambda n: n.vcpus, lambda t: t.vcpus, lambda n, r: replace(n, vcpus=r)),
    "memory-gib": _Number(
        lambda n: n.memory_gib, lambda t: t.memory_gib, lambda n, r: replace(n, memory_gib=r)
    ),
}


def is_number(answer: str) -> bool:
    """Whether the question of this id is answered by a number."""
    return answer == _PRICE or answer in _NUMBERS


def nearest_number(
    needs: Needs, answer: str, types: Sequence[InstanceType], costs: Costs
) -> tuple[str, Needs] | None:
    """The answer in words, such as 8 or 3..4, and the needs with it; None where no type is left.

    answer: the id of a question that is answered by a number. types: those that are left without this answer; costs: what they cost.
    """
    if answer == _PRICE:
        return _nearest_price(needs, [costs.price(t.name) for t in types])
    if not types:
        return None
    number = _NUMBERS[answer]
    nearest = _widened(number.asked(needs), [number.has(t) for t in types])
    words = f"{nearest.minimum or 0:.10g}"
    if nearest.maximum is not None:
        words += f"..{nearest.maximum:.10g}"
    return (words, number.to(needs, nearest)) if nearest.minimum or nearest.maximum else None


def _nearest_price(needs: Needs, prices: Sequence[Price | None]) -> tuple[str, Needs] | None:
    """The lowest that is known, rounded up to a cent."""
    lowest = min((price.hourly_usd for price in prices if price is not None), default=None)
    if lowest is None:
        return None
    limit = lowest.quantize(Decimal("0.01"), ROUND_UP)
    return f"{limit:f}", replace(needs, max_price=limit)


def _widened(asked: Range, values: Sequence[float]) -> Range:
    """The range widened as little as possible, so that at least one of the values lies in it."""
    low, high = asked.minimum or 0, asked.maximum
    below = max((v for v in values if v < low), default=None)
    above = min((v for v in values if high is not None and v > high), default=None)
    if below is not None and (above is None or not high or low * high <= above * max(below, 0.01)):
        return Range(floor(below * 100) / 100, high)
    return Range(asked.minimum, ceil((above or 0) * 100) / 100)
