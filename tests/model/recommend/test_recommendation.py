"""The records of a recommendation."""

from __future__ import annotations

import dataclasses

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs


def test_a_recommendation_cannot_be_changed(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs())
    with pytest.raises(dataclasses.FrozenInstanceError):
        recommendation.decision = None  # type: ignore[misc]  # what must not work
