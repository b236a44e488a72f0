from __future__ import annotations

import json
from typing import Any

import pytest

from tests.model.recommend.recorded import FILE, ORDERS, first, record
from wizard.model.knowledge import Knowledge

CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: json.dumps(case["answers"])[:60])
def test_the_same_needs_get_the_same_advice(knowledge: Knowledge, case: dict[str, Any]) -> None:
    """A change that is meant: `python -m tests.model.recommend.recorded`, and read what differs."""
    assert record(knowledge, case["answers"]) == case


def test_the_same_needs_get_the_same_types_in_the_same_order(knowledge: Knowledge) -> None:
    """A change that is meant: `python -m tests.model.recommend.recorded`, and read what differs."""
    for case in json.loads(ORDERS.read_text(encoding="utf-8")):
        assert first(knowledge, case["answers"]) == case["first"], case["answers"]
