"""Whatever is damaged, the program says so in its own words or does without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.laws.fuzz import READERS, run
from tests.laws.fuzz_kept import Read


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.what)
def test_damaged_files_texts_and_calls(reader: Read, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(60, 5, [reader]) == 0, capsys.readouterr().out
