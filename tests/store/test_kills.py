"""What was acknowledged outlives a kill at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The same with a writer that does not move a finished file into its place.
IN_PLACE = """
import sys
from pathlib import Path
from tests.store import kills

def write(folder, number):
    with (folder / "export.csv").open("w") as file:
        for _ in range(kills.LONG):
            file.write(f'{number} ')

kills.ALL_WRITTEN = (kills.Written("in place", write, kills._read_export),)
sys.exit(kills.main(["6"]))
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process without threads, which may be forked."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_is_half_and_nothing_is_lost() -> None:
    done = run("-m", "tests.store.kills", "12", "--commands", "1")
    assert (done.stdout, done.stderr, done.returncode) == ("13 kills, 0 faults\n", "", 0)


def test_a_file_that_is_written_in_place_is_found_out() -> None:
    done = run("-c", IN_PLACE)
    assert "in place: " in done.stdout
    assert (done.stderr, done.returncode) == ("", 1)
