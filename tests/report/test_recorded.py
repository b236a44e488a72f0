from __future__ import annotations

import pytest

from tests.report.recorded import CASES, EVERY_BLOCK, every_block, places, recorded, written
from wizard.model.knowledge import Knowledge

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_what_it_was(knowledge: Knowledge, name: str) -> None:
    """A change that is meant: `python -m tests.report.recorded`, and read what differs."""
    for ending, text in written(knowledge, CASES[name]).items():
        assert text.splitlines() == recorded(name, ending).read_text(encoding="utf-8").splitlines()


def test_every_kind_of_block_is_written_as_it_was() -> None:
    assert every_block().splitlines() == EVERY_BLOCK.read_text(encoding="utf-8").splitlines()


def test_checked_places_are_told_as_they_were(knowledge: Knowledge) -> None:
    for ending, text in places(knowledge).items():
        assert text.splitlines() == recorded("places", ending).read_text(encoding="utf-8").splitlines()
