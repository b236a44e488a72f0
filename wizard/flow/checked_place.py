"""What `check FILE…` says of one place in a template."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.model.ec2.finding import PREVENTS, Outcome, Source, Verdict
from wizard.model.frozen import frozen
from wizard.model.message import Message


@frozen
class CheckedPlace:
    """One image on one type where they stand together. line: from 1.

    address: how the file's own language calls the place. image, instance_type: as written.
    image_id: where the very image is known. region: empty where any will do.
    sources: where it is from what the image's name says of it.
    """

    file: str
    line: int
    address: str
    image: str
    instance_type: str
    verdict: Verdict
    image_id: str = ""
    region: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What becomes of the launch."""
        return self.verdict.outcome

    @property
    def fails(self) -> bool:
        """Whether no instance would come of it that one could use."""
        return self.outcome in PREVENTS


@frozen
class CheckedFiles:
    """All places of all files. unread: files that could not be read, and why."""

    places: Sequence[CheckedPlace]
    unread: Sequence[tuple[str, Message]] = ()
