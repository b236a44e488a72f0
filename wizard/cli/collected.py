"""What `ami-wizard images` has found, wherever it looked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.model.account.listing_progress import RegionState
from wizard.model.account.usage import UsageFound
from wizard.model.frozen import frozen
from wizard.model.images.image_row import ImageRow
from wizard.model.message import Message

Tell = Callable[[Message], None]
"""Says a problem that does not end the call."""


@frozen
class Unread:
    """Part of a file, or all of it, that could not be read. file: as the person named it."""

    file: str
    problem: Message


@frozen
class Collected:
    """All rows, and what became of each Region. status: the exit status that this asks for.

    usage: what uses the images, where somebody wanted to know. unread: what files had beside the rows.
    """

    rows: Sequence[ImageRow]
    regions: Sequence[RegionState] = ()
    status: int = 0
    usage: UsageFound | None = None
    unread: Sequence[Unread] = ()
