"""A list of prices as JSON values: apart from what is said of a recommendation, which takes the whole model to load."""

from __future__ import annotations

from wizard.model.prices.billing import BILLING_CODES
from wizard.model.prices.price import PriceList


def price_list_json(prices: PriceList) -> dict[str, str | None]:
    """Of which list prices are: whose, of what day and from where. billing: None for an operation not known."""
    return {
        "region": prices.region,
        "operation": prices.operation,
        "billing": BILLING_CODES.get(prices.operation),
        "as_of": prices.as_of.isoformat(),
        "source": prices.source,
        "url": prices.url,
    }
