"""Prices as JSON values. An amount is text, so that it stays exact."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from wizard.model.assessment.bill import Bill
from wizard.model.message import Translations
from wizard.model.prices.amount import plain
from wizard.model.prices.price import Price
from wizard.model.prices.said import NOT_IN_IT, seller_said, spot_said
from wizard.model.prices.spot import SpotPrice
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.prices.price_list_json import price_list_json


def price_json(price: Price, licence: Decimal | None) -> dict[str, str | None]:
    """An hour's price with the day and the source of its list. licence: how much of it is for one, if that is known."""
    return {
        "hourly_usd": plain(price.hourly_usd),
        "licence_hourly_usd": None if licence is None else _exact(licence),
        "region": price.region,
        "operation": price.operation,
        "as_of": price.as_of.isoformat(),
        "source": price.source,
    }


def spot_json(price: SpotPrice, translations: Translations) -> dict[str, object]:
    """The lowest of some zones, with the moment in UTC, and that it may end at any time."""
    return {
        "hourly_usd": plain(price.hourly_usd),
        "zone": price.offer.zone,
        "zones": price.offer.zones,
        "region": price.region,
        "operation": price.operation,
        "at": price.at.isoformat(),
        "text": spot_said(price).render(translations),
    }


def prices_json(
    recommendation: Recommendation, today: datetime.date, translations: Translations
) -> dict[str, Any]:
    """What the prices of a recommendation are, what they do not contain, what a move saves, what costs less."""
    costs, saving, unpriced = recommendation.costs, recommendation.saving, recommendation.unpriced
    image = recommendation.needs.image
    seller = seller_said(image) if image else None
    return {
        "note": costs.note(today).render(translations),
        "not_in_it": NOT_IN_IT.render(translations),
        "seller": seller.render(translations) if seller else None,
        "unpriced": unpriced.render(translations) if unpriced else None,
        "lists": [price_list_json(each) for each in costs.lists],
        "saving": {
            "here": price_json(saving.here, costs.licence(saving.here)),
            "there": price_json(saving.there, costs.licence(saving.there)),
            "monthly_usd": _exact(saving.monthly_usd),
            "text": saving.text.render(translations),
        }
        if saving
        else None,
        "cheaper": [
            {
                "instance_type": each.instance_type.name,
                "architecture": each.architecture.value,
                "percent": each.percent,
                "price": price_json(each.price, costs.licence(each.price)),
                "text": each.text.render(translations),
            }
            for each in recommendation.cheaper
        ],
    }


def bill_json(bill: Bill | None, translations: Translations) -> dict[str, Any] | None:
    """What the running instances of images cost; null where nobody asked what uses them."""
    if bill is None:
        return None
    return {
        "running": bill.running,
        "priced": bill.priced,
        "other": bill.other,
        "unknown": bill.unknown,
        "hourly_usd": _exact(bill.hourly_usd),
        "licences_hourly_usd": None if bill.licences_usd is None else _exact(bill.licences_usd),
        "monthly_usd": _exact(bill.monthly_usd),
        "as_of": bill.oldest.isoformat() if bill.oldest else None,
        "text": bill.text.render(translations),
    }


def _exact(value: Decimal) -> str:
    """A sum may be zero or below."""
    return plain(value) if value else "0"
