"""Set faults in the code at random, and see whether a test notices each.

    .venv-test/bin/python -m pip install cosmic-ray
    .venv-test/bin/python packaging/mutants.py --count 500 --seed 2026 wizard/model wizard/flow

The faults are those of cosmic-ray: another comparison, another number, a condition turned round, a
loop that never runs. A place in the code is drawn, then one of the faults that can be set there.
First the suite runs once and notes which test runs which block (test_notes.py); then each fault is
put into a copy of the checkout, and the tests that run its block are run until one fails: those of
the file that mirrors the fault's first, then those of its room, the quick ones first, and one example
of each test before a second; as many as take --seconds of CPU without a fault. What came of each is written to --results as it goes; a run that is started again
goes on from there. Every survivor is printed as a difference: either a test is missing, or the line
does nothing.
"""

from __future__ import annotations

import argparse
import ast
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from itertools import accumulate, count
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from test_notes import ROOT, blocks_of

ROOMS = ("model", "flow", "report", "store", "formats", "aws", "cli", "api")
# Never noticed by design: a decorator of typing, a name in an annotation, an exception's class.
_LEFT_OUT = ("no-op", "RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter")
# Imported once; each trial is a fork of the process that has them.
_PRELOADED = [
    "__main__",
    "pytest",
    "hypothesis",
    "pytest_timeout",
    "pytestqt.plugin",
    "PySide6.QtWidgets",
    "PySide6.QtTest",
]
_PRELOADED += ["botocore.session", "yaml", "hcl2", "typst"]
_MEMORY = 6 << 30
_NO_SUCH_TEST = 4
_DOZEN = 12
# Seconds of CPU above what the tests take without a fault; who needs more hangs.
_HANGS = 10


@dataclass(frozen=True)
class Mutant:
    """One fault. occurrence: which of the places in the file where the operator can be applied."""

    file: Path
    operator: str
    occurrence: int
    line: int

    def source(self) -> str:
        """The file's text with the fault in it."""
        return str(mutate_code(_code(self.file), get_operator(self.operator)(), self.occurrence))

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
def _code(file: Path) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def places_in(file: Path) -> list[list[Mutant]]:
    """For each place in a file the faults that can be set there.

    Left out are annotations, which are never evaluated, how much a function keeps of its answers, and
    what a dataclass declares of itself: that each is frozen is seen to by tests/test_records.py.
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
    return [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)) for each in found
    ]


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


def files_of(rooms: Sequence[str]) -> list[Path]:
    """The files of rooms; a room that is not named, but holds Qt, gives those files that do without."""
    if rooms:
        found = [path for room in rooms for path in [ROOT / room, *(ROOT / room).rglob("*.py")]]
    else:
        found = [path for room in ROOMS for path in (ROOT / "wizard" / room).rglob("*.py")]
        gui = (ROOT / "wizard" / "gui").rglob("*.py")
        found += [path for path in gui if "PySide6" not in path.read_text(encoding="utf-8")]
    return sorted({path.relative_to(ROOT) for path in found if path.suffix == ".py"})


def note_tests(notes: Path) -> None:
    """Run the suite once, and note which test runs which block."""
    environment = {**os.environ, "WIZARD_TEST_NOTES": str(notes), "PYTHONPATH": str(ROOT / "packaging")}
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-p", "test_notes"]
    subprocess.run(command, cwd=ROOT, check=False, env=environment)


class Notes:
    """Which test runs which block, and how many CPU seconds it takes."""

    def __init__(self, files: Sequence[Path], rooms: Sequence[str]) -> None:
        self._tests: dict[str, set[str]] = {}
        self._seconds: dict[str, float] = {}
        heads = tuple(f"{room}/" for room in rooms)
        for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
            note = json.loads(line)
            if not (ROOT / note["test"].partition("::")[0]).exists():
                continue
            self._seconds[note["test"]] = note["seconds"]
            for block in note["blocks"]:
                if block.startswith(heads):
                    self._tests.setdefault(block, set()).add(note["test"])

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that run the fault's block, the most likely to notice first.

        What runs at import has no block, and what is kept for the whole run is noted with the test
        that came first: then any test of the file will do.
        """
        blocks = blocks_of(mutant.file)
        around = [block for block in blocks if block.first <= mutant.line <= block.last]
        own = (
            [max(around, key=lambda block: block.first).name] if around else [block.name for block in blocks]
        )
        names = set().union(*(self._tests.get(name, ()) for name in own))
        examples: Counter[str] = Counter()
        place = {}
        for name in sorted(names, key=lambda name: (self._seconds[name], name)):
            function = name.partition("[")[0]
            place[name] = _distance(mutant.file, name), examples[function]
            examples[function] += 1
        return sorted(place, key=lambda name: (place[name], self._seconds[name], name))

    def first(self, tests: Sequence[str], seconds: float) -> list[str]:
        """As many of them as take so many CPU seconds, but a dozen at least."""
        ends = list(accumulate(self._seconds[name] for name in tests))
        return list(tests[: max(_DOZEN, bisect_right(ends, seconds))])

    def seconds(self, tests: Iterable[str]) -> float:
        """CPU seconds that they take together."""
        return sum(self._seconds[name] for name in tests)


def _distance(file: Path, test: str) -> int:
    folder = file.parent.relative_to("wizard").as_posix()
    nearness = (
        f"tests/{folder}/test_{file.stem}.py",
        f"tests/{folder}/",
        f"tests/{folder.partition('/')[0]}/",
    )
    return next((number for number, head in enumerate(nearness) if test.startswith(head)), len(nearness))


def _run(copy: Path, tests: Sequence[str], seconds: float) -> None:
    """In a process of its own: ends with pytest's status."""
    os.setpgrp()
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    os.chdir(copy)
    sys.path[:] = [str(copy), *(each for each in sys.path if not each.startswith(str(ROOT / "packaging")))]
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    import pytest

    options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    os._exit(int(pytest.main([*options, "--rootdir", str(copy), *tests])))


class Copies:
    """Copies of the checkout, one for each fault that is tried at once."""

    def __init__(self, folder: Path, number: int) -> None:
        self._free: SimpleQueue[Path] = SimpleQueue()
        self._times = count(1)
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(_PRELOADED)
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        files = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split(
            "\0"
        )
        for copy in (folder / str(place) for place in range(number)):
            for name in (name for name in files if name and (ROOT / name).is_file()):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
            self._free.put(copy)

    def notices(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> bool:
        """Whether one of the tests fails, or hangs, with the fault in place. seconds: of CPU, at most."""
        copy = self._free.get()
        target = copy / mutant.file
        try:
            target.write_text(mutant.source(), encoding="utf-8")
            # What was compiled is told from what is to be compiled by its time, in seconds.
            os.utime(target, (time := next(self._times), time))
            status = self._status(copy, tests, seconds)
            shutil.copy2(ROOT / mutant.file, target)
            if status == _NO_SUCH_TEST and self._status(copy, tests, seconds):
                raise LookupError(f"{mutant.file}: its tests fail without a fault; note the tests anew")
        finally:
            shutil.copy2(ROOT / mutant.file, target)
            self._free.put(copy)
        return status != 0

    def _status(self, copy: Path, tests: Sequence[str], seconds: float) -> int:
        process = self._context.Process(target=_run, args=(copy, tests, seconds))
        process.start()
        process.join(10 * seconds)
        if process.pid:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return int(process.exitcode or 0)


def trials(chosen: Sequence[Mutant], notes: Notes, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Try each fault that has no result yet, and write down what came of it."""
    results: Path = options.results
    known = (
        [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        if results.exists()
        else []
    )
    done = {result["difference"]: result for result in known}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        copies = Copies(Path(folder), options.jobs)

        def trial(mutant: Mutant) -> dict[str, Any]:
            difference = mutant.difference()
            if difference in done:
                return dict(done[difference])
            every = notes.tests_of(mutant)
            tests = notes.first(every, options.seconds)
            seconds = _HANGS + 4 * notes.seconds(tests)
            noticed = bool(tests) and copies.notices(mutant, tests, seconds)
            result = {"room": mutant.file.parts[1], "noticed": noticed, "tests": len(tests), "of": len(every)}
            result |= {"operator": mutant.operator, "difference": difference}
            with results.open("a", encoding="utf-8") as written:
                written.write(json.dumps(result) + "\n")
            return result

        yield from pool.map(trial, chosen)


def main(words: Sequence[str]) -> int:
    """Draw, try and sum up; 0 whatever survives, since each survivor is for a person to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", help="folders or files; all that do without Qt, if none")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=6, help="of CPU: tests to run for a fault")
    parser.add_argument(
        "--notes", type=Path, action="append", help="which test runs which block; made if there is none"
    )
    parser.add_argument("--results", type=Path, default=ROOT / ".mutants.jsonl", help="added to as it goes")
    options = parser.parse_args(words)
    files = options.notes or [ROOT / ".test-notes.jsonl"]
    if not files[0].exists():
        note_tests(files[0].resolve())
    chosen = draw(files_of(options.rooms), options.count, options.seed)
    notes = Notes(files, sorted({"/".join(mutant.file.parts[:2]) for mutant in chosen}))
    rooms: dict[str, Counter[bool]] = {}
    for result in trials(chosen, notes, options):
        rooms.setdefault(result["room"], Counter())[result["noticed"]] += 1
        if not result["noticed"]:
            tried = f"{result['tests']} of {result['of']} tests"
            print(f"\nSURVIVED {result['operator']} ({tried})\n{result['difference']}", flush=True)
    print()
    for room, seen in sorted(rooms.items()):
        print(
            f"{room:10} {seen[True]:4} of {seen.total():4} noticed, {100 * seen[True] / seen.total():.0f} %"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
