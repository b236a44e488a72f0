"""No test waits for a fixed time or asserts a clock: on a busy machine it fails, on an idle one it is slow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
# Measuring is what they are for, and a window must come to rest before it is measured.
BENCHMARKS = TESTS / "benchmarks"
WORTH_PARSING = re.compile(r"wait\(|qWait|[sS]leep|monotonic|perf_counter|process_time|time_ns|elapsed")
CLOCKS = {
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "time_ns",
    "elapsed",
}


def faults(tree: ast.AST) -> Iterator[int]:
    """The lines that wait without saying for what, or that assert how long something took."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            where = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            if node.func.attr in ("qWait", "qSleep", "sleep") or (where, node.func.attr) == ("qtbot", "wait"):
                yield node.lineno
        elif isinstance(node, ast.Assert):
            used = {part.attr for part in ast.walk(node.test) if isinstance(part, ast.Attribute)}
            if used & CLOCKS:
                yield node.lineno


def test_no_test_waits_for_a_fixed_time_or_asserts_a_clock() -> None:
    found = [
        f"{file.relative_to(TESTS)}:{line}"
        for file in sorted(TESTS.rglob("*.py"))
        if BENCHMARKS not in file.parents and WORTH_PARSING.search(text := file.read_text(encoding="utf-8"))
        for line in faults(ast.parse(text))
    ]
    assert not found, "wait for what is to happen: qtbot.waitUntil, waitSignal, an event"


def test_such_waits_are_found() -> None:
    text = "qtbot.wait(5)\nQTest.qWait(1)\ntime.sleep(2)\nassert time.monotonic() - began < 1\nqtbot.waitUntil(f)\nevent.wait()\n"
    assert sorted(faults(ast.parse(text))) == [1, 2, 3, 4]
