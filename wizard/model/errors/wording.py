"""One sentence in which EC2 speaks of a rule, as a template, and how to find it in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.model.errors.pasted import plain

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
_MARK = re.compile("\0(\\d+)\0")
_SHORTEST_FRAGMENT = 30
# A value ends where its quotation mark, bracket or word does, and no name or list of them is longer.
_VALUE = r"(?<![^\s'(\[])(?P<v{}>[^\s'()]{{1,120}})"
_END = r"(?=[\s.,;:)'\]]|$)"
# Without spaces only its form shows where a type's name begins.
_SQUEEZED_TYPE = r"(?P<v{}>[a-z0-9-]{{1,14}}\.[a-z0-9-]{{1,16}})"
_SQUEEZED_VALUE = r"(?P<v{}>[^'()\[\]]{{1,120}})"

Found = tuple[int, Mapping[str, str]]
"""How long the place is where a wording stands, and the values in it by fact."""


@dataclass(frozen=True)
class Wording:
    """A template whose placeholders are facts, and whose "…" stands for anything.

    Its first sentence is enough, since tools and people cut the rest.
    """

    template: str

    def find(self, pasted: str) -> Found | None:
        """Where it stands in a text that is `plain`."""
        return self._found(self._pattern.search(pasted))

    def find_squeezed(self, pasted: str) -> Found | None:
        """Where it stands in such a text without its spaces, if it is long enough to be told there."""
        if len(_MARK.sub("", self._marked)) < _SHORTEST_FRAGMENT:
            return None
        return self._found(self._squeezed_pattern.search(pasted))

    def fragment(self, lowered: str) -> int:
        """How long the longest end of a piece between two values is in the text; 0 if too short to tell."""
        longest = 0
        for piece in _MARK.split(self._marked)[::2]:
            words = piece.lower().split()
            for start in range(len(words)):
                rest = " ".join(words[start:])
                if len(rest) >= _SHORTEST_FRAGMENT and rest in lowered:
                    longest = max(longest, len(rest))
                    break
        return longest

    def _found(self, match: re.Match[str] | None) -> Found | None:
        if match is None:
            return None
        return len(match[0]), {
            self._names[int(group[1:])]: value.rstrip(".,;:") for group, value in match.groupdict().items()
        }

    @cached_property
    def _sentence(self) -> str:
        return re.split(r"(?<=[A-Za-z0-9')])\.(?:\s|$)", self.template, maxsplit=1)[0]

    @cached_property
    def _names(self) -> list[str]:
        return _PLACEHOLDER.findall(self._sentence)

    @cached_property
    def _marked(self) -> str:
        """The sentence with the number of each placeholder in its place."""
        numbers = iter(range(len(self._names)))
        return plain(_PLACEHOLDER.sub(lambda _: f"\0{next(numbers)}\0", self._sentence))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._with(self._marked, _VALUE, _VALUE) + _END, re.IGNORECASE)

    @cached_property
    def _squeezed_pattern(self) -> re.Pattern[str]:
        text = self._marked.replace(" ", "")
        return re.compile(self._with(text, _SQUEEZED_TYPE, _SQUEEZED_VALUE), re.IGNORECASE)

    def _with(self, marked: str, type_name: str, value: str) -> str:
        """The text as a pattern, with these patterns for a type's name and for any other value."""
        parts = _MARK.split(marked)
        for place in range(1, len(parts), 2):
            name = self._names[int(parts[place])]
            parts[place] = (type_name if name == "type.name" else value).format(parts[place])
        for place in range(0, len(parts), 2):
            parts[place] = re.escape(parts[place]).replace("'", "'?").replace("…", ".{0,300}?")
        return "".join(parts)
