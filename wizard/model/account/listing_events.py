"""What happens while images are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.account.problem import Problem
from wizard.model.images.image_row import ImageRow
from wizard.model.message import Message


@dataclass(frozen=True, slots=True)
class Regions:
    """A profile's Regions are known: these will be asked."""

    profile: str
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Started:
    """A Region is being asked."""

    profile: str
    region: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of a Region's images. unread: what is wrong with records that could not be read."""

    profile: str
    region: str
    images: tuple[ImageRow, ...]
    unread: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """A Region has said everything. count: how many images it has."""

    profile: str
    region: str
    count: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A Region, or with an empty Region the whole profile, was not asked to the end. Rows stay good."""

    profile: str
    region: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Identified:
    """Whose account a profile leads to, as AWS says. role: None for a user or the root user."""

    profile: str
    account_id: str
    role: str | None


Event = Regions | Started | Rows | Answered | Trouble | Identified
