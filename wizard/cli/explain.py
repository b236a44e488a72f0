"""`ami-wizard explain`: what an error says, why it came, and what to do."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from wizard.cli.console import STANDARD_INPUT, print_json, read_source, say, the_knowledge
from wizard.model.errors.recognised import Recognised, Unrecognised
from wizard.model.errors.seen import Seen
from wizard.model.message import Message, Translations
from wizard.report.as_json.json_values import JsonValues, Shapes, shape
from wizard.report.finding_words import to_do


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Say what happened, why, and what to do. 1 if the error is not recognised."""
    text = read_source(STANDARD_INPUT)[0] if options.text == STANDARD_INPUT else options.text
    errors = the_knowledge().errors
    found = errors.read(text)
    nothing = errors.unrecognised(text)
    if options.json:
        document = JsonValues(translations, _SHAPES).of(found or _nothing_document(nothing))
        print_json(document)
    else:
        for message in _told(found) if found else (nothing.text, nothing.next_step):
            say(message.render(translations))
    return 0 if found else 1


_SEEN = shape(
    ("service", lambda seen: seen.service.id if seen.service else None), "operation", "code", "values"
)
_KEYS = (
    "error",
    "rule",
    "reason",
    "others",
    "values",
    "text",
    "remedy",
    "happened",
    "causes",
    "about",
    "seen",
)
_SHAPES: Shapes = {
    Recognised: shape(("schema", lambda _: 1), ("recognised", lambda _: True), *_KEYS, "sources"),
    Seen: _SEEN,
}


def _nothing_document(nothing: Unrecognised) -> dict[str, object]:
    """The same keys, as far as a text without a known error fills them."""
    empty: dict[str, object] = dict.fromkeys(_KEYS)
    lists: dict[str, object] = {"others": [], "causes": [], "about": [], "sources": []}
    said = {
        "text": nothing.text,
        "remedy": nothing.next_step,
        "seen": nothing.seen,
        "values": nothing.seen.values,
    }
    return {"schema": 1, "recognised": False, **empty, **lists, **said}


def _told(found: Recognised) -> Iterator[Message]:
    yield found.happened
    yield from found.about
    likeliest, *others = found.causes
    yield Message("Most likely: {cause}", {"cause": likeliest.cause})
    yield to_do(likeliest.message)
    for other in others:
        yield Message("Otherwise: {cause} {remedy}", {"cause": other.cause, "remedy": other.message})
    rules = (found.rule, *found.others)
    yield Message("Reason: {reason}. Known as: {rules}.", {"reason": found.reason, "rules": ", ".join(rules)})
    for source in found.sources:
        values = {"title": source.title, "url": source.url, "checked": source.checked}
        yield Message("  {title}, {url} ({checked})", values)
