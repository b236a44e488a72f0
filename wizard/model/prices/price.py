"""Prices by Region, billing code and instance type. What is not in a list is not known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal

from wizard.model.frozen import field, frozen
from wizard.model.prices.amount import Key
from wizard.model.prices.spot import SpotList, SpotPrice, newest

LINUX = "RunInstances"
"""The billing code of an image without a licence in it."""
_OLD = datetime.timedelta(days=366)
_KEPT = 0.9
"""The share of its types that a list keeps at least from one publication to the next: AWS goes on selling what it sold."""


@frozen
class Price:
    """An hour On-Demand, shared tenancy, in USD. as_of: the day the list is of; source: whose list."""

    hourly_usd: Decimal
    region: str
    instance_type: str
    operation: str
    as_of: datetime.date
    source: str


@frozen
class PriceList:
    """The prices of one Region for one billing code, by instance type. url: where the list is to be had."""

    region: str
    operation: str
    as_of: datetime.date
    source: str
    url: str
    hourly_usd: Mapping[str, Decimal] = field(repr=False)

    @property
    def key(self) -> Key:
        """What tells this list from others: Region and billing code."""
        return self.region, self.operation

    def is_old(self, today: datetime.date) -> bool:
        """True if it is older than a year."""
        return is_old(self.as_of, today)


@frozen
class Prices:
    """All lists that are known, one for each Region and billing code. spot: what Spot capacity costs."""

    lists: Mapping[Key, PriceList] = field(default_factory=dict)
    spot: Mapping[Key, SpotList] = field(default_factory=dict)

    @classmethod
    def of(cls, lists: Iterable[PriceList], spot: Iterable[SpotList] = ()) -> Prices:
        """Of two lists for the same Region and billing code the newer counts."""
        found: dict[Key, PriceList] = {}
        for each in lists:
            if each.key not in found or found[each.key].as_of <= each.as_of:
                found[each.key] = each
        return cls(found, newest(spot))

    def price(self, instance_type: str, region: str | None, operation: str) -> Price | None:
        """None where it is not known: never another Region's, never another billing code's."""
        known = self.lists.get((region or "", operation))
        amount = known.hourly_usd.get(instance_type) if known else None
        if known is None or amount is None:
            return None
        return Price(amount, known.region, instance_type, operation, known.as_of, known.source)

    def spot_price(self, instance_type: str, region: str | None, operation: str) -> SpotPrice | None:
        """None where it is not known, or where no zone of the Region sells the type as Spot."""
        known = self.spot.get((region or "", operation))
        offer = known.offers.get(instance_type) if known else None
        return SpotPrice(offer, known.region, instance_type, operation, known.at) if known and offer else None

    def licence(self, instance_type: str, region: str | None, operation: str) -> Decimal | None:
        """How much of an hour's price is for the licence in the image; None where either is not known."""
        whole = self.price(instance_type, region, operation)
        bare = self.price(instance_type, region, LINUX)
        return whole.hourly_usd - bare.hourly_usd if whole and bare else None

    def updated(self, newer: Prices) -> Prices:
        """These, with the lists of another collection where they are as new or newer."""
        return Prices.of(
            [*self.lists.values(), *newer.lists.values()], [*self.spot.values(), *newer.spot.values()]
        )

    def cut(self, newer: Prices) -> list[PriceList]:
        """The lists of another collection that lack more than a tenth of the types that the same list here has.

        No byte of a file tells that it ends between two rows too early; that types are gone does.
        """
        return [
            each
            for key, each in newer.lists.items()
            if (known := self.lists.get(key))
            and each.as_of >= known.as_of
            and len(each.hourly_usd.keys() & known.hourly_usd.keys()) < _KEPT * len(known.hourly_usd)
        ]

    def without(self, lists: Iterable[PriceList]) -> Prices:
        """These, but for some lists."""
        gone = {each.key for each in lists}
        return Prices({key: each for key, each in self.lists.items() if key not in gone}, self.spot)


def is_old(as_of: datetime.date, today: datetime.date) -> bool:
    """True if a list of that day is older than a year: prices hold for long, but not for ever."""
    return today - as_of > _OLD
