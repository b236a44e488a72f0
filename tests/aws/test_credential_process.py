from __future__ import annotations

import subprocess
import sys

import pytest

from tests.aws.hanging_program import HangingProgram
from wizard.aws import credential_process as module
from wizard.aws.credential_process import Program, ProgramProblem

PIPES = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


def test_what_it_writes() -> None:
    program = Program(
        [sys.executable, "-c", "import sys; print('out'); print(sys.stdin.read() == '')"], **PIPES
    )
    assert program.communicate()[0].split() == [b"out", b"True"]
    assert program.returncode == 0


@pytest.mark.timeout(60)
def test_one_that_does_not_end_is_ended_with_what_it_started(
    monkeypatch: pytest.MonkeyPatch, hanging: HangingProgram
) -> None:
    monkeypatch.setattr(module, "_LONGEST_SECONDS", 0.1)
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hanging.code!r}])"
    program = Program([sys.executable, "-c", code], **PIPES)
    assert hanging.runs()
    with pytest.raises(ProgramProblem, match="did not end"):
        program.communicate()
    assert program.returncode != 0
    assert hanging.has_ended()
    program.end()


@pytest.mark.parametrize("command", [["/no/such/program"], ["a\0b"], []])
def test_one_that_cannot_be_started(command: list[str]) -> None:
    with pytest.raises(ProgramProblem, match="was not started"):
        Program(command, **PIPES)
