"""What is known of prices, as lines and as JSON, for `ami-wizard prices`."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable

from wizard.cli.console import print_json, say
from wizard.model.message import Message, Translations
from wizard.model.prices.billing import BILLING_CODES
from wizard.model.prices.price import Prices
from wizard.model.prices.said import NOT_IN_IT, list_said, old_said, spot_list_said
from wizard.report.prices.price_list_json import price_list_json


def show(prices: Prices, options: argparse.Namespace, translations: Translations) -> int:
    """Print it. The exit status."""
    if options.json:
        print_json(_document(prices))
        return 0
    for message in _told(prices):
        say(message.render(translations))
    return 0


def _document(prices: Prices) -> dict[str, object]:
    return {
        "schema": 1,
        "currency": "USD",
        "lists": [
            price_list_json(each) | {"types": len(each.hourly_usd)}
            for _, each in sorted(prices.lists.items())
        ],
        "spot": [
            {
                "region": each.region,
                "operation": each.operation,
                "billing": BILLING_CODES.get(each.operation),
                "at": each.at.isoformat(),
                "types": len(each.offers),
            }
            for _, each in sorted(prices.spot.items())
        ],
    }


def _told(prices: Prices) -> Iterable[Message]:
    today = datetime.datetime.now(datetime.UTC).date()
    if not prices.lists:
        yield Message("No price is known.")
    old: dict[tuple[str, datetime.date], Message] = {}
    for _, each in sorted(prices.lists.items()):
        yield list_said(each)
        if each.is_old(today):
            old.setdefault((each.region, each.as_of), old_said(each))
    for _, spot in sorted(prices.spot.items()):
        yield spot_list_said(spot)
    yield from old.values()
    yield NOT_IN_IT
