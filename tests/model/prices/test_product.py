from __future__ import annotations

import json

import pytest

from tests.aws.prices.price_products import product
from wizard.model.prices.amount import PriceError
from wizard.model.prices.product import rows_of


def test_only_the_on_demand_terms_are_rows() -> None:
    (row,) = rows_of(json.dumps(product("m5.large", "0.0960000000")))
    assert row.sold
    assert (row.instance_type, row.price, row.currency, row.term) == (
        "m5.large",
        "0.0960000000",
        "USD",
        "OnDemand",
    )


def test_a_product_that_is_only_reserved_has_no_row() -> None:
    raw = product()
    del raw["terms"]["OnDemand"]
    assert list(rows_of(json.dumps(raw))) == []


def test_a_price_without_any_currency_says_so() -> None:
    raw = product()
    for term in raw["terms"]["OnDemand"].values():
        for dimension in term["priceDimensions"].values():
            dimension["pricePerUnit"] = {}
    (row,) = rows_of(json.dumps(raw))
    assert (row.currency, row.price) == ("", "")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"product": 1}', '{"product": {"attributes": {}}, "terms": []}', "[" * 99_999]
)
def test_another_shape_is_said(text: str) -> None:
    with pytest.raises(PriceError, match="a product of GetProducts"):
        list(rows_of(text))
