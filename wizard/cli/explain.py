"""`ami-wizard explain`: what an error says, why it came, and what to do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from wizard.cli.console import STANDARD_INPUT, read_source, say, the_knowledge
from wizard.model.errors.recognised import Recognised, Unrecognised
from wizard.model.errors.seen import Seen
from wizard.model.message import Message, Translations
from wizard.report.finding_json import source_json


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Say what happened, why, and what to do. 1 if the error is not recognised."""
    text = read_source(STANDARD_INPUT)[0] if options.text == STANDARD_INPUT else options.text
    errors = the_knowledge().errors
    found = errors.read(text)
    nothing = errors.unrecognised(text)
    if options.json:
        document = _document(found, translations) if found else _nothing_document(nothing, translations)
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for message in _told(found) if found else (nothing.text, nothing.next_step):
            say(message.render(translations))
    return 0 if found else 1


def _nothing_document(nothing: Unrecognised, translations: Translations) -> dict[str, object]:
    return {
        "schema": 1,
        "recognised": False,
        "error": None,
        "rule": None,
        "reason": None,
        "others": [],
        "values": dict(nothing.seen.values),
        "text": nothing.text.render(translations),
        "remedy": nothing.next_step.render(translations),
        "happened": None,
        "causes": [],
        "about": [],
        "seen": _seen(nothing.seen),
        "sources": [],
    }


def _document(found: Recognised, translations: Translations) -> dict[str, object]:
    return {
        "schema": 1,
        "recognised": True,
        "error": found.error,
        "rule": found.rule,
        "reason": found.reason.value,
        "others": list(found.others),
        "values": dict(found.values),
        "text": found.text.render(translations),
        "remedy": found.remedy.render(translations),
        "happened": found.happened.render(translations),
        "causes": [
            {
                "cause": remedy.cause.render(translations),
                "cure": remedy.cure.render(translations),
                "command": remedy.command.render(translations) if remedy.command else None,
            }
            for remedy in found.causes
        ],
        "about": [sentence.render(translations) for sentence in found.about],
        "seen": _seen(found.seen),
        "sources": [source_json(source) for source in found.sources],
    }


def _seen(seen: Seen) -> dict[str, object]:
    return {
        "service": seen.service.id if seen.service else None,
        "operation": seen.operation,
        "code": seen.code,
        "values": dict(seen.values),
    }


def _told(found: Recognised) -> Iterator[Message]:
    yield found.happened
    yield from found.about
    likeliest, *others = found.causes
    yield Message("Most likely: {cause}", {"cause": likeliest.cause})
    yield Message("What to do: {remedy}", {"remedy": likeliest.message})
    for other in others:
        yield Message("Otherwise: {cause} {remedy}", {"cause": other.cause, "remedy": other.message})
    rules = (found.rule, *found.others)
    yield Message("Reason: {reason}. Known as: {rules}.", {"reason": found.reason, "rules": ", ".join(rules)})
    for source in found.sources:
        values = {"title": source.title, "url": source.url, "checked": source.checked}
        yield Message("  {title}, {url} ({checked})", values)
