"""What a killed worker had started on Windows, such as a profile's credential_process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wizard.app.windows_job import end_with_this_process

_PARENT = """
import subprocess, sys
from wizard.app.windows_job import end_with_this_process
assert end_with_this_process()
# The child has this process's standard output, which is open as long as one of them lives.
subprocess.Popen([sys.executable, "-c", "import sys; print('child', flush=True); sys.stdin.read()"])
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere a worker's group ends with it")
def test_a_child_ends_with_the_process_that_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "child\n"
        parent.kill()
        # Ends only when the child has gone as well.
        assert parent.stdout.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there it asks the system")
def test_where_processes_have_groups_nothing_is_asked() -> None:
    assert not end_with_this_process()
