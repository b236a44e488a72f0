from __future__ import annotations

from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.listed import listed
from wizard.model.recommend.needs import Needs


def test_every_type_is_listed_with_its_generation_and_price(knowledge: Knowledge) -> None:
    rows = listed(knowledge, Costs.of(knowledge.prices, Needs(region="us-east-1")))
    assert tuple(row.instance_type for row in rows) == knowledge.catalog.types
    by_name = {row.instance_type.name: row for row in rows}
    assert (by_name["m8i.large"].generation, by_name["t3.micro"].generation) == (8, 5)
    price = by_name["m8i.large"].price
    assert price is not None
    assert str(price.hourly_usd.normalize()) == "0.10584"
    nowhere = listed(knowledge, Costs.of(knowledge.prices, Needs(region="eu-central-1")))
    assert {row.price for row in nowhere} == {None}
