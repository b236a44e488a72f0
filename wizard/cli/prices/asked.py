"""Prices from an account and from AWS's public file, for `ami-wizard prices refresh` and `fetch`."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence

from wizard.aws.account import Account
from wizard.aws.price_download import fetch_prices
from wizard.aws.prices import PricesTrouble, ask_prices
from wizard.aws.spot import SpotTrouble, ask_spot
from wizard.cli.account import UNANSWERED, accounts_of, region_word
from wizard.cli.console import Refusal, complain
from wizard.cli.prices.progress import progress, tell_refused
from wizard.model.account.problem import Unanswered
from wizard.model.message import Message, Translations
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import Prices


def refresh(
    options: argparse.Namespace, operations: Collection[str], translations: Translations
) -> tuple[Prices, int]:
    """What the account is told, On-Demand and Spot, and the exit status. Raises Refusal."""
    regions = _regions(options)
    (account,) = accounts_of([options.profile] if options.profile else [])
    found, status = Prices(), 0
    for event in ask_prices(account, regions, operations):
        where = {"region": event.region, "operation": event.operation}
        if isinstance(event, PricesTrouble):
            status = UNANSWERED
            said = where | {"problem": event.problem.message}
            complain(Message("{region}, {operation}: {problem}", said), translations)
            continue
        for problem in event.problems:
            complain(Message("{region}, {operation}: {problem}", where | {"problem": problem}), translations)
        if not event.prices.lists and not event.problems:
            complain(
                Message("{region}, {operation}: AWS sells nothing for this code there.", where), translations
            )
        found = found.updated(event.prices)
    spot, spot_status = _spot(account, regions, operations, translations)
    return found.updated(spot), status or spot_status


def _spot(
    account: Account,
    regions: Sequence[str],
    operations: Collection[str],
    translations: Translations,
) -> tuple[Prices, int]:
    found, status = Prices(), 0
    for event in ask_spot(account, regions, operations):
        if isinstance(event, SpotTrouble):
            status = UNANSWERED
            values = {"region": event.region, "problem": event.problem.message}
            complain(Message("{region}, Spot: {problem}", values), translations)
            continue
        for problem in event.problems:
            values = {"region": event.region, "problem": problem}
            complain(Message("{region}, Spot: {problem}", values), translations)
        if event.prices.offers:
            found = found.updated(Prices.of((), [event.prices]))
    return found, status


def fetch(
    options: argparse.Namespace, operations: Collection[str], translations: Translations
) -> tuple[Prices, int]:
    """What the public files of the Regions say, and the exit status. Raises Refusal."""
    found, status = Prices(), 0
    for region in _regions(options):
        try:
            prices, reader = fetch_prices(region, operations, progress(region, translations))
        except Unanswered as problem:
            complain(problem.problem.message, translations)
            status = UNANSWERED
            continue
        except PriceError as problem:
            raise Refusal(problem.message) from None
        tell_refused(reader, translations)
        found = found.updated(prices)
    return found, status


def _regions(options: argparse.Namespace) -> list[str]:
    if not options.region:
        raise Refusal(Message("{action}: --region: expected at least one Region", {"action": options.action}))
    return [region_word(word) for word in options.region]
