"""What became of one Region when AWS was asked for images."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from wizard.model.problem import Problem


@dataclass
class RegionState:
    """What became of one Region of one profile. region: empty for the profile as a whole.

    count: how many images came so far. kept: when it was answered, where what is shown was kept
    since an earlier time.
    """

    profile: str
    region: str
    asked: bool = False
    answered: bool = False
    count: int = 0
    problem: Problem | None = None
    kept: datetime.datetime | None = None
