"""Set faults in the code at random, and see whether a test notices each.

    .venv-test/bin/python -m pip install cosmic-ray
    .venv-test/bin/python packaging/mutants.py --count 500 --seed 2026 wizard/model wizard/flow

The faults are those of cosmic-ray: another comparison, another number, a condition turned round, a
loop that never runs. First the suite runs once and notes which test runs which line; then each
fault is put into a copy of the checkout, and the tests that run its line are run until one fails.
Every survivor is printed as a difference: either a test is missing, or the line does nothing.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from coverage import CoverageData

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("model", "flow", "report", "store", "formats", "aws", "cli")
_NOTES = ".coverage-by-test"
_SECONDS = 300
# Never noticed by design: a decorator of typing, a name in an annotation, an exception's class.
_LEFT_OUT = ("no-op", "RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter")


@dataclass(frozen=True)
class Mutant:
    """One fault. occurrence: which of the places in the file where the operator can be applied."""

    file: Path
    operator: str
    occurrence: int
    line: int

    def source(self, code: str) -> str:
        """The file's text with the fault in it."""
        return str(mutate_code(code, get_operator(self.operator)(), self.occurrence))


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every fault that can be set in a file, but for those in annotations, which are never evaluated."""
    code = (ROOT / file).read_text(encoding="utf-8")
    tree, annotated = get_ast(code), _annotated(code)
    for name in operator_names():
        operator = get_operator(name)
        if any(word in name for word in _LEFT_OUT) or operator.arguments():
            continue
        places = (start for node in ast_nodes(tree) for start, _ in operator().mutation_positions(node))
        for occurrence, (line, column) in enumerate(places):
            if not any(start <= (line, column) < end for start, end in annotated):
                yield Mutant(file, name, occurrence, line)


def _annotated(code: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns:
            found.append(node.returns)
    return [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)) for each in found
    ]


def note_tests(data: Path) -> None:
    """Run the suite once, and note which test runs which line."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "auto",
        "--cov",
        "--cov-context=test",
        "--cov-report=",
    ]
    subprocess.run(command, cwd=ROOT, check=False)
    shutil.move(ROOT / ".coverage", data)


def tests_of(mutant: Mutant, data: CoverageData) -> list[str]:
    """The tests that run the fault's line, those of its own room first."""
    lines = data.contexts_by_lineno(str(ROOT / mutant.file))
    names = {context.rpartition("|")[0] for context in lines.get(mutant.line, ()) if context}
    own = f"tests/{mutant.file.relative_to('wizard').parent.as_posix()}/"
    return sorted(names, key=lambda name: (not name.startswith(own), name))


class Copies:
    """Copies of the checkout, one for each fault that is tried at once."""

    def __init__(self, folder: Path, count: int) -> None:
        self._free: SimpleQueue[Path] = SimpleQueue()
        files = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split("\0")
        for number in range(count):
            copy = folder / str(number)
            for name in filter(None, files):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
            self._free.put(copy)

    def notices(self, mutant: Mutant, tests: Sequence[str]) -> bool:
        """Whether one of the tests fails, or hangs, with the fault in place."""
        copy = self._free.get()
        target = copy / mutant.file
        original = target.read_text(encoding="utf-8")
        arguments = copy / "tests-of-the-fault.txt"
        arguments.write_text("\n".join(tests), encoding="utf-8")
        try:
            target.write_text(mutant.source(original), encoding="utf-8")
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"@{arguments}"]
            status = subprocess.run(
                command, cwd=copy, check=False, timeout=_SECONDS, capture_output=True
            ).returncode
        except subprocess.TimeoutExpired:
            return True
        finally:
            target.write_text(original, encoding="utf-8")
            self._free.put(copy)
        return status != 0


def difference(mutant: Mutant) -> str:
    """The fault as a patch of a few lines."""
    code = (ROOT / mutant.file).read_text(encoding="utf-8")
    lines = unified_diff(
        code.splitlines(),
        mutant.source(code).splitlines(),
        str(mutant.file),
        str(mutant.file),
        n=1,
        lineterm="",
    )
    return "\n".join(lines)


def main(words: Sequence[str]) -> int:
    """Draw, try and sum up; 0 whatever survives, since each survivor is for a person to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", default=[f"wizard/{room}" for room in ROOMS])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--notes", type=Path, default=ROOT / _NOTES, help="which test runs which line")
    options = parser.parse_args(words)
    if not options.notes.exists():
        note_tests(options.notes)
    data = CoverageData(str(options.notes))
    data.read()
    files = sorted(path.relative_to(ROOT) for room in options.rooms for path in (ROOT / room).rglob("*.py"))
    every = [mutant for file in files for mutant in mutants_of(file)]
    chosen = random.Random(options.seed).sample(every, min(options.count, len(every)))  # noqa: S311  # repeatable
    killed: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        copies = Copies(Path(folder), options.jobs)

        def trial(mutant: Mutant) -> tuple[Mutant, bool]:
            tests = tests_of(mutant, data)
            return mutant, bool(tests) and copies.notices(mutant, tests)

        for mutant, noticed in pool.map(trial, chosen):
            room = mutant.file.parts[1]
            seen = killed.setdefault(room, [0, 0])
            seen[0] += noticed
            seen[1] += 1
            if not noticed:
                print(f"\nSURVIVED {mutant.operator}\n{difference(mutant)}", flush=True)
    print()
    for room, (caught, tried) in sorted(killed.items()):
        print(f"{room:10} {caught:4} of {tried:4} noticed, {100 * caught / tried:.0f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
