"""The same knowledge with other prices."""

from __future__ import annotations

import copy

from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import Prices


def with_prices(knowledge: Knowledge, prices: Prices) -> Knowledge:
    """What was read of it stays: to read the rules again takes longer than the test."""
    priced = copy.copy(knowledge)
    priced.__dict__["prices"] = prices
    return priced
