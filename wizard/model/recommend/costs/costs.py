"""What the types that fit would cost, for the Region and the system that were asked for."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cached_property

from wizard.model.ec2.launch import Tenancy, ZoneKind
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import field, frozen
from wizard.model.message import Message, joined
from wizard.model.prices.billing import SOLD_APART, operation_of
from wizard.model.prices.price import LINUX, Price, PriceList, Prices
from wizard.model.prices.said import billed_as, old_said
from wizard.model.prices.spot import SpotPrice
from wizard.model.recommend.needs import Needs

_REFERENCE = "us-east-1"
"""Prices differ between Regions far more in height than in order: where a Region's own are not known,
its Linux prices order the list, and are never shown for another Region."""

_WITHOUT_A_SYSTEM = Message("No price is known without a system")
_ASSUMED = Message("No system is named; one with a licence in it costs more.")
_MACS = Message("No price is known for macOS, which its Dedicated Host pays for")
_SOLD_APART = Message("No price is known for editions for SAP, which are products with prices of their own")
_DEDICATED = Message("No price is known for dedicated hardware; the lists have that of shared hardware")
_LOCAL = Message("No price is known for Local and Wavelength Zones; the lists have those of Regions")


@frozen
class Costs:
    """The prices that count for some needs.

    region: None where any will do; a price then is the lowest of those Regions that are known.
    operation: the billing code of the image; None where there is no price, for the reason `none`.
    assumed: nobody named a system, and the prices are those of Linux.
    """

    prices: Prices
    region: str | None
    operation: str | None
    none: Message | None = None
    assumed: bool = False
    _found: dict[str, Price | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, prices: Prices, needs: Needs) -> Costs:
        """Of the image that one has and keeps, or of what the publisher's images of the system are billed as."""
        region = needs.region or needs.request.other_region
        kept = needs.image.usage_operation if needs.image and needs.os_after is None else ""
        operation, none = (kept or operation_of(needs.system)), _elsewhere(needs)
        assumed = operation is None and needs.system.kind is None and needs.image is None
        if assumed:
            operation = LINUX
        if operation is None:
            none = none or _without_a_price(needs.system)
        if none is not None:
            operation = None
        # Few answers change Region or system; the collection is kept too, so that no other can have its id.
        key = id(prices), region, operation, none.template if none else str(assumed)
        if key not in _recent:
            if len(_recent) >= _KEPT:
                _recent.clear()
            _recent[key] = cls(prices, region, operation, none, assumed)
        return _recent[key]

    def price(self, instance_type: str) -> Price | None:
        """What an hour costs; None where it is not known."""
        if instance_type not in self._found:
            self._found[instance_type] = self._look_up(instance_type)
        return self._found[instance_type]

    def _look_up(self, instance_type: str) -> Price | None:
        found = [
            price
            for each in self.lists
            if (price := self.prices.price(instance_type, each.region, each.operation)) is not None
        ]
        return min(found, key=lambda price: price.hourly_usd, default=None)

    def spot(self, instance_type: str) -> SpotPrice | None:
        """What an hour costs as Spot; None where it is not known."""
        if self.operation is None:
            return None
        regions = [self.region] if self.region else sorted({region for region, _ in self.prices.spot})
        found = (self.prices.spot_price(instance_type, region, self.operation) for region in regions)
        return min((each for each in found if each), key=lambda each: each.hourly_usd, default=None)

    def licence(self, price: Price) -> Decimal | None:
        """How much of a price is for the licence in the image; None where there is none or it is not known."""
        if price.operation == LINUX:
            return None
        return self.prices.licence(price.instance_type, price.region, price.operation)

    def order(self, instance_type: str) -> Decimal | None:
        """A number to order types by: their own price, or that of Linux in the Region of reference."""
        known = self.price(instance_type)
        if known is not None:
            return known.hourly_usd
        return self._reference.hourly_usd.get(instance_type) if self._reference else None

    @property
    def known(self) -> bool:
        """True if there is a list of prices for what was asked."""
        return bool(self.lists)

    @cached_property
    def lists(self) -> tuple[PriceList, ...]:
        """The lists that prices are taken from."""
        if self.operation is None:
            return ()
        return tuple(
            each
            for (region, operation), each in self.prices.lists.items()
            if operation == self.operation and self.region in (None, region)
        )

    def why_none(self) -> Message:
        """Why there is no price, and how to get some."""
        if self.operation is None:
            return self.none or _WITHOUT_A_SYSTEM
        values: dict[str, object] = {"region": self.region, "billing": billed_as(self.operation)}
        if self.region is None:
            return Message("No price is known for {billing}: ami-wizard prices fetch --region NAME", values)
        return Message(
            "No price is known for {billing} in {region}: ami-wizard prices fetch --region {region}", values
        )

    def note(self, today: datetime.date) -> Message:
        """What the prices are, and of when; or why there is none, and what orders the types then.

        today: from which the age of a list is counted.
        """
        if not self.lists:
            none = {"none": self.why_none(), "order": self._ordered_by}
            return Message("{none}. {order}", none) if self._reference else Message("{none}.", none)
        old = [old_said(each) for each in self.lists if each.is_old(today)]
        return joined([self._told(), *([_ASSUMED] if self.assumed else []), *old])

    def _told(self) -> Message:
        values: dict[str, object] = {
            "billing": billed_as(self.lists[0].operation),
            "region": self.lists[0].region,
            "regions": ", ".join(each.region for each in self.lists),
            "day": _days(sorted({each.as_of for each in self.lists})),
            "source": joined(
                [Message(source) for source in dict.fromkeys(each.source for each in self.lists)], "; "
            ),
        }
        if len(self.lists) > 1:
            return Message("Prices of {billing}, the lowest of {regions}, as of {day} ({source}).", values)
        return Message("Prices of {billing} in {region}, as of {day} ({source}).", values)

    @property
    def _ordered_by(self) -> Message:
        values = {"region": _REFERENCE, "day": self._reference.as_of if self._reference else ""}
        return Message(
            "Of equals, that comes first which was cheaper for Linux in {region} on {day}.", values
        )

    @cached_property
    def _reference(self) -> PriceList | None:
        return self.prices.lists.get((_REFERENCE, LINUX))


def _without_a_price(system: OperatingSystem) -> Message:
    if system.kind is None:
        return _WITHOUT_A_SYSTEM
    return _SOLD_APART if system.family in SOLD_APART else _MACS


def _elsewhere(needs: Needs) -> Message | None:
    """Why the price of shared hardware in a Region is not that of what was asked for."""
    if needs.request.tenancy is not Tenancy.DEFAULT and needs.system.kind is not OsKind.MACOS:
        return _DEDICATED
    return _LOCAL if needs.request.zone_kind in (ZoneKind.LOCAL_ZONE, ZoneKind.WAVELENGTH_ZONE) else None


def _days(days: list[datetime.date]) -> Message:
    values = {"first": days[0], "last": days[-1]}
    return Message("{first}", values) if days[0] == days[-1] else Message("{first} to {last}", values)


_KEPT = 64
_recent: dict[tuple[int, str | None, str | None, str], Costs] = {}

NO_COSTS = Costs(Prices(), None, None)
"""Nothing is known of prices."""
