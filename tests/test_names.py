"""One word, one meaning: who searches for a name finds one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import wizard

ROOM = Path(wizard.__file__).parent


def test_no_public_class_name_stands_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path.relative_to(ROOM)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
