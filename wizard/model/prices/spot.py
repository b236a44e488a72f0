"""What Spot capacity costs just now, by Availability Zone. It changes by the hour, so it is known with its time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from wizard.model.frozen import field, frozen
from wizard.model.message import Message
from wizard.model.prices.amount import Key, PriceError, amount

SOURCE = "DescribeSpotPriceHistory of Amazon EC2"


@frozen
class SpotOffer:
    """The lowest price of a type among the zones that sell it as Spot. zones: how many those are."""

    hourly_usd: Decimal
    zone: str
    zones: int


@frozen
class SpotPrice:
    """What an hour of a type cost as Spot, when somebody asked: `at`, in UTC."""

    offer: SpotOffer
    region: str
    instance_type: str
    operation: str
    at: datetime.datetime

    @property
    def hourly_usd(self) -> Decimal:
        """USD an hour."""
        return self.offer.hourly_usd


@frozen
class SpotList:
    """The Spot prices of one Region for one billing code, by instance type, as of a moment in UTC."""

    region: str
    operation: str
    at: datetime.datetime
    offers: Mapping[str, SpotOffer] = field(repr=False)

    @property
    def key(self) -> Key:
        """What tells this list from others: Region and billing code."""
        return self.region, self.operation


class SpotCollector:
    """Takes in the records of DescribeSpotPriceHistory of one Region; refuses those that cannot be.

    Of a type in a zone the newest counts. Local and Wavelength Zones, whose names go on after the
    Region's letter, are not the Region's own zones. problems: of the records that were refused.
    """

    def __init__(self, region: str, operation: str) -> None:
        self._region, self._operation = region, operation
        self._newest: dict[tuple[str, str], tuple[datetime.datetime, Decimal]] = {}
        self.problems: list[Message] = []

    def add(self, record: Mapping[str, Any]) -> None:
        """Take a record in. Raises PriceError where it has not the shape AWS documents."""
        try:
            name, zone = str(record["InstanceType"]), str(record["AvailabilityZone"])
            since, price = record["Timestamp"], str(record["SpotPrice"])
        except (KeyError, TypeError) as missing:
            said = Message("a record of DescribeSpotPriceHistory: {missing}", {"missing": repr(missing)})
            raise PriceError(said) from None
        if len(zone) != len(self._region) + 1 or not zone.startswith(self._region):
            return
        try:
            found = amount(price)
        except ValueError as problem:
            values = {"type": name, "zone": zone, "problem": str(problem)}
            self.problems.append(Message("{type} in {zone}: {problem}; expected a price", values))
            return
        known = self._newest.get((name, zone))
        if known is None or known[0] < since:
            self._newest[name, zone] = since, found

    def prices(self, at: datetime.datetime) -> SpotList:
        """The lowest of each type. at: when AWS was asked."""
        by_type: dict[str, list[tuple[Decimal, str]]] = {}
        for (name, zone), (_, price) in self._newest.items():
            by_type.setdefault(name, []).append((price, zone))
        offers = {name: SpotOffer(*min(zones), len(zones)) for name, zones in by_type.items()}
        return SpotList(self._region, self._operation, at, offers)


def newest(lists: Iterable[SpotList]) -> dict[Key, SpotList]:
    """Of two lists for the same Region and billing code the newer."""
    found: dict[Key, SpotList] = {}
    for each in sorted(lists, key=lambda each: each.at):
        found[each.key] = each
    return found
