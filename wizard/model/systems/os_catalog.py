"""The operating systems that the program knows: families, versions, and each one's abilities."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.operating_system import Ground, OperatingSystem, OsKind
from wizard.model.message import clipped
from wizard.model.spelling import nearest
from wizard.model.systems.os_cell import UNKNOWN, Cell, Tokens, tokens

_WORDS = string.ascii_letters + " -_/:"
# Where a version may begin in what somebody calls a system: rhel8, windows-server-2019, debian-buster.
_CUT = re.compile(r"[\s_-]+|(?<=[a-z])(?=\d)")
_KEPT = 1000


class OsCatalogError(ValueError):
    """The catalogue cannot be used; the text names file, key and what was expected."""


class OsUnknown(ValueError):
    """No such family or version; the text names what is expected, and the nearest of them."""


@dataclass(frozen=True)
class OsFamily:
    """key: the name in answers and on the command line. title: the one for people.

    versions: newest first; none for a family that stands for many, such as "linux".
    codenames: what people also call a version, such as jammy. successor: the key of the family that
    continues one which is maintained no more.
    """

    key: str
    title: str
    kind: OsKind
    versions: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    codenames: Mapping[str, str] = field(default_factory=dict, hash=False)
    successor: str | None = None

    @cached_property
    def _by_tokens(self) -> dict[Tokens, str]:
        return {tokens(version): version for version in self.versions}

    def number(self, version: str) -> str:
        """The version that a codename means, or that stands behind words: 2019 for Server 2019."""
        named = self.codenames.get(version.casefold(), version)
        bare = named.lstrip(_WORDS)
        return bare if self._row(named) is None and self._row(bare) else named

    def row(self, version: str) -> str | None:
        """The longest version of the list that this one begins with: 22.04 for 22.04.3."""
        return self._row(self.number(version))

    def _row(self, number: str) -> str | None:
        asked = tokens(number)
        found = (self._by_tokens.get(asked[:length]) for length in range(len(asked), 0, -1))
        return next(filter(None, found), None)

    def knows(self, version: str) -> bool:
        """Whether the version, a part of it, or a longer form of it is in the list."""
        asked = tokens(version)
        longer = (known[: len(asked)] == asked for known in self._by_tokens)
        return not self.versions or self.row(version) is not None or (asked != () and any(longer))

    def names(self, text: str) -> bool:
        """Whether a text is a version, and not just any word behind the family's name."""
        return self.knows(text) if self.versions else text[:1].isdigit()


class OsCatalog:
    """All families, and for each what every source says about it."""

    def __init__(
        self, families: tuple[OsFamily, ...], cells: Mapping[tuple[str, str], Mapping[str, tuple[Cell, ...]]]
    ) -> None:
        self.families = families
        self._cells = cells
        self._by_name = {name: family for family in families for name in (family.key, *family.aliases)}
        self._resolve = lru_cache(maxsize=_KEPT)(self._look_up)

    def family(self, name: str) -> OsFamily | None:
        """The family of this key or alias, however it is capitalised."""
        return self._by_name.get("-".join(re.split(r"[\s_-]+", name.strip().casefold())))

    def _named(self, name: str, version: str) -> tuple[OsFamily | None, str]:
        """The family and the version, which may stand in the family's name."""
        if known := self.family(name):
            return known, version
        name = name.strip().casefold()[:64]
        for cut in reversed(tuple(_CUT.finditer(name))):
            known, tail = self.family(name[: cut.start()]), name[cut.end() :]
            if known and known.names(tail):
                return known, version if known.names(version) else tail
        return None, version

    def find(self, family: str, version: str | None = None) -> OperatingSystem:
        """What is known of this system. Raises OsUnknown for a family or version not listed."""
        known, number = self._named(family, version or "")
        if known is None:
            expected = tuple(member.key for member in self.families)
            raise OsUnknown(
                f"os: {clipped(repr(family), 60)} is not known{_nearest(family, self._by_name)}; {_one_of(expected)}"
            )
        if number and not known.knows(number):
            near = _nearest(number, known.versions)
            asked = clipped(repr(number), 60)
            raise OsUnknown(f"os: {known.key}: {asked} is not known{near}; {_one_of(known.versions)}")
        return self.resolve(family, version)

    def resolve(self, family: str | None, version: str | None = None) -> OperatingSystem:
        """What is known of this system, which may be nothing: the words are kept as they are."""
        return self._resolve(family, version)

    def _look_up(self, family: str | None, version: str | None) -> OperatingSystem:
        known, version = self._named(family or "", (version or "").strip())
        if known is None:
            return OperatingSystem(family=family or None, version=version or None)
        version = known.number(version)
        row = known.row(version)
        values: dict[str, Any] = {}
        grounds: dict[str, Ground] = {}
        for key in ("", *([row] if row else [])):
            for fact, cells in self._cells.get((known.key, key), {}).items():
                values[fact] = None
                for cell in cells:
                    if (value := cell.ask(version)) is not None:
                        values[fact], grounds[fact] = value, cell.ground
        if row and tokens(row) == tokens(version):
            version = row
        return OperatingSystem(
            family=known.key,
            version=version or None,
            name=known.title,
            kind=known.kind,
            grounds={fact: ground for fact, ground in grounds.items() if values[fact] is not None},
            **values,
        )


def _one_of(expected: tuple[str, ...]) -> str:
    return f"expected one of {', '.join(expected)}"


def _nearest(asked: str, expected: Iterable[str]) -> str:
    near = nearest(asked, expected)
    return f" (did you mean {near}?)" if near else ""


def read_os_catalog(text: str, name: str, sources: Mapping[str, Source]) -> OsCatalog:
    """The catalogue from its TOML text. name: the file's name, for messages.

    sources: those of the rulebook, by key. Raises OsCatalogError for an unknown family, version,
    fact, source or word.
    """
    try:
        head = tomllib.loads(text)
        families = tuple(_family(key, table) for key, table in head["family"].items())
        return OsCatalog(families, _cells(head["says"], {f.key: f for f in families}, sources))
    except tomllib.TOMLDecodeError as problem:
        raise OsCatalogError(f"{name}: not TOML: {problem}") from None
    except KeyError as problem:
        raise OsCatalogError(f"{name}: {problem}: expected, but missing or not known") from None
    except (AttributeError, TypeError, ValueError) as problem:
        raise OsCatalogError(f"{name}: {problem}") from None


def _family(key: str, table: Mapping[str, Any]) -> OsFamily:
    return OsFamily(
        key=key,
        title=table["title"],
        kind=OsKind(table["kind"]),
        versions=tuple(table.get("versions", ())),
        aliases=tuple(table.get("aliases", ())),
        codenames=table.get("codenames", {}),
        successor=table.get("successor"),
    )


def _cells(
    statements: list[dict[str, Any]], families: Mapping[str, OsFamily], sources: Mapping[str, Source]
) -> dict[tuple[str, str], dict[str, tuple[Cell, ...]]]:
    found: dict[tuple[str, str], dict[str, tuple[Cell, ...]]] = {}
    for statement in statements:
        says = dict(statement)
        ground = Ground(Evidence(says.pop("evidence")), tuple(sources[key] for key in says.pop("sources")))
        for fact, rows in says.items():
            for row, value in rows.items():
                key, _, version = row.partition(" ")
                if version and version not in families[key].versions:
                    raise ValueError(f"says.{fact}: {row!r}: expected a version of family.{key}.versions")
                cells = found.setdefault((families[key].key, version), {})
                cell = _cell(fact, value, ground)
                others = cells.get(fact, ())
                if not all(map(cell.completes, others)):
                    raise ValueError(f"says.{fact}: {row!r}: there is another value of this")
                cells[fact] = (*others, cell)
    return found


def _cell(fact: str, value: object, ground: Ground) -> Cell:
    kind = all_facts().get(f"os.{fact}")
    if kind is None:
        raise ValueError(f"says.{fact}: no such fact about an operating system")
    if isinstance(value, dict):
        if kind.kind is not bool or not value.keys() <= {"yes", "no"}:
            raise ValueError(f"says.{fact}: {value!r}: expected yes and no, for a fact that is true or false")
        return Cell(fact, None, value.get("yes", ""), value.get("no", ""), ground)
    return Cell(fact, value if value == UNKNOWN else kind.parse(value), "", "", ground)
