"""Prices as the text of a file, and read from it again."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any, TypeVar

from wizard.model.message import Message, located
from wizard.model.prices.amount import PriceError, amount, plain
from wizard.model.prices.price import PriceList, Prices
from wizard.model.prices.spot import SpotList, SpotOffer

_SCHEMA = 1
_CURRENCY = "USD"
_List = TypeVar("_List", PriceList, SpotList)


def read_prices(text: str, name: str) -> Prices:
    """What `write_prices` wrote. name: the file's name, for messages.

    Raises PriceError for anything else, and for a price of zero or below.
    """
    try:
        head: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise PriceError(located(name, Message("not JSON; expected a file of prices"))) from None
    if not isinstance(head, dict) or head.get("schema") != _SCHEMA:
        raise PriceError(located(f"{name}: schema", Message("expected {word}", {"word": _SCHEMA})))
    if head.get("currency") != _CURRENCY:
        raise PriceError(located(f"{name}: currency", Message("expected {word}", {"word": _CURRENCY})))
    lists = head.get("lists")
    if not isinstance(lists, list):
        raise PriceError(located(f"{name}: lists", Message("expected a list")))
    spot = head.get("spot", [])
    if not isinstance(spot, list):
        raise PriceError(located(f"{name}: spot", Message("expected a list")))
    return Prices.of(
        [_read(_price_list, table, f"{name}: lists[{place}]") for place, table in enumerate(lists)],
        [_read(_spot_list, table, f"{name}: spot[{place}]") for place, table in enumerate(spot)],
    )


def write_prices(prices: Prices) -> str:
    """The prices as text, the same for the same prices. An amount is text, so that it stays exact."""
    lists = [
        {
            "region": each.region,
            "operation": each.operation,
            "as_of": each.as_of.isoformat(),
            "source": each.source,
            "url": each.url,
            "hourly_usd": {name: plain(each.hourly_usd[name]) for name in sorted(each.hourly_usd)},
        }
        for _, each in sorted(prices.lists.items())
    ]
    spot = [
        {
            "region": each.region,
            "operation": each.operation,
            "at": each.at.isoformat(),
            "offers": {
                name: [plain(offer.hourly_usd), offer.zone, offer.zones]
                for name, offer in sorted(each.offers.items())
            },
        }
        for _, each in sorted(prices.spot.items())
    ]
    head = {"schema": _SCHEMA, "currency": _CURRENCY, "lists": lists}
    # In one line: with an indent it takes twenty times as long, of a Region with all its codes 50 ms.
    return json.dumps(head | ({"spot": spot} if spot else {})) + "\n"


def _read(read: Callable[[Any], _List], table: Any, place: str) -> _List:
    try:
        return read(table)
    except KeyError as missing:
        raise PriceError(located(f"{place}: {missing}", Message("expected, but missing"))) from None
    except (AttributeError, OverflowError, TypeError, ValueError) as problem:
        raise PriceError(located(place, Message(str(problem)))) from None


def _price_list(table: Any) -> PriceList:
    words = {key: str(table[key]) for key in ("region", "operation", "source", "url")}
    return PriceList(
        **words,
        as_of=datetime.date.fromisoformat(table["as_of"]),
        hourly_usd={str(name): amount(text) for name, text in table["hourly_usd"].items()},
    )


def _spot_list(table: Any) -> SpotList:
    at = datetime.datetime.fromisoformat(table["at"])
    if at.tzinfo is None:
        raise ValueError("at: expected a time with its zone")
    offers = {
        str(name): SpotOffer(amount(price), str(zone), int(zones))
        for name, (price, zone, zones) in table["offers"].items()
    }
    return SpotList(str(table["region"]), str(table["operation"]), at.astimezone(datetime.UTC), offers)
