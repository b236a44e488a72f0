"""Set faults in the code at random, and see whether a test notices each.

    .venv-test/bin/python -m pip install cosmic-ray
    .venv-test/bin/python packaging/mutants.py --count 500 --seed 2026 wizard/model wizard/flow

The faults are those of cosmic-ray: another comparison, another number, a condition turned round, a
loop that never runs (mutant.py). A place in the code is drawn, then one of the faults that can be set
there. First the suite runs once and notes which test runs which block (test_notes.py). Then each fault
is put into the running program (fault_trials.py), or, where it stands in what runs at import, into a
copy of the checkout (fault_copies.py), and the tests that run its block are run until one fails: those
of the file that mirrors the fault's first, then those of its room, the quick ones first, and one
example of each test before a second; as many as take --seconds of CPU without a fault.

What came of each is written to --results as it goes; a run that is started again goes on from there.
Every survivor is printed as a difference: either a test is missing, or the line does nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from fault_copies import Copies
from fault_trials import FaultTrials, Trial
from mutant import Mutant, draw, set_again
from test_notes import ROOT, blocks_of, blocks_of_importing, blocks_of_loading

ROOMS = ("model", "flow", "report", "store", "formats", "aws", "cli", "api")
_DOZEN = 12
# Seconds of CPU above what the tests take without a fault; who needs more hangs.
_HANGS = 10


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

        What runs at import has no notes of its own, nor has what was written since: then any test of the
        room may be one, those first that mirror the file.
        """
        names = set() if runs_at_import(mutant) else self._of(blocks_around(mutant))
        names = names or self._of_room(mutant.file)
        examples: Counter[str] = Counter()
        place = {}
        for name in sorted(names, key=lambda name: (self._seconds[name], name)):
            function = name.partition("[")[0]
            place[name] = _distance(mutant.file, name), examples[function]
            examples[function] += 1
        return sorted(place, key=lambda name: (place[name], self._seconds[name], name))

    def _of(self, blocks: Iterable[str]) -> set[str]:
        return set().union(*(self._tests.get(name, ()) for name in blocks))

    def _of_room(self, file: Path) -> set[str]:
        head = f"tests/{file.parts[1]}/"
        return {test for test in self._seconds if test.startswith(head)}

    def first(self, tests: Sequence[str], seconds: float) -> list[str]:
        """As many of them as take so many CPU seconds, but a dozen at least."""
        ends = list(accumulate(self._seconds[name] for name in tests))
        return list(tests[: max(_DOZEN, bisect_right(ends, seconds))])

    def seconds(self, tests: Iterable[str]) -> float:
        """CPU seconds that they take together."""
        return sum(self._seconds[name] for name in tests)


def blocks_around(mutant: Mutant) -> list[str]:
    """The block that a fault stands in; none for what is no part of a function."""
    around = [block for block in blocks_of(mutant.file) if block.first <= mutant.line <= block.last]
    return [max(around, key=lambda block: block.first).name] if around else []


def runs_at_import(mutant: Mutant) -> bool:
    """Whether what a fault stands in has run, perhaps for the last time, once all is imported."""
    return not _importing().isdisjoint(blocks_around(mutant))


_importing = cache(blocks_of_importing)


def _distance(file: Path, test: str) -> int:
    folder = file.parent.relative_to("wizard").as_posix()
    nearness = (
        f"tests/{folder}/test_{file.stem}.py",
        f"tests/{folder}/",
        f"tests/{folder.partition('/')[0]}/",
    )
    return next((number for number, head in enumerate(nearness) if test.startswith(head)), len(nearness))


class Results:
    """What came of each fault, in a file that is added to as they come."""

    def __init__(self, file: Path) -> None:
        self._file = file
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        self._known = {(result := json.loads(line))["difference"]: result for line in lines}

    def get(self, mutant: Mutant) -> dict[str, Any] | None:
        return self._known.get(mutant.difference())

    def survivors(self) -> list[Mutant]:
        """What survived and can still be set in the code, wherever its line is now."""
        return [
            mutant
            for result in self._known.values()
            if not result["noticed"]
            for mutant in set_again(result["operator"], result["difference"])
        ]

    def forget(self, mutant: Mutant) -> None:
        self._known.pop(mutant.difference(), None)

    def add(self, mutant: Mutant, noticed_by: str, tests: int, of: int) -> None:
        result = {"room": mutant.file.parts[1], "noticed": noticed_by, "tests": tests, "of": of}
        result |= {"operator": mutant.operator, "difference": mutant.difference()}
        self._known[mutant.difference()] = result
        with self._file.open("a", encoding="utf-8") as written:
            written.write(json.dumps(result) + "\n")


def try_all(chosen: Sequence[Mutant], notes: Notes, results: Results, options: argparse.Namespace) -> None:
    """Try each fault that has no result yet: in a fork if it can be, else in a copy."""
    every = {mutant: notes.tests_of(mutant) for mutant in chosen if results.get(mutant) is None}
    loading = blocks_of_loading()
    trials = []
    for mutant, tests in every.items():
        first = tuple(notes.first(tests, options.seconds))
        reload = not loading.isdisjoint(
            blocks_around(mutant) or [each.name for each in blocks_of(mutant.file)]
        )
        trials.append(Trial(mutant, first, _HANGS + 4 * notes.seconds(first), reload))
    at_import: list[Trial] = []

    def told(trial: Trial, noticed_by: str | None) -> None:
        if noticed_by is None or (not noticed_by and trial not in at_import and runs_at_import(trial.mutant)):
            at_import.append(trial)
        else:
            results.add(trial.mutant, noticed_by, len(trial.tests), len(every[trial.mutant]))

    files = sorted({test.partition("::")[0] for trial in trials for test in trial.tests})
    if files:
        plugins = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"]
        pytest.main(
            ["-q", "--capture=sys", "--timeout=120", *plugins, *files],
            plugins=[FaultTrials(trials, options.jobs, told)],
        )
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        copies = Copies(Path(folder), options.jobs)
        for trial, noticed in zip(at_import, pool.map(copies.notices, at_import), strict=True):
            told(trial, "a test" if noticed else "")


def main(words: Sequence[str]) -> int:
    """Draw, try and sum up; 0 whatever survives, since each survivor is for a person to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", help="folders or files; all that do without Qt, if none")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10, help="of CPU: tests to run for a fault")
    parser.add_argument(
        "--notes", type=Path, action="append", help="which test runs which block; made if there is none"
    )
    parser.add_argument("--again", action="store_true", help="only what survived, by --results")
    parser.add_argument("--results", type=Path, default=ROOT / ".mutants.jsonl", help="added to as it goes")
    options = parser.parse_args(words)
    files = options.notes or [ROOT / ".test-notes.jsonl"]
    if not files[0].exists():
        note_tests(files[0].resolve())
    results = Results(options.results)
    if options.again:
        chosen = results.survivors()
        for mutant in chosen:
            results.forget(mutant)
    else:
        chosen = draw(files_of(options.rooms), options.count, options.seed)
    notes = Notes(files, sorted({"/".join(mutant.file.parts[:2]) for mutant in chosen}))
    try_all(chosen, notes, results, options)
    rooms: dict[str, Counter[bool]] = {}
    for result in filter(None, map(results.get, chosen)):
        rooms.setdefault(result["room"], Counter())[bool(result["noticed"])] += 1
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
