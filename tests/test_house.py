"""What keeps the code easy to enter: small rooms and files, few arguments, a reason for each exception."""

from __future__ import annotations

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("packaging", "resources", "tests", "wizard")
CODE = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
MOST_FILES, MOST_LINES, MOST_ARGUMENTS = 25, 250, 4
_MARKER = re.compile(r"#\s*(?:ruff: )?(?:noqa|type: ignore|pragma: no)")
_WITH_REASON = re.compile(r"#\s*(?:(?:ruff: )?noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])  # \S.+")


@pytest.mark.parametrize("room", ROOMS)
def test_no_folder_holds_more_files_than_one_can_overlook(room: str) -> None:
    files = Counter(path.parent for path in (ROOT / room).rglob("*") if path.is_file() and _is_ours(path))
    assert {str(where): count for where, count in files.items() if count > MOST_FILES} == {}


def test_no_file_of_the_program_is_too_long_to_be_read_at_once() -> None:
    lengths = {path: len(_read(path).splitlines()) for path in CODE if path.is_relative_to(ROOT / "wizard")}
    assert {str(path): lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_what_is_made_of_many_things_says_why() -> None:
    many = {
        f"{path.name} {each.name}": len(_arguments(made))
        for path in CODE
        for each in ast.walk(ast.parse(_read(path)))
        if isinstance(each, ast.ClassDef) and "because" not in (ast.get_docstring(each) or "")
        for made in each.body
        if isinstance(made, ast.FunctionDef)
        and made.name == "__init__"
        and len(_arguments(made)) > MOST_ARGUMENTS
    }
    assert many == {}


def test_each_exception_to_a_check_has_its_reason_beside_it() -> None:
    markers = [(path.name, comment) for path in CODE for comment in _comments(path) if _MARKER.match(comment)]
    assert len(markers) > 1
    assert [(name, comment) for name, comment in markers if not _WITH_REASON.fullmatch(comment)] == []


def _is_ours(path: Path) -> bool:
    return path.suffix != ".pyc" and ".mypy_cache" not in path.parts


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _comments(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.string


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    found = function.args
    return [*found.posonlyargs, *found.args, *found.kwonlyargs][1:]
