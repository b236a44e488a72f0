"""The operating systems as their TOML file gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.operating_system import Ground, OsKind
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.os_cell import UNKNOWN, Cell
from wizard.model.systems.os_family import OsFamily
from wizard.model.systems.os_words import OsWords
from wizard.model.toml_text import TomlError, read_toml

_OF_AN_EDITION = ("versions", "codenames", "numbering", "newest")


class OsCatalogError(ValueError):
    """The catalogue cannot be used; the text names file, key and what was expected."""


def read_os_catalog(
    text: str, name: str, sources: Mapping[str, Source], words: OsWords | None = None
) -> OsCatalog:
    """The catalogue from its TOML text. name: the file's name, for messages.

    sources: those of the rulebook, by key. words: by which a system is guessed; without any none is. Raises OsCatalogError for an unknown family, version,
    fact, source or word.
    """
    try:
        head = read_toml(text)
        tables = head["family"]
        products = {key: {**table, "is_product": True} for key, table in head.get("product", {}).items()}
        families = tuple(_family(key, _whole(table, tables)) for key, table in (tables | products).items())
        hints = {word: table["text"] for table in head.get("hint", ()) for word in table["words"]}
        cells = _cells(head["says"], {f.key: f for f in families}, sources)
        return OsCatalog(families, cells, words or OsWords(), hints)
    except TomlError as problem:
        raise OsCatalogError(f"{name}: not TOML: {problem}") from None
    except KeyError as problem:
        raise OsCatalogError(f"{name}: {problem}: expected, but missing or not known") from None
    except (AttributeError, TypeError, ValueError) as problem:
        raise OsCatalogError(f"{name}: {problem}") from None


def _whole(table: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """An edition's table with the versions of the system that it is of."""
    of = tables[table["edition_of"]] if "edition_of" in table else {}
    shared = {name: of[name] for name in _OF_AN_EDITION if name in of}
    return {**shared, **table}


def _family(key: str, table: Mapping[str, Any]) -> OsFamily:
    return OsFamily(
        key=key,
        title=table["title"],
        kind=OsKind(table["kind"]),
        versions=tuple(table.get("versions", ())),
        aliases=tuple(table.get("aliases", ())),
        codenames=table.get("codenames", {}),
        successor=table.get("successor"),
        numbering=table.get("numbering", ""),
        parent=table.get("parent"),
        parent_versions=table.get("parent_versions", {}),
        called=table.get("called"),
        newest=table.get("newest", {}),
        edition_of=table.get("edition_of"),
        flavours=table.get("flavours", {}),
        products=table.get("products", {}),
        titled=table.get("titled", ""),
        kubernetes=table.get("kubernetes", False),
        product=table.get("product"),
        is_product=table.get("is_product", False),
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
                of = families[key]
                if version and version not in of.versions and of.row(version) is None:
                    raise ValueError(f"says.{fact}: {row!r}: expected a version of family.{key}.versions")
                cells = found.setdefault((of.key, version), {})
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
