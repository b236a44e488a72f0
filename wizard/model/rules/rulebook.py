"""Reads the rules, and refuses what a rulebook must not contain."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Outcome, Reason, Source
from wizard.model.frozen import frozen
from wizard.model.message import placeholders
from wizard.model.rules.not_judged import NotJudged, read_not_judged
from wizard.model.rules.predicates import SPECIAL, Clause, read_clause
from wizard.model.rules.rule import Rule
from wizard.model.toml_text import TomlError, read_toml

_REQUIRED = {"id", "title", "outcome", "evidence", "must", "text", "remedy", "sources"}
_KNOWN = _REQUIRED | {"topic", "when", "ec2_error", "ec2_error_code", "older_errors", "disputed", "of_many"}
_EXAMPLES = re.compile(r"^fits = .*?(?=^\[\[rule\]\]$|\Z)", re.MULTILINE | re.DOTALL)
# As far as EC2's answers show in which order it looks: an image with TPM, whose boot mode is uefi, is
# refused on t2.small for its TPM, an Arm image with boot mode uefi on t2.micro for its boot mode. The
# rest is the order in which a person would want to know.
_ORDER = {
    reason: place
    for place, reason in enumerate(
        (
            Reason.STATE,
            Reason.SPECIFICATION,
            Reason.MARKETPLACE,
            Reason.REGION,
            Reason.TPM,
            Reason.BOOT_MODE,
            Reason.ARCHITECTURE,
            Reason.VIRTUALIZATION,
            Reason.ROOT_DEVICE,
            Reason.ENA,
            Reason.NVME,
            Reason.OS_SUPPORT,
            Reason.CPU,
            Reason.MEMORY,
            Reason.HIBERNATION,
            Reason.ENCLAVE,
            Reason.USAGE,
            Reason.LIMITS,
            Reason.BILLING,
            Reason.OTHER,
        )
    )
}


class RulebookError(ValueError):
    """The rules cannot be used; the text names file, rule, key and what was expected."""


@frozen
class Rulebook:
    """All rules, worst outcome first and then as EC2 looks at them, and the sources they cite.

    not_judged_text: the TOML of what is known and has no rule of its own.
    """

    rules: tuple[Rule, ...]
    version: str
    sources: Mapping[str, Source]
    not_judged_text: str = ""

    @cached_property
    def not_judged(self) -> tuple[NotJudged, ...]:
        """Read when first asked for: judging does not need it. Raises RulebookError."""
        try:
            return read_not_judged(self.not_judged_text, self.sources)
        except (KeyError, TypeError, ValueError) as problem:
            raise RulebookError(f"not_judged.toml: {problem}") from None

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their ids."""
        return {rule.id: rule for rule in self.rules}

    def get(self, id: str) -> Rule | None:
        """The rule of this id; None if there is none."""
        return self.by_id.get(id)

    @cached_property
    def checked(self) -> datetime.date:
        """The newest day on which a cited source was read."""
        return max(source.checked for source in self.sources.values())


def read_rulebook(files: Mapping[str, str]) -> Rulebook:
    """Rules from TOML texts by file name.

    "sources.toml" holds the sources and the version, "not_judged.toml" what has no rule, every
    other file [[rule]] tables. Raises RulebookError for a double id, an unknown word, fact or
    source, or a missing key.
    """
    rest = dict(files)
    not_judged = rest.pop("not_judged.toml", "")
    try:
        head = _toml("sources.toml", rest.pop("sources.toml"))
        sources = {key: Source(**table) for key, table in head["source"].items()}
        version = str(head["version"])
    except (KeyError, TypeError) as problem:
        raise RulebookError(
            f"sources.toml: expected version and [source.KEY] with title, url, checked: {problem}"
        ) from None
    rules: dict[str, Rule] = {}
    for name, text in sorted(rest.items()):
        for card, topic, examples in _cards(name, text):
            try:
                rule = _read_rule(card, topic, examples, sources)
                if rule.id in rules:
                    raise ValueError("id: there is another rule of this id")
            except ValueError as problem:
                raise RulebookError(f"{name}: rule {card.get('id', '?')}: {problem}") from None
            rules[rule.id] = rule
    order = sorted(rules.values(), key=lambda rule: (-rule.outcome.severity, _ORDER[rule.reason]))
    return Rulebook(tuple(order), version, sources, not_judged)


def _cards(name: str, text: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Each rule's table without its examples, its file's topic, and the text of the examples.

    Half the time of reading goes into examples, which nobody needs in order to judge.
    """
    examples: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        examples.append(match[0])
        return "\n" * match[0].count("\n")

    table = _toml(name, _EXAMPLES.sub(put_aside, text))
    cards = table.get("rule", [])
    if len(cards) != len(examples):
        raise RulebookError(f"{name}: expected fits and breaks as the last keys of each rule")
    for card, example in zip(cards, examples, strict=True):
        yield card, str(table.get("topic", "")), example


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return read_toml(text)
    except TomlError as problem:
        raise RulebookError(f"{name}: not TOML: {problem}") from None


def _read_rule(card: Mapping[str, Any], topic: str, examples: str, sources: Mapping[str, Source]) -> Rule:
    if missing := _REQUIRED - card.keys():
        raise ValueError(f"{', '.join(sorted(missing))}: expected, but missing")
    if strange := card.keys() - _KNOWN:
        raise ValueError(f"{', '.join(sorted(strange))}: no such key")
    if not isinstance(card["sources"], list) or not card["sources"]:
        raise ValueError("sources: expected at least one")
    if lost := [key for key in card["sources"] if key not in sources]:
        raise ValueError(f"sources: {', '.join(lost)}: not in sources.toml")
    texts = {key: card.get(key, "") for key in ("title", "text", "of_many", "remedy", "ec2_error")}
    if unknown := placeholders("".join(texts.values())) - all_facts().keys():
        wrong = next(key for key, text in texts.items() if unknown & placeholders(text))
        raise ValueError(f"{wrong}: {', '.join(sorted(unknown & placeholders(texts[wrong])))}: no such fact")
    return Rule(
        id=card["id"],
        title=card["title"],
        reason=Reason(card.get("topic", topic)),
        outcome=Outcome(card["outcome"]),
        evidence=Evidence(card["evidence"]),
        when=tuple(read_clause(clause) for clause in card.get("when", [])),
        must=_read_must(card["must"]),
        text=card["text"],
        remedy=card["remedy"],
        ec2_error=card.get("ec2_error"),
        ec2_error_code=card.get("ec2_error_code"),
        older_errors=tuple(card.get("older_errors", ())),
        disputed=card.get("disputed"),
        sources=tuple(sources[key] for key in card["sources"]),
        example_text=examples,
        of_many=card.get("of_many"),
    )


def _read_must(table: Mapping[str, Any]) -> Clause:
    if "special" not in table:
        return read_clause(dict(table))
    if table["special"] not in SPECIAL:
        raise ValueError(f"must: {table['special']!r}: expected one of {', '.join(SPECIAL)}")
    return SPECIAL[table["special"]]
