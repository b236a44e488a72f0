"""`ami-wizard catalog`: which instance types the program knows, how old that is, and newer ones."""

from __future__ import annotations

import argparse

from wizard.cli.console import print_json, say, tell_reset, the_knowledge
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.store.catalog_cache import forget_catalog


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Show date, source and counts of the catalogue and the rules, or refresh or reset it."""
    match options.action:
        case "refresh":
            from wizard.cli.catalog_refresh import refresh

            return refresh(options, translations)
        case "reset":
            done = Message("The built-in catalogue counts again.")
            already = Message("The built-in catalogue counts already.")
            return tell_reset(forget_catalog, done, already, translations)
    return _show(options, translations)


def _show(options: argparse.Namespace, translations: Translations) -> int:
    knowledge = the_knowledge(translations)
    if options.json:
        print_json(_document(knowledge))
        return 0
    for message in _told(knowledge):
        say(message.render(translations))
    return 0


def _document(knowledge: Knowledge) -> dict[str, object]:
    catalog, rulebook = knowledge.catalog, knowledge.rulebook
    return {
        "schema": 1,
        "date": catalog.provenance.date.isoformat(),
        "source": catalog.provenance.source,
        "version": catalog.provenance.version,
        "licence": catalog.provenance.licence,
        "checksum": catalog.provenance.checksum,
        "types": len(catalog.types),
        "families": len(catalog.families),
        "regions": len(catalog.regions),
        "listed_regions": list(catalog.listed_regions),
        "absent_types": sorted(catalog.supplement.absent),
        "rulebook": {
            "version": rulebook.version,
            "checked": rulebook.checked.isoformat(),
            "rules": len(rulebook.rules),
        },
    }


def _told(knowledge: Knowledge) -> tuple[Message, ...]:
    catalog, rulebook = knowledge.catalog, knowledge.rulebook
    provenance = catalog.provenance
    return (
        Message(
            "{types} instance types in {families} families, offered in {regions} Regions",
            {
                "types": len(catalog.types),
                "families": len(catalog.families),
                "regions": len(catalog.regions),
            },
        ),
        Message("Date: {date}", {"date": provenance.date}),
        Message(
            "Source: {source} ({version}; {licence})",
            {
                "source": Message(provenance.source),
                "version": provenance.version,
                "licence": provenance.licence_name,
            },
        ),
        Message(
            "{regions} further Regions by the list of {source}; {types} further types by name",
            {
                "regions": len(catalog.listed_regions),
                "source": catalog.supplement.sources["listed"].title,
                "types": len(catalog.supplement.absent),
            },
        ),
        Message("Checksum: {checksum}", {"checksum": provenance.checksum}),
        Message(
            "Rules: {count}, version {version}, last checked {date}",
            {"count": len(rulebook.rules), "version": rulebook.version, "date": rulebook.checked},
        ),
    )
