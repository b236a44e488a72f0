"""What is said of the first type where its own price is not known, as of the newest: what the nearest of its size costs."""

from __future__ import annotations

from wizard.model.message import Message
from wizard.model.prices.amount import money
from wizard.model.recommend.costs.cheaper import is_as_large
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.costs.saving import saving_of
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked


def unpriced_said(costs: Costs, needs: Needs, ranked: tuple[Ranked, ...]) -> Message | None:
    """None where the first has a price, or where no list has any for these answers.

    The next of its size in the order is the one that would come first without it; beside today's, in a move.
    """
    if not ranked or ranked[0].price is not None or not costs.known:
        return None
    first = ranked[0].instance_type
    alike = next(
        (
            each
            for each in ranked[1:]
            if each.price is not None
            and each.instance_type.name != needs.current_type
            and each.outcome is ranked[0].outcome
            and is_as_large(each.instance_type, first)
        ),
        None,
    )
    if alike is None or alike.price is None:
        return Message("No price is known for {first}.", {"first": first.name})
    values: dict[str, object] = {
        "first": first.name,
        "type": alike.instance_type.name,
        "price": money(alike.price.hourly_usd),
        "region": alike.price.region,
    }
    saving = saving_of(costs, needs, (alike,))
    if saving is None:
        return Message(
            "No price is known for {first}. The nearest of its size that has one is {type}: {price} USD an hour in {region}.",
            values,
        )
    return Message(
        "No price is known for {first}. The nearest of its size that has one is {type}. {saving}",
        values | {"saving": saving.text},
    )
