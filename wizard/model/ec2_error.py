"""Reads an error of EC2, as pasted with whatever a tool put around it, back to the rule that spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.model.catalog import Catalog
from wizard.model.fact import reader, wording
from wizard.model.finding import Reason, Source
from wizard.model.message import Message
from wizard.model.rulebook import Rulebook

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
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
# Typographic and straight quotation marks, the frame that Terraform draws, escapes of JSON.
_PLAIN = str.maketrans(dict.fromkeys('\u2018\u2019\u201c\u201d"`', "'") | dict.fromkeys("\u2502\\", " "))
_LONGEST_PASTE = 100_000
_SHORTEST_FRAGMENT = 30


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
    wordings: tuple[str, ...]
    code: str | None
    text: str
    remedy: str
    sources: tuple[Source, ...]


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
        pasted = _normal(text[:_LONGEST_PASTE])
        found = [
            (
                len(match[0]),
                entry,
                {names[group]: value.rstrip(".,;:") for group, value in match.groupdict().items()},
            )
            for entry, pattern, names in self._patterns
            if (match := pattern.search(pasted))
        ]
        found = found or list(self._by_fragment(pasted.lower())) or list(self._by_code(pasted))
        return self._recognised(found) if found else None

    def _recognised(self, found: list[tuple[int, _Entry, dict[str, str]]]) -> Recognised:
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
                wordings=(*([rule.ec2_error] if rule.ec2_error else ()), *rule.older_errors),
                code=rule.ec2_error_code,
                text=rule.text,
                remedy=rule.remedy,
                sources=rule.sources,
            )
            for rule in self.rulebook.rules
        )
        known = (
            _Entry(n.id, n.reason, n.errors, n.error_code, f"{n.title}. {n.why}", n.remedy or "", n.sources)
            for n in self.rulebook.not_judged
        )
        return (*judged, *known)

    @cached_property
    def _patterns(self) -> tuple[tuple[_Entry, re.Pattern[str], Mapping[str, str]], ...]:
        return tuple((entry, *_pattern(text)) for entry in self._entries for text in entry.wordings)

    def _by_fragment(self, lowered: str) -> Iterator[tuple[int, _Entry, dict[str, str]]]:
        """For an error whose beginning is cut off: the longest end of a piece of wording between values."""
        for entry in self._entries:
            if length := max((_common(text, lowered) for text in entry.wordings), default=0):
                yield length, entry, {}

    def _by_code(self, pasted: str) -> Iterator[tuple[int, _Entry, dict[str, str]]]:
        words = frozenset(re.findall(r"[A-Za-z][A-Za-z.]+[A-Za-z]", pasted))
        for entry in self._entries:
            if entry.code in words - _GENERAL_CODES:
                yield 0, entry, {}


def _pattern(template: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The first sentence as a pattern, and which group stands for which fact."""
    names: dict[str, str] = {}

    def group(match: re.Match[str]) -> str:
        names[name := f"value{len(names)}"] = match[1]
        return f"\0{name}\0"

    marked = _normal(_PLACEHOLDER.sub(group, _first_sentence(template)))
    pattern = re.escape(marked).replace("'", "'?").replace("…", r"\S*")
    # A value ends where its quotation mark, bracket or word does, and no name or list of them is longer.
    pattern = re.sub(
        "\0(value\\d+)\0", r"(?<![^\\s'(\\[])(?P<\1>[^\\s'()]{1,120})", pattern.replace("\\\0", "\0")
    )
    return re.compile(pattern + r"(?=[\s.,;:)'\]]|$)", re.IGNORECASE), names


def _first_sentence(template: str) -> str:
    return re.split(r"(?<=[A-Za-z0-9')])\.(?:\s|$)", template, maxsplit=1)[0]


def _common(template: str, lowered: str) -> int:
    """How long the longest piece of the wording in the text is; 0 if too short to tell."""
    longest = 0
    for piece in _PLACEHOLDER.split(_first_sentence(template))[::2]:
        words = _normal(piece).lower().split()
        for start in range(len(words)):
            rest = " ".join(words[start:])
            if len(rest) >= _SHORTEST_FRAGMENT and rest in lowered:
                longest = max(longest, len(rest))
                break
    return longest


def _normal(text: str) -> str:
    """One kind of quotation mark, one space between words, no frame around the lines."""
    return " ".join(text.replace("\\n", " ").translate(_PLAIN).split())
