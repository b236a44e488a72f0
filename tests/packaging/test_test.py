from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest


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


def names(module: ModuleType, arguments: Sequence[str]) -> list[str]:
    return [step.name for step in module.steps(arguments)]


def test_the_whole_suite_judges_coverage_and_a_part_of_it_does_not(script: ModuleType) -> None:
    checks = ["ruff check", "ruff format", "mypy", "lint-imports"]
    tests = ["pytest, covering", "pytest, the rest"]
    rooms = ["coverage of model", "coverage of flow", "coverage of report"]
    assert names(script, []) == checks + tests + rooms
    assert names(script, ["-k", "judge"]) == [*checks, "pytest"]
    assert script.steps(["-k", "judge"])[-1].arguments[-2:] == ["-k", "judge"]


def test_the_two_runs_of_pytest_leave_no_room_out(script: ModuleType) -> None:
    covering, rest = (step.arguments for step in script.steps([]) if step.name.startswith("pytest"))
    run = {word for word in covering if word.startswith("tests/")}
    assert run
    assert {word.removeprefix("--ignore=") for word in rest if word.startswith("--ignore=")} == run


def test_all_steps_are_taken_and_one_failure_fails_the_whole(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def exits(name: str, status: int) -> object:
        return script.Step(name, ["-c", f"print('{name} at work'); raise SystemExit({status})"])

    monkeypatch.setattr(script, "steps", lambda arguments: [exits("a", 0), exits("b", 3), exits("c", 0)])
    assert script.main([]) == 1
    out = capfd.readouterr().out
    assert [line for line in out.splitlines() if "at work" in line] == ["a at work", "b at work", "c at work"]
    assert out.splitlines()[-1].startswith("3 checks in ")
    assert out.splitlines()[-1].endswith(" s, FAILED: b")


def test_all_is_well(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "steps", lambda arguments: [script.Step("a", ["-c", "pass"])])
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
