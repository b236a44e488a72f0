"""What a move from one type to another would save a month, or cost."""

from __future__ import annotations

from decimal import Decimal

from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.prices.amount import HOURS_A_MONTH, money, rounded
from wizard.model.prices.billing import operation_of
from wizard.model.prices.price import Price
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked


@frozen
class Saving:
    """The price of what runs today and of what replaces it, in the same Region."""

    here: Price
    there: Price

    @property
    def monthly_usd(self) -> Decimal:
        """Below zero where the move costs more."""
        return (self.here.hourly_usd - self.there.hourly_usd) * HOURS_A_MONTH

    @property
    def text(self) -> Message:
        """Both prices, and the difference in a month."""
        saved = self.monthly_usd
        values: dict[str, object] = {
            "here": self.here.instance_type,
            "there": self.there.instance_type,
            "old": money(self.here.hourly_usd),
            "new": money(self.there.hourly_usd),
            "region": self.there.region,
            "month": rounded(abs(saved)),
            "hours": HOURS_A_MONTH,
        }
        values["difference"] = (
            Message("the same", values)
            if not saved
            else Message("{month} USD a month less, of {hours} hours", values)
            if saved > 0
            else Message("{month} USD a month more, of {hours} hours", values)
        )
        return Message("In {region} {here} costs {old} USD an hour and {there} {new}: {difference}.", values)


def saving_of(costs: Costs, needs: Needs, ranked: tuple[Ranked, ...]) -> Saving | None:
    """None where nobody moves to another type, or where one of the prices is not known.

    Today's system may be billed otherwise than the one that takes its place.
    """
    there = ranked[0].price if ranked else None
    if needs.current_type is None or there is None or there.instance_type == needs.current_type:
        return None
    today = (needs.image.usage_operation if needs.image else "") or operation_of(needs.os)
    here = costs.prices.price(needs.current_type, there.region, today) if today else None
    return Saving(here, there) if here else None
