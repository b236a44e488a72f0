from __future__ import annotations

import pytest

from tests.report.recorded import CASES, FOLDER, written
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_what_it_was(knowledge: Knowledge, name: str) -> None:
    """A change that is meant: `python -m tests.report.recorded`, and read what differs."""
    for ending, text in written(knowledge, CASES[name]).items():
        assert text.splitlines() == (FOLDER / f"{name}{ending}").read_text(encoding="utf-8").splitlines()
