"""What is advised for the answers of a test."""

from __future__ import annotations

from typing import Any

from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.recommendation import Recommendation


def advised(knowledge: Knowledge, **answers: Any) -> Recommendation:
    """For these answers, by the names of their questions: os_version, or os-version, as in the command line."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    return advise(knowledge, needs_of(given, knowledge))


def moved(knowledge: Knowledge, here: str, **answers: Any) -> Recommendation:
    """For an instance of this type, which runs Ubuntu 24.04 if the answers don't say otherwise."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    usual = {"start": "instance", "os": "ubuntu", "os-version": "24.04", "current-type": here}
    return advised(knowledge, **usual | given)
