from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def script(scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with an environment that is ready and is this very Python's."""
    module = scripts["test"]

    class Ready:
        python = Path(sys.executable)

        def __init__(self, root: Path, name: str, lock: Path, megabytes: int) -> None:
            assert lock.is_file()

        def ensure(self, supply: object) -> None:
            pass

    monkeypatch.setattr(module, "Environment", Ready)
    return module


def names(steps: Sequence[NamedTuple]) -> list[str]:
    return [str(step[0]) for step in steps]


def test_the_whole_suite_judges_coverage_and_a_part_of_it_does_not(script: ModuleType) -> None:
    checks = {"ruff check", "ruff format", "mypy", "mypy win32", "mypy darwin", "lint-imports"}
    assert checks < {*names(script.steps([]))}
    rooms = ["coverage of model", "coverage of flow", "coverage of report"]
    assert names(script.verdicts([])) == ["coverage", *rooms]
    assert {*names(script.steps(["-k", "judge"]))} == checks | {"pytest"}
    (chosen,) = (step for step in script.steps(["-k", "judge"]) if step.name == "pytest")
    assert chosen.arguments[-2:] == ["-k", "judge"]
    assert script.verdicts(["-k", "judge"]) == []


def test_each_file_of_tests_is_run_by_one_step(script: ModuleType) -> None:
    runs = [step.arguments for step in script.steps([]) if "pytest" in step.arguments]
    for file in TESTS.rglob("test_*.py"):
        path = file.relative_to(TESTS.parent)
        taking = [
            words for words in runs if in_one_of(path, words, "") and not in_one_of(path, words, "--ignore=")
        ]
        assert len(taking) == 1, path


def in_one_of(path: Path, words: Sequence[str], option: str) -> bool:
    """Whether it stands in a folder that is named so."""
    places = (word.removeprefix(option) for word in words if word.startswith(f"{option}tests/"))
    return any(path.is_relative_to(place) for place in places)


def test_all_steps_are_taken_and_one_failure_fails_the_whole(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def exits(name: str, status: int) -> object:
        return script.Step(name, ["-c", f"print('{name} at work'); raise SystemExit({status})"])

    monkeypatch.setattr(script, "steps", lambda arguments: [exits("a", 0), exits("b", 3)])
    monkeypatch.setattr(script, "verdicts", lambda arguments: [exits("c", 0)])
    assert script.main([]) == 1
    out = capfd.readouterr().out
    # What one says stays together, below its name.
    for name in "abc":
        assert f"== {name}\n{name} at work\n" in out
    assert out.index("== c") > max(out.index("== a"), out.index("== b"))
    assert out.splitlines()[-1].startswith("3 checks in ")
    assert out.splitlines()[-1].endswith(" s, FAILED: b")


def test_all_is_well(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "steps", lambda arguments: [script.Step("a", ["-c", "pass"])])
    monkeypatch.setattr(script, "verdicts", lambda arguments: [])
    assert script.main([]) == 0
    assert capfd.readouterr().out.splitlines()[-1].endswith("all is well")


def test_tools_that_cannot_be_set_up_are_said_in_one_line(
    script: ModuleType,
    scripts: dict[str, ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def ensure(self: object, supply: object) -> None:
        raise scripts["console"].SetupError("The moon is in the way.")

    monkeypatch.setattr(script.Environment, "ensure", ensure)
    assert script.main([]) == 4
    assert capfd.readouterr() == ("", "The tests cannot start. The moon is in the way.\n")
