"""Prices by Region, billing code and instance type. What is not in a list is not known."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

LINUX = "RunInstances"
"""The billing code of an image without a licence in it."""
_SCHEMA = 1
_CURRENCY = "USD"
_OLD = datetime.timedelta(days=366)

Key = tuple[str, str]
"""A Region and a billing code, which is UsageOperation of an image and `operation` in the price list
(https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html, checked 2026-11-28)."""


class PriceError(ValueError):
    """A list of prices cannot be used; the text names file, key and what was expected."""


@dataclass(frozen=True, slots=True)
class Price:
    """An hour On-Demand, shared tenancy, in USD. as_of: the day the list is of; source: whose list."""

    hourly_usd: Decimal
    region: str
    instance_type: str
    operation: str
    as_of: datetime.date
    source: str


@dataclass(frozen=True, slots=True)
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
        return self.region, self.operation

    def is_old(self, today: datetime.date) -> bool:
        """True if it is older than a year."""
        return today - self.as_of > _OLD


@dataclass(frozen=True, slots=True)
class Prices:
    """All lists that are known, one for each Region and billing code."""

    lists: Mapping[Key, PriceList] = field(default_factory=dict)

    @classmethod
    def of(cls, lists: Iterable[PriceList]) -> Prices:
        """Of two lists for the same Region and billing code the newer counts."""
        found: dict[Key, PriceList] = {}
        for each in lists:
            if each.key not in found or found[each.key].as_of <= each.as_of:
                found[each.key] = each
        return cls(found)

    def price(self, instance_type: str, region: str | None, operation: str) -> Price | None:
        """None where it is not known: never another Region's, never another billing code's."""
        known = self.lists.get((region or "", operation))
        amount = known.hourly_usd.get(instance_type) if known else None
        if known is None or amount is None:
            return None
        return Price(amount, known.region, instance_type, operation, known.as_of, known.source)

    def licence(self, instance_type: str, region: str | None, operation: str) -> Decimal | None:
        """How much of an hour's price is for the licence in the image; None where either is not known."""
        whole = self.price(instance_type, region, operation)
        bare = self.price(instance_type, region, LINUX)
        return whole.hourly_usd - bare.hourly_usd if whole and bare else None

    def updated(self, newer: Prices) -> Prices:
        """These, with the lists of another collection where they are as new or newer."""
        return Prices.of([*self.lists.values(), *newer.lists.values()])


def read_prices(text: str, name: str) -> Prices:
    """What `write_prices` wrote. name: the file's name, for messages.

    Raises PriceError for anything else, and for a price of zero or below.
    """
    try:
        head: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise PriceError(f"{name}: not JSON; expected a file of prices") from None
    if not isinstance(head, dict) or head.get("schema") != _SCHEMA:
        raise PriceError(f"{name}: schema: expected {_SCHEMA}")
    if head.get("currency") != _CURRENCY:
        raise PriceError(f"{name}: currency: expected {_CURRENCY}")
    lists = head.get("lists")
    if not isinstance(lists, list):
        raise PriceError(f"{name}: lists: expected a list")
    return Prices.of(_read_list(table, f"{name}: lists[{place}]") for place, table in enumerate(lists))


def write_prices(prices: Prices) -> str:
    """The prices as text, the same for the same prices. An amount is text, so that it stays exact."""
    lists = [
        {
            "region": each.region,
            "operation": each.operation,
            "as_of": each.as_of.isoformat(),
            "source": each.source,
            "url": each.url,
            "hourly_usd": {name: _plain(each.hourly_usd[name]) for name in sorted(each.hourly_usd)},
        }
        for _, each in sorted(prices.lists.items())
    ]
    return json.dumps({"schema": _SCHEMA, "currency": _CURRENCY, "lists": lists}, indent=1) + "\n"


def amount(text: object) -> Decimal:
    """An amount above zero. Raises ValueError; a free type is no type that somebody sells."""
    try:
        found = Decimal(str(text))
    except InvalidOperation:
        raise ValueError(f"{text!r} is no amount") from None
    if not found.is_finite() or found <= 0:
        raise ValueError(f"{text} is not above zero")
    return found


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _read_list(table: Any, place: str) -> PriceList:
    try:
        words = {key: str(table[key]) for key in ("region", "operation", "source", "url")}
        return PriceList(
            **words,
            as_of=datetime.date.fromisoformat(table["as_of"]),
            hourly_usd={str(name): amount(text) for name, text in table["hourly_usd"].items()},
        )
    except KeyError as missing:
        raise PriceError(f"{place}: {missing}: expected, but missing") from None
    except (AttributeError, TypeError, ValueError) as problem:
        raise PriceError(f"{place}: {problem}") from None
