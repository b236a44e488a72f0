"""A fault in the code, as cosmic-ray sets it, and how to draw some at random."""

from __future__ import annotations

import ast
import random
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from test_notes import ROOT

# Never noticed by design: a decorator of typing, a name in an annotation, an exception's class.
_LEFT_OUT = ("no-op", "RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter")


@dataclass(frozen=True)
class Mutant:
    """One fault. occurrence: which of the places in the file where the operator can be applied."""

    file: Path
    operator: str
    occurrence: int
    line: int

    def source(self) -> str:
        """The file's text with the fault in it."""
        return _mutated(self)

    def compiles(self) -> bool:
        """Not so where a star before arguments was taken for a multiplication, or a text compared by `is`."""
        with warnings.catch_warnings(action="error"):
            try:
                compile(self.source(), str(self.file), "exec")
            except SyntaxError:
                return False
        return True

    def difference(self) -> str:
        """The fault as a patch of a few lines."""
        name = str(self.file)
        lines = unified_diff(
            _code(self.file).splitlines(), self.source().splitlines(), name, name, n=1, lineterm=""
        )
        return "\n".join(lines)


@cache
def _mutated(mutant: Mutant) -> str:
    return str(mutate_code(_code(mutant.file), get_operator(mutant.operator)(), mutant.occurrence))


@cache
def _code(file: Path) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def places_in(file: Path) -> list[list[Mutant]]:
    """For each place in a file the faults that can be set there.

    Left out are annotations and what is imported for them, which are never evaluated, how much a function
    keeps of its answers, and what a dataclass declares of itself: that each is frozen is seen to by
    tests/test_records.py.
    """
    declared = _declared(_code(file))
    found: dict[tuple[int, int], list[Mutant]] = {}
    counts: Counter[str] = Counter()
    for node in ast_nodes(get_ast(_code(file))):
        for name, operator in _operators(node.type):
            for start, _ in operator.mutation_positions(node):
                if not any(first <= start < last for first, last in declared):
                    found.setdefault(start, []).append(Mutant(file, name, counts[name], start[0]))
                counts[name] += 1
    return [found[start] for start in sorted(found)]


@cache
def _operators(node_type: str) -> list[tuple[str, Any]]:
    """The operators that may apply to a node, without asking all two hundred each time."""
    pairs = {"operator": "ReplaceBinary", "comparison": "ReplaceComparison"}
    found = []
    for name in operator_names():
        operator = get_operator(name)
        of_pair = next((kind for kind, word in pairs.items() if word in name), node_type)
        if not (any(word in name for word in _LEFT_OUT) or operator.arguments() or of_pair != node_type):
            found.append((name, operator()))
    return found


def _declared(code: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns:
            found.append(node.returns)
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.extend(node.decorator_list)
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            found.append(node.test)
    return [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)) for each in found
    ]


def set_again(operator: str, difference: str) -> list[Mutant]:
    """The same fault in the code of today: the lines around it are the same. difference: of then."""
    name, _, _, *patch = difference.splitlines()
    file = Path(name.removeprefix("--- "))
    if not (ROOT / file).exists():
        return []
    alike = (mutant for place in places_in(file) for mutant in place if mutant.operator == operator)
    return [mutant for mutant in alike if mutant.difference().splitlines()[3:] == patch]


def draw(files: Iterable[Path], count: int, seed: int) -> list[Mutant]:
    """Places at random, each of the same weight, and at each one of its faults."""
    places = [place for file in files for place in places_in(file)]
    dice = random.Random(seed)  # noqa: S311  # repeatable
    dice.shuffle(places)
    drawn: list[Mutant] = []
    for place in places:
        fault = dice.choice(place)
        if len(drawn) < count and fault.compiles():
            drawn.append(fault)
    return drawn
