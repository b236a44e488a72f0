"""The words by which a system is guessed: of names and descriptions, of owners and of billing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wizard.model.frozen import field, frozen
from wizard.model.toml_text import TomlError, read_toml


class OsWordsError(ValueError):
    """The words cannot be used; the text names the file and what is wrong."""


@frozen
class NameWord:
    """An entry for names and descriptions.

    word: must be in the text, for speed. family: empty for a system of which EC2 has no images.
    expression: its groups, joined by points, are the version. version: where it has none.
    """

    word: str
    family: str
    expression: str
    version: str | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text has the word: who names a system waits for none of them. Raises OsWordsError."""
        try:
            return re.compile(self.expression)
        except re.error as problem:
            raise OsWordsError(f"{self.word}: {problem}") from None


@frozen
class OsWords:
    """All of them.

    accounts: those that publish one family only, with it. details, operations: the beginnings of
    PlatformDetails in small letters, and the codes behind UsageOperation's colon, with their families.
    """

    names: tuple[NameWord, ...] = ()
    accounts: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)
    _majors: Mapping[str, frozenset[int]] = field(default_factory=dict)
    _run_together: frozenset[str] = frozenset()
    _april: frozenset[str] = frozenset()
    _counted: re.Pattern[str] = re.compile("(?!)")

    def named(self, text: str) -> tuple[str, str | None] | None:
        """The family and version that a name or description in small letters speaks of."""
        for entry in self.names:
            if entry.word not in text or not (found := entry.pattern.search(text)):
                continue
            version = entry.version or self._version(
                entry.family, [group for group in found.groups() if group]
            )
            if version is None or entry.version:
                return entry.family, version
            if self._is_version(entry.family, version) and not self._counted.match(text, found.end()):
                return entry.family, version
        return None

    def _version(self, family: str, parts: list[str]) -> str | None:
        """The version out of a pattern's groups, with its points where they are left out."""
        if not parts:
            return None
        first, *rest = parts
        if family in self._run_together and first.isdigit() and int(first) not in self._majors[family]:
            first = f"{first[0]}.{first[1:]}"
        if family in self._april and first.isdigit() and not rest:
            rest = ["04"]
        if first.startswith("2k"):
            first = f"20{first[2:]:0>2}"
        return ".".join((first, *rest))

    def _is_version(self, family: str, version: str) -> bool:
        """Whether the family has had, or may soon have, such a version."""
        major = version.partition(".")[0]
        return not major.isdigit() or family not in self._majors or int(major) in self._majors[family]


def read_os_words(text: str, name: str) -> OsWords:
    """The words from their TOML text. name: the file's name, for messages. Raises OsWordsError."""
    try:
        head = read_toml(text)
        versions = head["versions"]
        return OsWords(
            names=tuple(map(_name, head["name"])),
            accounts=head["accounts"],
            details=head["details"],
            operations=head["operations"],
            _majors={family: _numbers(ranges) for family, ranges in head["majors"].items()},
            _run_together=frozenset(versions["run_together"]),
            _april=frozenset(versions["april"]),
            _counted=re.compile(rf"[-_ ]?(?:{'|'.join(versions['counted'])})(?![a-z0-9])"),
        )
    except (TomlError, re.error, KeyError, TypeError, AttributeError) as problem:
        raise OsWordsError(f"{name}: {problem}") from None


def _name(table: Mapping[str, Any]) -> NameWord:
    return NameWord(table["word"], table["family"], table["pattern"], table.get("version"))


def _numbers(ranges: list[list[int]]) -> frozenset[int]:
    return frozenset(number for first, last in ranges for number in range(first, last + 1))
