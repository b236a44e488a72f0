"""One word, one meaning: who searches for a name finds one thing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import wizard

ROOM = Path(wizard.__file__).parent
# Pictures of speech that were given up, and words that say nothing.
GIVEN_UP = frozenset(
    [
        "bench",
        "court",
        "crew",
        "desk",
        "door",
        "errand",
        "gallery",
        "gauge",
        "helper",
        "inquiry",
        "leg",
        "plight",
        "portfolio",
        "scribe",
        "shelf",
        "trail",
        "util",
    ]
)


def test_no_public_class_name_stands_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path.relative_to(ROOM)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_name_is_a_picture_that_was_given_up() -> None:
    """GLOSSARY.md says what is said in their place."""
    found = {
        f"{path.relative_to(ROOM.parent)}: {name}"
        for room in ("packaging", "tests", "wizard")
        for path in sorted((ROOM.parent / room).rglob("*.py"))
        for name in _named_in(path)
        if name.endswith("Manager")
        or GIVEN_UP & {word.lower().removesuffix("s") for word in re.findall("[A-Z]?[a-z]+", name)}
    }
    assert found == set()


def _named_in(path: Path) -> Iterator[str]:
    """The file's own name, and those of what it makes: classes, functions, arguments, variables, attributes."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
