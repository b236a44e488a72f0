"""Whatever is damaged, the program says so in its own words or does without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.laws.fuzz import READERS, run
from tests.laws.fuzz_kept import Read


def test_what_takes_much_more_work_than_its_size_is_found(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.laws.fuzz.MOST_CALLS", 1000)
    slow = Read(
        "each letter for each", lambda: ["x" * 100], lambda data: [ord("x") for _ in data for _ in data]
    )
    assert run(6, 1, [slow]) > 0
    assert " calls\n" in capsys.readouterr().out


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.what)
def test_damaged_files_texts_and_calls(reader: Read, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(60, 5, [reader]) == 0, capsys.readouterr().out
