from __future__ import annotations

import json
from typing import Any

from tests.model.errors.recorded import FILE, near, record
from wizard.model.knowledge import Knowledge

RECORDED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def test_the_same_texts_are_read_as_before(knowledge: Knowledge) -> None:
    """A change that is meant: `python -m tests.model.errors.recorded`, and read what differs."""
    for case in RECORDED["texts"]:
        assert record(knowledge, case["text"]) == case


def test_the_same_types_are_similar_as_before(knowledge: Knowledge) -> None:
    assert near(knowledge) == RECORDED["similar"]
