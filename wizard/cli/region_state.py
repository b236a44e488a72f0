"""What became of one Region when AWS was asked for images."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.message import Message


@dataclass
class RegionState:
    """What became of one Region of one profile. region: empty for the profile as a whole."""

    profile: str
    region: str
    asked: bool = False
    answered: bool = False
    problem: Message | None = None
