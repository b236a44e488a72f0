"""`ami-wizard rules`: the rulebook to read."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator

from wizard.cli.console import Refusal, print_json, say, the_knowledge
from wizard.flow.answer_error import unknown_word
from wizard.model.message import Message, Translations
from wizard.model.rules.not_judged import NotJudged
from wizard.model.rules.rule import Rule
from wizard.model.rules.rulebook import Rulebook
from wizard.report.as_json.json_values import JsonValues, Shapes, shape
from wizard.report.finding_words import answered, cited, outcome_words, to_do
from wizard.report.words import EVIDENCE


def run(options: argparse.Namespace, translations: Translations) -> int:
    """All rules, or the one of this id, and what is known but not judged. Raises Refusal for a strange id."""
    rulebook, wanted = the_knowledge().rulebook, options.id
    judged = [rule for rule in rulebook.rules if wanted in (None, rule.id)]
    known = [entry for entry in rulebook.not_judged if wanted in (None, entry.id)]
    if not judged and not known:
        raise Refusal(Message("rules: {problem}", {"problem": unknown_word(str(wanted), _ids(rulebook))}))
    if options.json:
        documents = JsonValues(translations, _SHAPES).of([*judged, *known])
        print_json(documents)
        return 0
    for line in _told(judged, known, translations, in_full=wanted is not None):
        say(line)
    return 0


def _ids(rulebook: Rulebook) -> list[str]:
    return [*(rule.id for rule in rulebook.rules), *(entry.id for entry in rulebook.not_judged)]


def _nothing(_entry: object) -> None:
    """Where nothing is decided."""


_SHAPES: Shapes = {
    Rule: shape(
        *("id", "title", ("topic", "reason"), ("judged", lambda _rule: True)),
        *("outcome", "evidence", "text", "ec2_error", "ec2_error_code", "remedy", "disputed", "sources"),
        ("examples", lambda rule: tomllib.loads(rule.example_text)),
    ),
    # The same keys; outcome and evidence are null because nothing is decided.
    NotJudged: shape(
        *("id", "title", ("topic", "reason"), ("judged", lambda _entry: False)),
        *(("outcome", _nothing), ("evidence", _nothing), ("text", "why")),
        ("ec2_error", lambda entry: entry.errors[0] if entry.errors else None),
        *(("ec2_error_code", "error_code"), "remedy", ("disputed", _nothing), "sources"),
        ("examples", lambda _entry: {"fits": [], "breaks": []}),
        "see",
    ),
}


def _told(
    judged: list[Rule], known: list[NotJudged], translations: Translations, *, in_full: bool
) -> Iterator[str]:
    """A line for each rule; with its text, remedy and sources where one rule was asked for."""

    def text(message: Message) -> str:
        return message.render(translations)

    for rule in judged:
        outcome, evidence = text(outcome_words(rule.outcome)), text(EVIDENCE[rule.evidence])
        yield f"{rule.id:<6} {text(Message(rule.title))}: {outcome} ({rule.reason}, {evidence})"
        if in_full:
            yield f"  {text(Message(rule.text))}"
            yield f"  {text(to_do(Message(rule.remedy)))}"
            if rule.ec2_error:
                yield f"  {text(answered(rule.ec2_error_code))} {rule.ec2_error}"
            if rule.disputed:
                yield f"  {text(Message(rule.disputed))}"
            yield from (f"  {cited(source)}" for source in rule.sources)
    if known and not in_full:
        yield ""
        yield text(Message("Known, and not judged by a rule of its own"))
    for entry in known:
        see = f" ({', '.join(entry.see)})" if entry.see else ""
        yield f"{entry.id:<6} {text(Message(entry.title))}. {text(Message(entry.why))}{see}"
