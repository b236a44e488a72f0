"""What happens while images are asked for."""

from __future__ import annotations

from wizard.model.account.problem import Problem
from wizard.model.frozen import frozen
from wizard.model.images.image_row import ImageRow
from wizard.model.message import Message


@frozen
class Regions:
    """A profile's Regions are known: these will be asked."""

    profile: str
    regions: tuple[str, ...]


@frozen
class Started:
    """A Region is being asked."""

    profile: str
    region: str


@frozen
class Rows:
    """A page of a Region's images. unread: what is wrong with records that could not be read."""

    profile: str
    region: str
    images: tuple[ImageRow, ...]
    unread: tuple[Message, ...] = ()


@frozen
class Answered:
    """A Region has said everything. count: how many images it has."""

    profile: str
    region: str
    count: int


@frozen
class Trouble:
    """A Region, or with an empty Region the whole profile, was not asked to the end. Rows stay good."""

    profile: str
    region: str
    problem: Problem


@frozen
class Identified:
    """Whose account a profile leads to, as AWS says. role: None for a user or the root user."""

    profile: str
    account_id: str
    role: str | None


Event = Regions | Started | Rows | Answered | Trouble | Identified
