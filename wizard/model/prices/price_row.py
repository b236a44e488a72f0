"""One row of AWS's price list, and what of many rows may stand in a list of prices."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import NamedTuple

from wizard.model.ec2.names import REGION
from wizard.model.message import Message
from wizard.model.prices.amount import amount
from wizard.model.prices.price import PriceList, Prices

_MOST_PROBLEMS = 20


@functools.lru_cache(64)
def _is_region(text: str) -> bool:
    """Asked for every row, and nearly always of the same Region."""
    return REGION.fullmatch(text) is not None


class PriceRow(NamedTuple):
    """The fields of a row that tell which price it is, in the words of the price list."""

    instance_type: str
    region: str
    operation: str
    tenancy: str
    capacity_status: str
    market_option: str
    term: str
    unit: str
    currency: str
    price: str

    @property
    def sold(self) -> bool:
        """True for an hour On-Demand on shared hardware, used and not reserved.

        A row of a Capacity Block, of a reservation, of Dedicated hardware says another price of the
        same type and billing code, and so does one of a Local Zone. Lists of before 2024 have no market option.
        """
        return (
            (self.tenancy, self.capacity_status, self.term) == ("Shared", "Used", "OnDemand")
            and self.market_option in ("OnDemand", "")
            and self.unit in ("Hrs", "Hours")
            and self.operation.startswith("RunInstances")
            and self.instance_type != ""
            and _is_region(self.region)
        )


class PriceCollector:
    """Takes rows in, refuses those that cannot be, and gives the lists.

    operations: only these billing codes, region: only this Region; None for all. problems: for each refused row where it
    stands and why, the first few. refused: how many there were. currencies: those that are not USD.
    """

    def __init__(self, operations: Collection[str] | None = None, region: str | None = None) -> None:
        self._operations = frozenset(operations) if operations is not None else None
        self._region = region
        self._found: dict[tuple[str, str, str], Decimal] = {}
        self._contradicted: set[tuple[str, str, str]] = set()
        self.problems: list[Message] = []
        self.refused = 0
        self.currencies: set[str] = set()

    def add(self, row: PriceRow, place: Callable[[], Message]) -> None:
        """Take a row in if it is a price of the wanted kind. place: where it stands, asked for a problem."""
        if not row.sold or not self._is_wanted(row):
            return
        if row.currency != "USD":
            self.currencies.add(row.currency or "none")
            values = {"currency": row.currency or "none"}
            self._refuse(place, Message("the currency is {currency}; expected USD", values))
            return
        try:
            price = amount(row.price)
        except ValueError as problem:
            self._refuse(place, Message("{problem}; expected a price", {"problem": str(problem)}))
            return
        key = (row.region, row.operation, row.instance_type)
        known = self._found.setdefault(key, price)
        if known != price:
            self._contradicted.add(key)
            values = {"type": row.instance_type, "one": f"{known:f}", "other": f"{price:f}"}
            self._refuse(place, Message("{type} costs {one} and {other}; neither is taken", values))

    def _is_wanted(self, row: PriceRow) -> bool:
        return self._region in (None, row.region) and (
            self._operations is None or row.operation in self._operations
        )

    def prices(self, as_of: datetime.date, source: str, url: str) -> Prices:
        """The lists of all rows taken in; what was contradicted is not known."""
        lists: dict[tuple[str, str], dict[str, Decimal]] = {}
        for (region, operation, name), price in self._found.items():
            if (region, operation, name) not in self._contradicted:
                lists.setdefault((region, operation), {})[name] = price
        return Prices.of(PriceList(*key, as_of, source, url, found) for key, found in lists.items())

    def _refuse(self, place: Callable[[], Message], why: Message) -> None:
        self.refused += 1
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Message("{place}: {why}", {"place": place(), "why": why}))
