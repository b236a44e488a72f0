"""One product of GetProducts, a JSON text with its attributes and terms, as rows of the price list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price_row import PriceRow


def rows_of(text: str) -> Iterator[PriceRow]:
    """The On-Demand prices of a product. Raises PriceError where it has not the shape AWS documents."""
    try:
        product: Any = json.loads(text)
        attributes: Mapping[str, str] = product["product"]["attributes"]
        terms = product.get("terms", {}).get("OnDemand", {})
        for term in terms.values():
            for dimension in term["priceDimensions"].values():
                yield from _rows(attributes, dimension)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as problem:
        said = Message(
            "a product of GetProducts: {problem}; expected attributes and terms", {"problem": repr(problem)}
        )
        raise PriceError(said) from None


def _rows(attributes: Mapping[str, str], dimension: Mapping[str, Any]) -> Iterator[PriceRow]:
    """One row; in a partition with another currency, one that says so."""
    per_unit: Mapping[str, str] = dimension["pricePerUnit"]
    currency = "USD" if "USD" in per_unit else next(iter(per_unit), "")
    yield PriceRow(
        instance_type=attributes.get("instanceType", ""),
        region=attributes.get("regionCode", ""),
        operation=attributes.get("operation", ""),
        tenancy=attributes.get("tenancy", ""),
        capacity_status=attributes.get("capacitystatus", ""),
        market_option=attributes.get("marketoption", ""),
        term="OnDemand",
        unit=str(dimension["unit"]),
        currency=currency,
        price=str(per_unit.get(currency, "")),
    )
