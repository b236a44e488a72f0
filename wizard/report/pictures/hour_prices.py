"""What an hour costs of the first type, of what it replaces, and of what costs less, as bars."""

from __future__ import annotations

from decimal import Decimal

from wizard.model.message import Message
from wizard.model.prices.amount import aligned
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.pictures.left_out import said
from wizard.report.pictures.picture import Bar, Bars
from wizard.report.report_writer import ReportWriter


def hour_prices(recommendation: Recommendation, writer: ReportWriter) -> Bars | None:
    """A bar for each price that is known beside that of the first type; None where there is no other."""
    first = recommendation.ranked[0].price if recommendation.ranked else None
    if first is None:
        return None
    saving = recommendation.saving
    prices: list[tuple[Message, Decimal]] = []
    if saving is not None:
        today = {"type": saving.here.instance_type}
        prices.append((Message("{type}, today", today), saving.here.hourly_usd))
    own = {"type": first.instance_type}
    prices.append((Message("{type}, recommended", own), first.hourly_usd))
    for each in recommendation.cheaper:
        values: dict[str, object] = {
            "type": each.price.instance_type,
            "architecture": each.architecture.value,
            "percent": each.percent,
        }
        prices.append((Message("{type}, {architecture}: {percent} % less", values), each.price.hourly_usd))
    if len(prices) == 1:
        return None
    longest = max(price for _, price in prices)
    bars = tuple(
        Bar(
            writer.say(label),
            writer.figure(aligned(price)),
            float(price / longest),
            price == first.hourly_usd,
        )
        for label, price in prices
    )
    caption = writer.say(
        Message(
            "An hour in USD, On-Demand in {region}, as of {day}", {"region": first.region, "day": first.as_of}
        )
    )
    return Bars(caption, f"{caption}. {said(bars)}", bars)
