"""What the running instances of one's images cost an hour, as far as that is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal

from wizard.model.account.usage import Use
from wizard.model.frozen import frozen
from wizard.model.message import Message, counted, joined
from wizard.model.prices.amount import HOURS_A_MONTH, money, rounded
from wizard.model.prices.price import LINUX, Prices

_NOTHING = Decimal(0)


@frozen
class Bill:
    """A sum over running instances. priced: how many of them are in it; oldest: the day of its oldest list.

    other: Spot, Capacity Blocks and dedicated hardware, whose prices are others; unknown: those whose price
    is not known. licences_usd: how much of it is for licences; None where that is not known of each.
    """

    priced: int = 0
    hourly_usd: Decimal = _NOTHING
    licences_usd: Decimal | None = _NOTHING
    other: int = 0
    unknown: int = 0
    oldest: datetime.date | None = None

    @property
    def running(self) -> int:
        """How many instances run."""
        return self.priced + self.other + self.unknown

    @property
    def monthly_usd(self) -> Decimal:
        """Of 730 hours."""
        return self.hourly_usd * HOURS_A_MONTH

    def plus(self, another: Bill) -> Bill:
        """Both together."""
        known = None not in (self.licences_usd, another.licences_usd)
        days = [each.oldest for each in (self, another) if each.oldest]
        return Bill(
            self.priced + another.priced,
            self.hourly_usd + another.hourly_usd,
            (self.licences_usd or _NOTHING) + (another.licences_usd or _NOTHING) if known else None,
            self.other + another.other,
            self.unknown + another.unknown,
            min(days, default=None),
        )

    @property
    def text(self) -> Message:
        """The sum, what of it is for licences, and what is not in it."""
        return joined(list(self._said()))

    def _said(self) -> Iterator[Message]:
        values: dict[str, object] = {
            "count": counted(self.running),
            "hourly": money(self.hourly_usd),
            "monthly": rounded(self.monthly_usd),
            "hours": HOURS_A_MONTH,
            "day": self.oldest,
            "licences": money(self.licences_usd or _NOTHING),
            "other": counted(self.other),
            "unknown": counted(self.unknown),
        }
        if not self.running:
            yield Message("No instance of it runs.")
            return
        yield Message("{count} instance runs.", values, "{count} instances run.", self.running)
        if self.priced:
            yield Message(
                "{hourly} USD an hour On-Demand, {monthly} a month of {hours} hours, by prices of {day}.",
                values,
            )
            if self.licences_usd:
                yield Message("Of it {licences} USD an hour is for licences.", values)
        if self.other:
            yield Message(
                "Not in it: {other} on Spot, Capacity Blocks or dedicated hardware, whose prices are others.",
                values,
            )
        if self.unknown:
            yield Message("Not in it: {unknown} whose price is not known.", values)


def bill_of(uses: Iterable[Use], operation: str, prices: Prices) -> Bill:
    """Of what uses an image. operation: the image's own, for an instance that does not say its billing code."""
    total = Bill()
    for use in uses:
        launched = use.launched
        if launched is None or not launched.running:
            continue
        if not launched.shared:
            total = total.plus(Bill(other=1))
            continue
        code = launched.operation or operation
        price = prices.price(launched.instance_type, use.region, code)
        if price is None:
            total = total.plus(Bill(unknown=1))
        else:
            licence = _NOTHING if code == LINUX else prices.licence(launched.instance_type, use.region, code)
            total = total.plus(Bill(1, price.hourly_usd, licence, oldest=price.as_of))
    return total


def sum_of(bills: Iterable[Bill | None]) -> Bill | None:
    """All together; None where nobody asked what uses the images."""
    total: Bill | None = None
    for each in bills:
        if each is not None:
            total = each if total is None else total.plus(each)
    return total
