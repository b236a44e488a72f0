"""`ami-wizard prices`: what the program knows of prices, how old that is, and three ways to newer ones."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from wizard.cli.account import UNANSWERED, accounts_of, region_word
from wizard.cli.console import Refusal, as_said, complain, say, the_knowledge
from wizard.model.account.problem import Unanswered
from wizard.model.cause import cause_of
from wizard.model.message import Message, Translations
from wizard.model.prices.billing import BILLING_CODES
from wizard.model.prices.price import PriceError, Prices
from wizard.model.prices.price_file import PriceFile, Progress
from wizard.store.price_cache import forget_prices, keep_prices
from wizard.store.whole_file import NotWritten

_MEGABYTE = 1_000_000


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Show what is known, or refresh, fetch, import or reset it. Old prices stay when anything fails."""
    if options.files and options.action != "import":
        raise Refusal(Message("{action}: expected no file", {"action": options.action}))
    match options.action:
        case "refresh":
            return _refresh(options, translations)
        case "fetch":
            return _fetch(options, translations)
        case "import":
            return _import(options, translations)
        case "reset":
            return _reset(translations)
    return _show(the_knowledge(translations).prices, options, translations)


def _operations(options: argparse.Namespace) -> Collection[str]:
    for word in options.operation:
        if word not in BILLING_CODES:
            values = {"word": repr(word), "known": ", ".join(BILLING_CODES)}
            raise Refusal(Message("--operation: {word} is no billing code; expected one of {known}", values))
    return tuple(options.operation) or tuple(BILLING_CODES)


def _regions(options: argparse.Namespace) -> list[str]:
    if not options.region:
        raise Refusal(Message("{action}: --region: expected at least one Region", {"action": options.action}))
    return [region_word(word) for word in options.region]


def _refresh(options: argparse.Namespace, translations: Translations) -> int:
    from wizard.aws.cancel import Cancel
    from wizard.aws.prices import PricesTrouble, ask_prices

    regions, operations = _regions(options), _operations(options)
    (account,) = accounts_of([options.profile] if options.profile else [])
    found, status = Prices(), 0
    for event in ask_prices(account, regions, operations, Cancel()):
        where = {"region": event.region, "operation": event.operation}
        if isinstance(event, PricesTrouble):
            status = UNANSWERED
            said = where | {"problem": event.problem.message}
            complain(Message("{region}, {operation}: {problem}", said), translations)
            continue
        for problem in event.problems:
            complain(Message("{region}, {operation}: {problem}", where | {"problem": problem}), translations)
        found = found.updated(event.prices)
    return _keep(found, options, translations) or status


def _fetch(options: argparse.Namespace, translations: Translations) -> int:
    from wizard.aws.cancel import Cancel
    from wizard.aws.price_download import fetch_prices

    found, status = Prices(), 0
    operations = _operations(options)
    for region in _regions(options):
        try:
            prices, reader = fetch_prices(region, operations, Cancel(), _progress(region, translations))
        except Unanswered as problem:
            complain(problem.problem.message, translations)
            status = UNANSWERED
            continue
        except PriceError as problem:
            raise Refusal(as_said(problem)) from None
        _tell_refused(reader, translations)
        found = found.updated(prices)
    return _keep(found, options, translations) or status


def _import(options: argparse.Namespace, translations: Translations) -> int:
    if not options.files:
        raise Refusal(Message("import: expected at least one price file"))
    found = Prices()
    for name in options.files:
        reader = PriceFile(_operations(options))
        try:
            with Path(name).open("rb") as file:
                found = found.updated(reader.read(file, name, _progress(name, translations)))
        except PriceError as problem:
            raise Refusal(as_said(problem)) from None
        except (OSError, ValueError) as problem:
            values = {"file": Message(repr(name)), "cause": cause_of(problem)}
            raise Refusal(Message("{file}: not read: {cause}; expected AWS's price file", values)) from None
        _tell_refused(reader, translations)
    return _keep(found, options, translations)


def _reset(translations: Translations) -> int:
    try:
        there_were = forget_prices()
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    done = Message("The built-in prices count again.")
    say((done if there_were else Message("The built-in prices count already.")).render(translations))
    return 0


def _keep(found: Prices, options: argparse.Namespace, translations: Translations) -> int:
    """Write them, and say what is new. Nothing new: the old ones stay, and nothing is written."""
    if not found.lists:
        complain(Message("no new price; those known before stay"), translations)
        return UNANSWERED
    try:
        keep_prices(found)
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    return _show(found, options, translations)


def _progress(name: str, translations: Translations) -> Progress:
    """Says how far it is on a terminal, and nothing elsewhere."""

    def told(done: int) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            values = {"name": name, "megabytes": done // _MEGABYTE}
            complain(Message("{name}: {megabytes} MB read", values), translations)

    return told


def _tell_refused(reader: PriceFile, translations: Translations) -> None:
    for problem in reader.problems:
        complain(problem, translations)
    if more := reader.refused - len(reader.problems):
        complain(Message("{count} more rows were refused", {"count": more}), translations)


def _show(prices: Prices, options: argparse.Namespace, translations: Translations) -> int:
    if options.json:
        print(json.dumps(_document(prices), ensure_ascii=False, indent=2))
        return 0
    for message in _told(prices):
        say(message.render(translations))
    return 0


def _document(prices: Prices) -> dict[str, object]:
    return {
        "schema": 1,
        "currency": "USD",
        "lists": [
            {
                "region": each.region,
                "operation": each.operation,
                "billing": BILLING_CODES.get(each.operation),
                "as_of": each.as_of.isoformat(),
                "source": each.source,
                "url": each.url,
                "types": len(each.hourly_usd),
            }
            for _, each in sorted(prices.lists.items())
        ],
    }


def _told(prices: Prices) -> Iterable[Message]:
    if not prices.lists:
        yield Message("No price is known.")
    for _, each in sorted(prices.lists.items()):
        yield Message(
            "{region}, {billing} ({operation}): {types} instance types, {date}, {source}",
            {
                "region": each.region,
                "billing": BILLING_CODES.get(each.operation, "?"),
                "operation": each.operation,
                "types": f"{len(each.hourly_usd):,}",
                "date": each.as_of,
                "source": each.source,
            },
        )
    yield Message(
        "On-Demand, shared tenancy, USD an hour. Not in it: EBS volumes, public IPv4 addresses, traffic, Dedicated "
        "Hosts, Savings Plans, and what a Marketplace seller charges."
    )
