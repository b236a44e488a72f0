"""The rules and error messages by topic, and what a search leaves of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wizard.gui.rules.fact_labels import opened
from wizard.gui.texts import render
from wizard.model.ec2.finding import Reason
from wizard.model.frozen import frozen, replace
from wizard.model.message import Message
from wizard.model.rules.not_judged import NotJudged
from wizard.model.rules.rule import Rule
from wizard.model.rules.rulebook import Rulebook
from wizard.report.finding_words import outcome_words

# In the order in which EC2 looks at them, as far as its answers show it.
TOPICS = {
    Reason.STATE: Message("State of the AMI"),
    Reason.SPECIFICATION: Message("InstanceTypeSpecification"),
    Reason.MARKETPLACE: Message("Marketplace"),
    Reason.REGION: Message("Region"),
    Reason.TPM: Message("NitroTPM"),
    Reason.BOOT_MODE: Message("Boot mode"),
    Reason.ARCHITECTURE: Message("Architecture"),
    Reason.VIRTUALIZATION: Message("Virtualization type"),
    Reason.ROOT_DEVICE: Message("Root device and volumes"),
    Reason.ENA: Message("Network: ENA"),
    Reason.NVME: Message("Storage: NVMe"),
    Reason.OS_SUPPORT: Message("Operating system"),
    Reason.CPU: Message("Processor"),
    Reason.MEMORY: Message("Memory"),
    Reason.HIBERNATION: Message("Hibernation"),
    Reason.ENCLAVE: Message("Nitro Enclaves"),
    Reason.USAGE: Message("Purchase and tenancy"),
    Reason.LIMITS: Message("Limits"),
    Reason.BILLING: Message("Billing"),
    Reason.OTHER: Message("Other"),
}
NOT_JUDGED = Message("Known, and not judged by a rule of its own")

UNKNOWN = "unknown"
"""The sign of what no rule judges."""


@frozen
class RuleLine:
    """One rule, or one thing that is known and not judged. title: what goes wrong. sign: the icon of its outcome."""

    id: str
    title: str
    sign: str
    haystack: str


@frozen
class Chapter:
    """The lines under one heading, in the order of their ids."""

    title: str
    lines: tuple[RuleLine, ...]


def contents(rulebook: Rulebook) -> tuple[Chapter, ...]:
    """Every rule under its topic, and at the end what is known but not judged."""
    chapters = []
    for topic, title in TOPICS.items():
        rules = [rule for rule in rulebook.rules if rule.reason is topic]
        chapters.append((title, [_rule_line(rule) for rule in rules]))
    chapters.append((NOT_JUDGED, [_known_line(entry) for entry in rulebook.not_judged]))
    return tuple(
        Chapter(render(title), tuple(sorted(lines, key=_place))) for title, lines in chapters if lines
    )


def narrowed(chapters: Iterable[Chapter], text: str) -> Iterator[Chapter]:
    """The lines only in which every word of the text stands."""
    wanted = text.casefold().split()
    for chapter in chapters:
        lines = tuple(line for line in chapter.lines if all(word in line.haystack for word in wanted))
        if lines:
            yield replace(chapter, lines=lines)


def _rule_line(rule: Rule) -> RuleLine:
    texts = (
        *(opened(template) for template in (rule.title, rule.text, rule.remedy, rule.ec2_error or "")),
        *(opened(template) for template in rule.older_errors),
        Message(rule.disputed or ""),
        outcome_words(rule.outcome),
        TOPICS[rule.reason],
    )
    plain = (rule.id, rule.reason.value, rule.ec2_error_code or "")
    return _line(rule.id, opened(rule.text), rule.outcome.value, texts, plain)


def _known_line(entry: NotJudged) -> RuleLine:
    texts = (
        *(opened(template) for template in (entry.title, entry.why, entry.remedy or "", *entry.errors)),
        TOPICS[entry.reason],
    )
    plain = (entry.id, entry.reason.value, entry.error_code or "")
    return _line(entry.id, opened(entry.title), UNKNOWN, texts, plain)


def _line(id: str, title: Message, sign: str, texts: Iterable[Message], plain: Iterable[str]) -> RuleLine:
    haystack = " ".join((*plain, *(render(text) for text in texts))).casefold()
    return RuleLine(id, render(title), sign, haystack)


def _place(line: RuleLine) -> tuple[str, int, str]:
    """B4 before B10, and B7 before B7a."""
    letters, number, rest = re.fullmatch(r"(\D*)(\d*)(.*)", line.id, re.DOTALL).groups()  # type: ignore[union-attr]  # matches all
    return letters, int(number or 0), rest
