"""`ami-wizard explain`: an error of EC2, read back to the rule that spoke."""

from __future__ import annotations

import argparse
import json

from wizard.cli.console import STANDARD_INPUT, read_source, say, the_knowledge
from wizard.model.errors.ec2_error import Recognised
from wizard.model.message import Message, Translations
from wizard.report.finding_json import source_json


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Say which rule spoke, why, and what to do. 1 if the error is not recognised."""
    text = read_source(STANDARD_INPUT)[0] if options.text == STANDARD_INPUT else options.text
    found = the_knowledge().errors.read(text)
    if options.json:
        print(json.dumps(_document(found, translations), ensure_ascii=False, indent=2))
    elif found is None:
        say(_UNKNOWN.render(translations))
    else:
        for message in _told(found):
            say(message.render(translations))
    return 0 if found else 1


_UNKNOWN = Message(
    "Not recognised: no wording of EC2 that the program knows is in this text. Paste the whole error message, "
    "from the error code to its last sentence."
)


def _document(found: Recognised | None, translations: Translations) -> dict[str, object]:
    if found is None:
        nothing = dict.fromkeys(("rule", "reason", "text", "remedy"))
        return {"schema": 1, "recognised": False, **nothing, "others": [], "values": {}, "sources": []}
    return {
        "schema": 1,
        "recognised": True,
        "rule": found.rule,
        "reason": found.reason.value,
        "others": list(found.others),
        "values": dict(found.values),
        "text": found.text.render(translations),
        "remedy": found.remedy.render(translations),
        "sources": [source_json(source) for source in found.sources],
    }


def _told(found: Recognised) -> tuple[Message, ...]:
    lines = [
        Message(
            "Rule {rule} ({reason}): {text}", {"rule": found.rule, "reason": found.reason, "text": found.text}
        ),
        Message("What to do: {remedy}", {"remedy": found.remedy}),
    ]
    if found.others:
        lines.append(Message("EC2 says the same for: {rules}", {"rules": ", ".join(found.others)}))
    for source in found.sources:
        values = {"title": source.title, "url": source.url, "checked": source.checked}
        lines.append(Message("  {title}, {url} ({checked})", values))
    return tuple(lines)
