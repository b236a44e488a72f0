"""Asks EC2 what Spot capacity costs just now, by Region and billing code."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from wizard.aws.account import Account
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.operations import Part
from wizard.model.account.problem import Problem, Unanswered
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.prices.billing import SPOT_PRODUCTS
from wizard.model.prices.spot import SpotCollector, SpotList


@frozen
class SpotAnswered:
    """What Spot capacity of one Region costs for one billing code. problems: records that were refused."""

    region: str
    operation: str
    prices: SpotList
    problems: tuple[Message, ...]


@frozen
class SpotTrouble:
    """One Region whose Spot prices were not told; those On-Demand are not concerned."""

    region: str
    problem: Problem


def ask_spot(
    account: Account, regions: Collection[str], operations: Collection[str]
) -> Iterator[SpotAnswered | SpotTrouble]:
    """One event for each Region and billing code that is sold as Spot."""
    sold = [operation for operation in operations if operation in SPOT_PRODUCTS]
    for region in regions:
        try:
            for operation in sold:
                with explained(Asking(account.profile, region)):
                    answered = _ask_one(account, region, operation)
                yield answered
        except Unanswered as unanswered:
            yield SpotTrouble(region, unanswered.problem)


def _ask_one(account: Account, region: str, operation: str) -> SpotAnswered:
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    collector = SpotCollector(region, operation)
    for page in account.pages(
        Part.PRICES,
        region,
        "ec2",
        "describe_spot_price_history",
        # From now on: with it comes the last change before, which is what counts now.
        StartTime=now,
        ProductDescriptions=[SPOT_PRODUCTS[operation]],
        MaxResults=1000,
    ):
        for record in page.get("SpotPriceHistory", ()):
            collector.add(record)
    return SpotAnswered(region, operation, collector.prices(now), tuple(collector.problems))
