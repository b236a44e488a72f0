"""What became of one Region when AWS was asked for images."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.problem import Problem


@dataclass
class RegionState:
    """What became of one Region of one profile. region: empty for the profile as a whole.

    count: how many images came so far.
    """

    profile: str
    region: str
    asked: bool = False
    answered: bool = False
    count: int = 0
    problem: Problem | None = None
