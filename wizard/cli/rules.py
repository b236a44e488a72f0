"""`ami-wizard rules`: the rulebook to read."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator

from wizard.cli.console import Refusal, say, the_knowledge
from wizard.flow.question import unknown_word
from wizard.model.message import Message, Translations
from wizard.model.rules.not_judged import NotJudged
from wizard.model.rules.rule import Rule
from wizard.model.rules.rulebook import Rulebook
from wizard.report.finding_json import source_json
from wizard.report.words import EVIDENCE, OUTCOMES


def run(options: argparse.Namespace, translations: Translations) -> int:
    """All rules, or the one of this id, and what is known but not judged. Raises Refusal for a strange id."""
    rulebook, wanted = the_knowledge().rulebook, options.id
    judged = [rule for rule in rulebook.rules if wanted in (None, rule.id)]
    known = [entry for entry in rulebook.not_judged if wanted in (None, entry.id)]
    if not judged and not known:
        raise Refusal(Message("rules: {problem}", {"problem": unknown_word(str(wanted), _ids(rulebook))}))
    if options.json:
        documents = [*map(_rule_json, judged), *map(_known_json, known)]
        print(json.dumps(documents, ensure_ascii=False, indent=2, default=str))
        return 0
    for line in _told(judged, known, translations, in_full=wanted is not None):
        say(line)
    return 0


def _ids(rulebook: Rulebook) -> list[str]:
    return [*(rule.id for rule in rulebook.rules), *(entry.id for entry in rulebook.not_judged)]


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "topic": rule.reason.value,
        "judged": True,
        "outcome": rule.outcome.value,
        "evidence": rule.evidence.value,
        "text": rule.text,
        "ec2_error": rule.ec2_error,
        "ec2_error_code": rule.ec2_error_code,
        "remedy": rule.remedy,
        "disputed": rule.disputed,
        "sources": [source_json(source) for source in rule.sources],
        "examples": tomllib.loads(rule.example_text),
    }


def _known_json(entry: NotJudged) -> dict[str, object]:
    """The same keys; outcome and evidence are null because nothing is decided."""
    return {
        "id": entry.id,
        "title": entry.title,
        "topic": entry.reason.value,
        "judged": False,
        "outcome": None,
        "evidence": None,
        "text": entry.why,
        "ec2_error": entry.errors[0] if entry.errors else None,
        "ec2_error_code": entry.error_code,
        "remedy": entry.remedy,
        "disputed": None,
        "sources": [source_json(source) for source in entry.sources],
        "examples": {"fits": [], "breaks": []},
        "see": list(entry.see),
    }


def _told(
    judged: list[Rule], known: list[NotJudged], translations: Translations, *, in_full: bool
) -> Iterator[str]:
    """A line for each rule; with its text, remedy and sources where one rule was asked for."""

    def text(message: Message) -> str:
        return message.render(translations)

    for rule in judged:
        outcome, evidence = text(OUTCOMES[rule.outcome]), text(EVIDENCE[rule.evidence])
        yield f"{rule.id:<6} {text(Message(rule.title))}: {outcome} ({rule.reason}, {evidence})"
        if in_full:
            yield f"  {text(Message(rule.text))}"
            yield f"  {text(Message('What to do'))}: {text(Message(rule.remedy))}"
            if rule.ec2_error:
                yield f"  {text(Message('EC2 says'))}: {rule.ec2_error_code}: {rule.ec2_error}"
            if rule.disputed:
                yield f"  {text(Message(rule.disputed))}"
            yield from (f"  {source.title}, {source.url} ({source.checked})" for source in rule.sources)
    if known and not in_full:
        yield ""
        yield text(Message("Known, and not judged by a rule of its own"))
    for entry in known:
        see = f" ({', '.join(entry.see)})" if entry.see else ""
        yield f"{entry.id:<6} {text(Message(entry.title))}. {text(Message(entry.why))}{see}"
