"""What the types that fit would cost, for the Region and the system that were asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from wizard.model.prices.billing import operation_of
from wizard.model.prices.price import LINUX, Price, PriceList, Prices
from wizard.model.recommend.needs import Needs

_REFERENCE = "us-east-1"
"""Prices differ between Regions far more in height than in order: where a Region's own are not known,
its Linux prices order the list, and are never shown for another Region."""


@dataclass(frozen=True)
class Costs:
    """The prices that count for some needs.

    region: None where any will do; a price then is the lowest of those Regions that are known.
    operation: the billing code of the image; None where the system is not named or is billed otherwise.
    """

    prices: Prices
    region: str | None
    operation: str | None
    _found: dict[str, Price | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, prices: Prices, needs: Needs) -> Costs:
        """Of the image that one has and keeps, or of what the publisher's images of the system are billed as."""
        kept = needs.image.usage_operation if needs.image and needs.os_after is None else ""
        operation = kept or operation_of(needs.system)
        # Few answers change Region or system; the collection is kept too, so that no other can have its id.
        key = id(prices), needs.region, operation
        if key not in _recent:
            if len(_recent) >= _KEPT:
                _recent.clear()
            _recent[key] = cls(prices, needs.region, operation)
        return _recent[key]

    def price(self, instance_type: str) -> Price | None:
        """What an hour costs; None where it is not known."""
        if instance_type not in self._found:
            self._found[instance_type] = self._look_up(instance_type)
        return self._found[instance_type]

    def _look_up(self, instance_type: str) -> Price | None:
        found = [
            price
            for each in self._lists
            if (price := self.prices.price(instance_type, each.region, each.operation)) is not None
        ]
        return min(found, key=lambda price: price.hourly_usd, default=None)

    def order(self, instance_type: str) -> Decimal | None:
        """A number to order types by: their own price, or that of Linux in the Region of reference."""
        known = self.price(instance_type)
        if known is not None:
            return known.hourly_usd
        return self._reference.hourly_usd.get(instance_type) if self._reference else None

    @property
    def known(self) -> bool:
        """True if there is a list of prices for what was asked."""
        return bool(self._lists)

    @cached_property
    def _lists(self) -> tuple[PriceList, ...]:
        if self.operation is None:
            return ()
        return tuple(
            each
            for (region, operation), each in self.prices.lists.items()
            if operation == self.operation and self.region in (None, region)
        )

    @cached_property
    def _reference(self) -> PriceList | None:
        return self.prices.lists.get((_REFERENCE, LINUX))


_KEPT = 64
_recent: dict[tuple[int, str | None, str | None], Costs] = {}

NO_COSTS = Costs(Prices(), None, None)
"""Nothing is known of prices."""
