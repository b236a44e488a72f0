"""Note which test runs which block of the program, for mutants.py: a plugin of pytest.

    WIZARD_TEST_NOTES=FILE PYTHONPATH=packaging .venv-test/bin/python -m pytest -p test_notes tests/flow

A block is what runs in one go: a function up to its first if, the body of a loop, what comes after
it. Each gets a mark when its module is imported, so that the run takes hardly longer than without;
coverage, which looks at every line each time, took five times as long. A block is known by its
function and its number in it, so the notes stay true when other lines of the file move.
"""

from __future__ import annotations

import ast
import builtins
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple, cast

import pytest

ROOT = Path(__file__).resolve().parent.parent
_FILE = "WIZARD_TEST_NOTES"
_RAN = "__ran__"
_COMPOUND = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)


class Block(NamedTuple):
    """name: file, function and number. first, last: lines; a block in it may own some of them."""

    name: str
    first: int
    last: int


class _Marker(ast.NodeTransformer):
    """Puts a mark before each block of a file."""

    def __init__(self, file: str) -> None:
        self.blocks: list[Block] = []
        self._scope = [file]
        self._counts: Counter[str] = Counter()
        self._in_function = False

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, field, list(self._body(value)))
            elif isinstance(value, list):
                for each in value:
                    if isinstance(each, ast.AST):
                        self.visit(each)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._named(node, in_function=True)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._named(node, in_function=False)

    def _named(self, node: ast.FunctionDef | ast.ClassDef, *, in_function: bool) -> ast.AST:
        before, self._in_function = self._in_function, in_function
        self._scope.append(node.name)
        self.generic_visit(node)
        self._scope.pop()
        self._in_function = before
        return node

    def _body(self, body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
        begins = self._in_function
        for number, statement in enumerate(body):
            documents = (
                number == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            )
            if begins and not documents:
                yield self._mark(statement.lineno, body[-1].end_lineno or 0)
                begins = False
            yield cast(ast.stmt, self.visit(statement))
            begins = begins or (self._in_function and isinstance(statement, _COMPOUND))

    def _mark(self, first: int, last: int) -> ast.stmt:
        scope = ":".join(self._scope)
        self._counts[scope] += 1
        name = f"{scope}:{self._counts[scope]}"
        self.blocks.append(Block(name, first, last))
        mark = ast.parse(f"{_RAN}.add({name!r})").body[0]
        for node in ast.walk(mark):
            if isinstance(node, ast.stmt | ast.expr):
                node.lineno, node.end_lineno = first, first
        return mark


@cache
def blocks_of(file: Path) -> list[Block]:
    """The blocks of a file. file: relative to the checkout."""
    marker = _Marker(file.as_posix())
    marker.visit(ast.parse((ROOT / file).read_text(encoding="utf-8")))
    return marker.blocks


class _Loader(SourceFileLoader):
    """Loads a module with its marks, and keeps none of it."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # importlib's signature
        tree = ast.parse(self.get_data(self.path))
        marked = _Marker(Path(self.path).relative_to(ROOT).as_posix()).visit(tree)
        return compile(ast.fix_missing_locations(marked), self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds the program's modules before anybody else does."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "wizard":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin and spec.origin.endswith(".py"):
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def blocks_of_loading() -> frozenset[str]:
    """The names of the blocks that run when the program loads what it knows."""
    return _blocks_run_by(
        "from wizard.store.resources import load_knowledge, resources; load_knowledge(resources())"
    )


def blocks_of_importing() -> frozenset[str]:
    """The names of the blocks that run when a module is imported: what it makes then is not made again."""
    return _blocks_run_by(
        "import importlib, pkgutil, wizard;"
        "names = [each.name for each in pkgutil.walk_packages(wizard.__path__, 'wizard.')];"
        "[importlib.import_module(name) for name in names if not name.endswith('__main__')]"
    )


def _blocks_run_by(statements: str) -> frozenset[str]:
    program = (
        "import builtins, json, test_notes; test_notes.pytest_load_initial_conftests();"
        f"{statements}; print(json.dumps(sorted(builtins.{_RAN})))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "packaging"), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return frozenset(json.loads(done.stdout))


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before anything of the program is imported."""
    setattr(builtins, _RAN, set())
    sys.meta_path.insert(0, _Finder())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Write a line for each test that passes: its name, its CPU seconds and its blocks."""
    ran: set[str] = getattr(builtins, _RAN)
    ran.clear()
    failed, began = item.session.testsfailed, time.process_time()
    result = yield
    if item.session.testsfailed == failed:
        note = {"test": item.nodeid, "seconds": round(time.process_time() - began, 3), "blocks": sorted(ran)}
        # One write with O_APPEND: the processes of a run share the file.
        with Path(os.environ[_FILE]).open("ab", buffering=0) as notes:
            notes.write(json.dumps(note).encode() + b"\n")
    return result
