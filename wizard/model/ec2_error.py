"""Reads an error of EC2, as pasted with whatever a tool put around it, back to the rule that spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wizard.model.rule import Rule
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
_QUOTES = str.maketrans(dict.fromkeys('\u2018\u2019\u201c\u201d"`', "'") | dict.fromkeys("\u2502\\", " "))
_LONGEST_PASTE = 100_000
_SHORTEST_FRAGMENT = 30


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an error said.

    rule: the likeliest to have spoken; others: rules that EC2 words the same way. values: what
    stood in the error for each placeholder of the rule's template, such as the type's name.
    """

    rule: Rule
    others: tuple[Rule, ...]
    values: Mapping[str, str]


def recognise(rulebook: Rulebook, text: str) -> Recognised | None:
    """The rule behind an error message; None if no known wording is in it.

    A first sentence is enough, since tools and people cut the rest. Where several wordings are
    found the longest decides; where none is, an error code that stands for one thing only.
    """
    pasted = _normal(text[:_LONGEST_PASTE])
    found = [
        (len(match[0]), rule, match.groupdict())
        for rule in rulebook.rules
        for pattern, _ in _patterns(rule)
        if (match := pattern.search(pasted))
    ]
    if not found:
        return _by_fragment(rulebook, pasted) or _by_code(rulebook, pasted)
    longest = max(length for length, _, _ in found)
    rules = list(dict.fromkeys(rule for length, rule, _ in found if length == longest))
    values = next(values for length, _, values in found if length == longest)
    names = dict(name for rule in rules[:1] for _, placeholders in _patterns(rule) for name in placeholders)
    return Recognised(
        rules[0],
        tuple(rules[1:]),
        {names[g]: v.rstrip(".,;:") for g, v in values.items() if v and g in names},
    )


def _by_fragment(rulebook: Rulebook, pasted: str) -> Recognised | None:
    """For an error whose beginning is cut off: the longest end of a piece of wording between values."""
    lowered = pasted.lower()
    found = [(length, rule) for rule in rulebook.rules if (length := _common(rule, lowered))]
    rules = [rule for length, rule in found if length == max(length for length, _ in found)]
    return Recognised(rules[0], tuple(rules[1:]), {}) if rules else None


def _common(rule: Rule, lowered: str) -> int:
    """How long the longest piece of the rule's wordings in the text is; 0 if too short to tell."""
    longest = 0
    for wording in _wordings(rule):
        for piece in _PLACEHOLDER.split(wording.split(". ")[0])[::2]:
            words = _normal(piece).lower().split()
            for start in range(len(words)):
                rest = " ".join(words[start:])
                if len(rest) >= _SHORTEST_FRAGMENT and rest in lowered:
                    longest = max(longest, len(rest))
                    break
    return longest


def _by_code(rulebook: Rulebook, pasted: str) -> Recognised | None:
    words = frozenset(re.findall(r"[A-Za-z][A-Za-z.]+[A-Za-z]", pasted))
    codes = words - _GENERAL_CODES
    rules = [rule for rule in rulebook.rules if rule.ec2_error_code in codes]
    return Recognised(rules[0], tuple(rules[1:]), {}) if rules else None


@lru_cache(maxsize=1024)
def _patterns(rule: Rule) -> tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]:
    return tuple(map(_pattern, _wordings(rule)))


def _wordings(rule: Rule) -> Iterator[str]:
    if rule.ec2_error:
        yield rule.ec2_error
    yield from rule.older_errors


def _pattern(template: str) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """The first sentence as a pattern, and which group stands for which placeholder."""
    sentence = re.split(r"(?<=[a-z0-9')])\.(?:\s|$)", template, maxsplit=1)[0]
    names: list[tuple[str, str]] = []

    def group(match: re.Match[str]) -> str:
        names.append((f"value{len(names)}", match[1]))
        return f"\0{names[-1][0]}\0"

    marked = _normal(_PLACEHOLDER.sub(group, sentence))
    pattern = re.escape(marked).replace("'", "'?").replace("…", r"\S*")
    # A value ends where its quotation mark, bracket or word does.
    pattern = re.sub("\0(value\\d+)\0", r"(?P<\1>[^\\s'()]+)", pattern.replace("\\\0", "\0"))
    return re.compile(pattern + r"(?=[\s.,;:)'\]]|$)", re.IGNORECASE), tuple(names)


def _normal(text: str) -> str:
    """One kind of quotation mark, one space between words, no frame around the lines."""
    return " ".join(text.replace("\\n", " ").translate(_QUOTES).split())
