"""`ami-wizard prices`: what the program knows of prices, how old that is, and three ways to newer ones."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from wizard.cli.console import Refusal, complain, tell_reset, the_prices
from wizard.cli.prices.progress import progress, tell_refused
from wizard.cli.prices.shown import show
from wizard.model.cause import cause_of, quoted
from wizard.model.message import Message, Translations
from wizard.model.prices.amount import PriceError
from wizard.model.prices.billing import BILLING_CODES, mattering
from wizard.model.prices.price import Prices
from wizard.model.prices.price_file import PriceFile
from wizard.model.prices.said import cut_said
from wizard.store.price_cache import forget_prices, keep_prices
from wizard.store.whole_file import NotWritten

_NOTHING_NEW = 3


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Show what is known, or refresh, fetch, import or reset it. Old prices stay when anything fails."""
    if options.files and options.action != "import":
        raise Refusal(Message("{action}: expected no file", {"action": options.action}))
    match options.action:
        case "show":
            return show(the_prices(translations), options, translations)
        case "reset":
            done = Message("The built-in prices count again.")
            already = Message("The built-in prices count already.")
            return tell_reset(forget_prices, done, already, translations)
        case "import":
            return _keep(_import(options, translations), options, translations)
    # The room that asks AWS only where AWS is asked.
    from wizard.cli.prices.asked import fetch, refresh

    asked = refresh if options.action == "refresh" else fetch
    found, status = asked(options, _operations(options), translations)
    return _keep(found, options, translations) or status


def _operations(options: argparse.Namespace) -> Collection[str]:
    """The billing codes that were named; else all that a file has, and of an account those that matter."""
    for word in options.operation:
        if word not in BILLING_CODES:
            values = {"word": repr(word), "known": ", ".join(BILLING_CODES)}
            raise Refusal(Message("--operation: {word} is no billing code; expected one of {known}", values))
    if options.operation:
        return tuple(dict.fromkeys(options.operation))
    if options.action != "refresh":
        return tuple(BILLING_CODES)
    # What reads records of images, only where an account is asked.
    from wizard.store.image_cache import kept_codes

    return mattering(kept_codes())


def _import(options: argparse.Namespace, translations: Translations) -> Prices:
    if not options.files:
        raise Refusal(Message("import: expected at least one price file"))
    found = Prices()
    for name in options.files:
        reader = PriceFile(_operations(options))
        try:
            with Path(name).open("rb") as file:
                found = found.updated(reader.read(file, name, progress(name, translations)))
        except PriceError as problem:
            raise Refusal(problem.message) from None
        except (OSError, ValueError) as problem:
            values = {"file": Message(quoted(name)), "cause": cause_of(problem)}
            raise Refusal(Message("{file}: not read: {cause}; expected AWS's price file", values)) from None
        tell_refused(reader, translations)
    return found


def _keep(found: Prices, options: argparse.Namespace, translations: Translations) -> int:
    """Write them, and say what is new. Nothing new: the old ones stay, and nothing is written."""
    known = the_prices(translations)
    cut = known.cut(found)
    for each in cut:
        complain(cut_said(each, known.lists[each.key]), translations)
    found = found.without(cut)
    if not found.lists and not found.spot:
        complain(Message("no new price; those known before stay"), translations)
        return _NOTHING_NEW
    try:
        now = keep_prices(found)
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    for key, each in found.lists.items():
        if now.lists[key].as_of > each.as_of:
            values = {"region": each.region, "operation": each.operation, "date": now.lists[key].as_of}
            complain(Message("{region}, {operation}: a newer list, of {date}, stays", values), translations)
    return show(found, options, translations)
