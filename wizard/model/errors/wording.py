"""One sentence of an error, as a template, and how to find it in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from wizard.model.errors.pasted import Pasted, bare
from wizard.model.errors.seen import REGION
from wizard.model.frozen import frozen
from wizard.model.message import PLACEHOLDER

_MARK = re.compile("\0(\\d+)\0")
_FIRST_SENTENCE = re.compile(r"(?<=[A-Za-z0-9')}])\.(?:\s|$)")
# People begin a sentence where they like.
_ARTICLE = re.compile(r"^(?:The|An|A) (?!\{)")
_SHORTEST_FRAGMENT = 30
_SHORTEST_SQUEEZED = 24
# How often the same words are looked at in one text, and how far values may stand around them.
_LOOKS = 8
_REACH = 600
# Not over the end of a sentence.
_GAP = r"(?:(?!\. [A-Z]).){0,160}?"
_WORD = r"[^\s()\[\],;]{1,120}?"
# A value ends where its bracket or word does.
_END = r"(?=[\s.,;:)\]}]|$)"
# Placeholders of which only the place matters.
_UNNAMED = frozenset({"name", "value"})
_TYPES = ("type.name", "other_type")
_TYPE = r"(?:ml\.)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z0-9][a-z0-9-]*"
_SIZE = r"[\d.]*\d ?(?:[kmgt]i?b?)?"
_LIST = r"[a-z0-9_-]+(?:, ?[a-z0-9_-]+)*"
_VALUES: Mapping[str, str] = {
    "type.name": _TYPE,
    "other_type": _TYPE,
    "type.family": r"[a-z][a-z0-9-]*",
    "type.architectures": _LIST,
    "image.image_id": r"ami-[a-z0-9*]+",
    "principal": r"arn:[^\s,;)\]]{1,200}|[^\s,;)\]]{1,120}?",
    "action": r"[a-z0-9-]+:[a-z*]+",
    "snapshot": r"snap-[a-z0-9*]+",
    "volume": r"vol-[a-z0-9*]+",
    "subnet": r"subnet-[a-z0-9*]+",
    "instance": r"i-[a-z0-9*]+",
    "launch.region": REGION,
    "zone": rf"(?!{REGION}(?![\w-]))[a-z0-9_*]+(?:-[a-z0-9_*]+)+|\*+[a-z]?",
    "zones": _LIST,
    "count": r"[\d,.]*\d",
    "limit": r"[\d,.]*\d",
    "size": _SIZE,
    "least": _SIZE,
}
# Without spaces only its form shows where a type's name ends.
_SQUEEZED_TYPE = (
    r"(?:ml\.)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*\."
    r"(?:nano|micro|small|medium|large|\d{0,3}xlarge|metal(?:-\d{1,3}xl)?)"
)


def first_sentence(template: str) -> str:
    """The template up to its first full stop."""
    return _FIRST_SENTENCE.split(template, maxsplit=1)[0]


@frozen
class Found:
    """weight: how many letters of the wording stand in the text. values: what stands between them."""

    weight: int
    values: Mapping[str, str]


@frozen
class Wording:
    """A template whose placeholders are values, and whose "…" stands for anything."""

    template: str

    def find(self, text: Pasted) -> Found | None:
        """Where it stands in the text."""
        return self._search(text, self.anchor, squeezed=False)

    def find_squeezed(self, text: Pasted) -> Found | None:
        """Where it stands in a text without spaces, if it is long enough to be told there."""
        anchor = self._squeezed_anchor
        if len(anchor) < _SHORTEST_SQUEEZED:
            return None
        return self._search(text, anchor, squeezed=True)

    def fragment(self, lowered: str, cut: str = "") -> int:
        """How much of it stands at an end of a text that was cut off there; 0 if too little to tell.

        cut: the beginning of one more word at the end of the text, where it was cut off within a word.
        """
        longest = 0
        # Most texts have no end of most wordings: asked for all at once first.
        if lowered.startswith(self._rests):
            longest = max(len(rest) for rest in self._rests if lowered.startswith(rest))
        if lowered.endswith(self._beginnings):
            lengths = (
                len(begin)
                for begin, following in self._following
                if lowered.endswith(begin) and following.startswith(cut)
            )
            longest = max((longest, *lengths))
        return longest

    @cached_property
    def anchor(self) -> str:
        """Its longest piece, in small letters: a text without it does not have the wording."""
        return max(self._pieces, key=len).lower()

    @cached_property
    def weight(self) -> int:
        """How many letters it has that are no values."""
        return sum(len(piece.replace(" ", "")) for piece in self._pieces)

    def _search(self, text: Pasted, anchor: str, *, squeezed: bool) -> Found | None:
        at = -1
        for _ in range(_LOOKS):
            at = text.lowered.find(anchor, at + 1)
            if at < 0:
                return None
            pattern = self._squeezed_pattern if squeezed else self._pattern
            if match := pattern.search(text.words, max(0, at - _REACH), at + len(anchor) + _REACH):
                return Found(self.weight, dict(self._named(match)))
        return None

    def _named(self, match: re.Match[str]) -> Iterator[tuple[str, str]]:
        for group, value in match.groupdict().items():
            name = self._names[int(group[1:])]
            # A masked zone is none that could be named in a sentence.
            if name not in _UNNAMED and not (name in ("zone", "zones") and "*" in value):
                yield name, value.rstrip(".,;:").removeprefix("ml." if name in _TYPES else "")

    @cached_property
    def _names(self) -> list[str]:
        return PLACEHOLDER.findall(self.template)

    @cached_property
    def _marked(self) -> str:
        """The template with the number of each placeholder in its place."""
        numbers = iter(range(len(self._names)))
        template = _ARTICLE.sub("", self.template)
        return bare(PLACEHOLDER.sub(lambda _: f"\0{next(numbers)}\0", template))

    @cached_property
    def _pieces(self) -> list[str]:
        """What stands between the values."""
        return [part.strip() for piece in _MARK.split(self._marked)[::2] for part in piece.split("…")]

    @cached_property
    def _rests(self) -> tuple[str, ...]:
        """What is left of its pieces without their first words, where that is enough to tell."""
        return tuple(
            rest
            for words in self._words
            for at in range(1, len(words))
            if len(rest := " ".join(words[at:])) >= _SHORTEST_FRAGMENT
        )

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """What is left of its pieces without their last words, where that is enough to tell."""
        return tuple(begin for begin, _ in self._following)

    @cached_property
    def _following(self) -> tuple[tuple[str, str], ...]:
        """Each of the beginnings with the word that follows it."""
        return tuple(
            (begin, words[at])
            for words in self._words
            for at in range(1, len(words))
            if len(begin := " ".join(words[:at])) >= _SHORTEST_FRAGMENT
        )

    @property
    def _words(self) -> list[list[str]]:
        return [piece.lower().split() for piece in self._pieces]

    @cached_property
    def _squeezed_anchor(self) -> str:
        return self.anchor.replace(" ", "")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return self._with(self._marked, _VALUES)

    @cached_property
    def _squeezed_pattern(self) -> re.Pattern[str]:
        types = dict.fromkeys(_TYPES, _SQUEEZED_TYPE)
        return self._with(self._marked.replace(" ", ""), dict(_VALUES) | types)

    def _with(self, marked: str, values: Mapping[str, str]) -> re.Pattern[str]:
        parts = _MARK.split(marked)
        for place in range(1, len(parts), 2):
            value = values.get(self._names[int(parts[place])], _WORD)
            parts[place] = f"(?P<v{parts[place]}>{value})"
        for place in range(0, len(parts), 2):
            parts[place] = re.escape(parts[place]).replace("…", _GAP)
        begin = "" if parts[0] else r"(?<![\w-])"
        return re.compile(begin + "".join(parts) + ("" if parts[-1] else _END), re.IGNORECASE)
