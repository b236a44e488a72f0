"""`ami-wizard catalog refresh`: today's types and offerings of an account, kept in the user's cache."""

from __future__ import annotations

import argparse

from wizard.aws.catalog_refresh import Answers, Event, ask_catalog
from wizard.cli.account import UNANSWERED, accounts_of, region_word
from wizard.cli.console import Refusal, complain, print_json, say
from wizard.model.account.listing_events import Trouble
from wizard.model.catalog.catalog import CatalogError
from wizard.model.catalog.change import CatalogChange
from wizard.model.message import Message, Translations
from wizard.store.catalog_renewal import renew_catalog
from wizard.store.resources import resources
from wizard.store.text_file import NotRead
from wizard.store.whole_file import NotWritten


def refresh(options: argparse.Namespace, translations: Translations) -> int:
    """Ask, keep, and say what changed. 3 if a Region did not answer: what it offers stays as known."""
    (account,) = accounts_of([options.profile] if options.profile else [])
    regions = [region_word(word) for word in options.region] or None
    status = 0

    def tell(event: Event) -> None:
        nonlocal status
        if isinstance(event, Trouble):
            status = UNANSWERED
            values = {"region": event.region, "problem": event.problem.message}
            told = Message("{region}: {problem}", values) if event.region else event.problem.message
            complain(told, translations)

    answers = ask_catalog(account, regions, tell)
    if not answers.offerings:
        return status
    change = _keep(answers)
    if options.json:
        print_json(_document(change, answers))
        return status
    for message in change.told():
        say(message.render(translations))
    count = len(answers.offerings)
    done = Message(
        "Refreshed from {count} Region.", {"count": count}, "Refreshed from {count} Regions.", count
    )
    say(done.render(translations))
    return status


def _keep(answers: Answers) -> CatalogChange:
    """Write the cache. Raises Refusal."""
    built_in = resources() / "catalog" / "instance_types.json"
    try:
        return renew_catalog(built_in, answers.bring_up_to_date)
    except (NotRead, NotWritten) as problem:
        raise Refusal(problem.message) from None
    except CatalogError as problem:
        # A field that AWS left out, or a word that this version of the program does not know.
        values = {"problem": str(problem)}
        raise Refusal(
            Message("the account's answer does not fit the catalogue: {problem}; the old one stays", values)
        ) from None


def _document(change: CatalogChange, answers: Answers) -> dict[str, object]:
    return {
        "schema": 1,
        "regions": sorted(answers.offerings),
        "added": list(change.added),
        "removed": list(change.removed),
        "changed": {name: list(fields) for name, fields in change.changed.items()},
        "offered": {region: list(names) for region, names in change.offered.items()},
        "withdrawn": {region: list(names) for region, names in change.withdrawn.items()},
    }
