"""Reads an error of EC2, as pasted with whatever a tool put around it, back to the rule that spoke."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import reader, wording
from wizard.model.ec2.finding import Reason, Source
from wizard.model.errors.pasted import plain
from wizard.model.errors.wording import Found, Wording
from wizard.model.message import Message
from wizard.model.rules.rulebook import Rulebook

# Codes that EC2 gives for many different things; they tell nothing without their sentence.
_GENERAL_CODES = frozenset(
    {
        "InvalidParameter",
        "InvalidParameterCombination",
        "InvalidParameterValue",
        "Unsupported",
        "UnsupportedOperation",
    }
)
_LONGEST_PASTE = 100_000


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an error says.

    rule: the id of the likeliest rule, or of an entry that is known and not judged; others: ids that
    EC2 words the same way. values: what stood in the error, by fact, such as "type.name".
    """

    rule: str
    others: tuple[str, ...]
    reason: Reason
    values: Mapping[str, str]
    text: Message
    remedy: Message
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody who may have spoken: a rule, or what is known and not judged."""

    id: str
    reason: Reason
    wordings: tuple[Wording, ...]
    code: str | None
    text: str
    remedy: str
    sources: tuple[Source, ...]


# How long the place is where somebody may have spoken, who it was, and the values that stand there.
_Speech = tuple[int, _Entry, Mapping[str, str]]


@dataclass(frozen=True)
class ErrorReader:
    """Knows the words of every rule. The catalogue fills in what the text says of a type."""

    rulebook: Rulebook
    catalog: Catalog

    def read(self, text: str) -> Recognised | None:
        """The rule behind an error message; None if no known wording is in it.

        A first sentence is enough, since tools and people cut the rest. Where several wordings are
        found the longest decides; then a piece of one; then a code that stands for one thing only.
        """
        pasted = plain(text[:_LONGEST_PASTE])
        found = list(self._by_wording(Wording.find, pasted))
        # A terminal that breaks lines does it in the middle of words.
        found = found or list(self._by_wording(Wording.find_squeezed, pasted.replace(" ", "")))
        found = found or list(self._by_fragment(pasted.lower())) or list(self._by_code(pasted))
        return self._recognised(found) if found else None

    def _recognised(self, found: list[_Speech]) -> Recognised:
        longest = max(length for length, _, _ in found)
        best = [(entry, values) for length, entry, values in found if length == longest]
        entry, values = best[0]
        others = dict.fromkeys(other.id for other, _ in best[1:] if other.id != entry.id)
        return Recognised(
            rule=entry.id,
            others=tuple(others),
            reason=entry.reason,
            values=values,
            text=self._filled(entry.text, values),
            remedy=self._filled(entry.remedy, values),
            sources=entry.sources,
        )

    def _filled(self, template: str, values: Mapping[str, str]) -> Message:
        """The template with what the error names, and what the catalogue knows of the type it names."""
        known = dict(values)
        instance_type = self.catalog.get(values.get("type.name", ""))
        for path in Message(template).placeholders - known.keys():
            if instance_type and path.startswith("type."):
                known[path] = wording(reader((path,))(instance_type)[0])
        return Message(template, {path: known.get(path, "…") for path in Message(template).placeholders})

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        judged = (
            _Entry(
                id=rule.id,
                reason=rule.reason,
                wordings=tuple(map(Wording, filter(None, (rule.ec2_error, *rule.older_errors)))),
                code=rule.ec2_error_code,
                text=rule.text,
                remedy=rule.remedy,
                sources=rule.sources,
            )
            for rule in self.rulebook.rules
        )
        not_judged = (
            _Entry(
                id=known.id,
                reason=known.reason,
                wordings=tuple(map(Wording, known.errors)),
                code=known.error_code,
                text=f"{known.title}. {known.why}",
                remedy=known.remedy or "",
                sources=known.sources,
            )
            for known in self.rulebook.not_judged
        )
        return (*judged, *not_judged)

    def _by_wording(self, find: Callable[[Wording, str], Found | None], pasted: str) -> Iterator[_Speech]:
        for entry in self._entries:
            for words in entry.wordings:
                if found := find(words, pasted):
                    yield found[0], entry, found[1]

    def _by_fragment(self, lowered: str) -> Iterator[_Speech]:
        """For an error whose beginning is cut off."""
        for entry in self._entries:
            if length := max((words.fragment(lowered) for words in entry.wordings), default=0):
                yield length, entry, {}

    def _by_code(self, pasted: str) -> Iterator[_Speech]:
        words = frozenset(re.findall(r"[A-Za-z][A-Za-z.]+[A-Za-z]", pasted))
        for entry in self._entries:
            if entry.code in words - _GENERAL_CODES:
                yield 0, entry, {}
