"""What a system that boots well writes to its console is no error."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.model.knowledge import Knowledge

_CONSOLES = sorted((Path(__file__).parents[2] / "data" / "errors" / "consoles_of_good_boots").glob("*.txt"))


@pytest.mark.parametrize("console", _CONSOLES, ids=lambda console: console.stem)
def test_a_good_boot_is_not_explained(knowledge: Knowledge, console: Path) -> None:
    assert knowledge.errors.read(console.read_text(encoding="utf-8")) is None
