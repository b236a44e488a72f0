"""Errors as people pasted them in public threads: each is explained, and the cure is the one that helped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from wizard.model.knowledge import Knowledge

pytestmark = pytest.mark.no_cover

_DATA = Path(__file__).parents[2] / "data" / "errors"
_SEEN = json.loads((_DATA / "seen_in_public.json").read_text(encoding="utf-8"))
_FOREIGN = (_DATA / "of_other_services.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", _SEEN, ids=[case["text"][:60] for case in _SEEN])
def test_a_pasted_error_is_explained(knowledge: Knowledge, case: Mapping[str, Any]) -> None:
    found = knowledge.errors.read(case["text"])
    assert found is not None
    text, remedy = (message.render(NullTranslations()) for message in (found.text, found.remedy))
    assert (found.reason, found.rule) == (case["reason"], case["rule"])
    assert case["values"].items() <= found.values.items()
    assert [words for words in case["remedy_says"] if words not in remedy] == []
    assert [words for words in case["text_not"] if words in text] == []
    assert "…" not in text + remedy
    assert "{" not in text


def test_an_error_of_another_service_is_explained_as_nothing(knowledge: Knowledge) -> None:
    for text in _FOREIGN:
        assert knowledge.errors.read(text) is None, text
        told = knowledge.errors.unrecognised(text)
        assert told.text.render(NullTranslations()).startswith("Not recognised"), text
        assert told.next_step.template, text


def test_there_are_enough_of_both() -> None:
    assert len(_SEEN) >= 100
    assert len(_FOREIGN) >= 200
