"""What to take, for who begins anew: the image, the type, and what an hour of it costs."""

from __future__ import annotations

from wizard.model.ec2.instance_type import size_said
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, joined
from wizard.model.prices.amount import HOURS_A_MONTH, money, rounded
from wizard.model.prices.price import Price
from wizard.model.recommend.order.said import order_said
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import names_one
from wizard.report.launch.image_to_take import image_to_take
from wizard.report.visible import visible
from wizard.report.words import profile

_LONGEST_NAME = 60
UNNAMED = (None, "linux", "custom")
"""Systems that no image can be named for."""


@frozen
class Taken:
    """One of the three. name: what it is called; facts: what it is like; more: what follows from it."""

    name: Message
    facts: Message | None = None
    more: Message | None = None


def begins_anew(recommendation: Recommendation) -> bool:
    """Whether nobody has an image or an instance, and something is left to take."""
    needs = recommendation.needs
    brought = needs.image is not None or needs.current_type is not None
    return not brought and recommendation.decision is not None


def image_taken(recommendation: Recommendation, knowledge: Knowledge) -> Taken:
    """The image by its system and publisher, or by its kind where no system is named."""
    system = recommendation.needs.system
    kind = profile(recommendation.judged)
    if system.family in UNNAMED:
        return Taken(kind, more=Message("Name the system and its version, and the image is named too."))
    published = image_to_take(recommendation, knowledge)
    name = visible(system.title or "", _LONGEST_NAME)
    if published is None or not published.can_be_found:
        return Taken(_said(name), kind)
    if system.version is None and published.version:
        name = f"{name} {published.version}"
    return Taken(_said(name), Message("Published by {publisher}", {"publisher": published.publisher}))


def type_taken(recommendation: Recommendation) -> Taken:
    """The first of the types and why it is the first, or how many there are where no size is named."""
    ranked, needs = recommendation.ranked, recommendation.needs
    values: dict[str, object] = {"count": counted(len(ranked)), "order": order_said(needs)}
    if names_one(needs, ranked):
        best = ranked[0].instance_type
        why = Message(
            "The only type that fits.", values, "The first of {count} that fit. Order: {order}.", len(ranked)
        )
        return Taken(_said(best.name), size_said(best), why)
    after = recommendation.headline.after
    count = Message("{count} type", values, "{count} types", len(ranked))
    return Taken(count, more=after[0] if after else None)


def price_taken(recommendation: Recommendation) -> Taken | None:
    """What the first type costs, or why nobody knows; None where no type is named."""
    if not names_one(recommendation.needs, recommendation.ranked):
        return None
    price = recommendation.ranked[0].price
    if price is None:
        return Taken(Message("Not known"), more=_none(recommendation))
    return Taken(
        Message("{price} USD an hour", {"price": money(price.hourly_usd)}),
        Message("{month} USD a month", {"month": rounded(price.hourly_usd * HOURS_A_MONTH)}),
        _of_the_price(price, assumed=recommendation.costs.assumed),
    )


def _said(name: str) -> Message:
    return Message("{name}", {"name": name})


def _none(recommendation: Recommendation) -> Message:
    """Why nobody knows it: no list for such an image, or none that has this type."""
    costs = recommendation.costs
    if not costs.known:
        return Message("{none}.", {"none": costs.why_none()})
    values: dict[str, object] = {
        "type": recommendation.ranked[0].instance_type.name,
        "regions": ", ".join(each.region for each in costs.lists),
        "day": min(each.as_of for each in costs.lists),
    }
    return Message("The prices of {regions}, as of {day}, have none for {type}.", values)


def _of_the_price(price: Price, *, assumed: bool) -> Message:
    values: dict[str, object] = {"region": price.region, "day": price.as_of, "hours": HOURS_A_MONTH}
    said = Message("On-Demand in {region}, as of {day}; a month has {hours} hours.", values)
    licence = Message("No system is named; one with a licence in it costs more.")
    return joined([said, licence]) if assumed else said
