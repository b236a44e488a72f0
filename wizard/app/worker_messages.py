"""What the window may want to know of accounts, and what it is told, in a form that goes from process to process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.gui.aws_service import Request
from wizard.model.account.listing_events import Rows
from wizard.model.images.image_row import Record, RowReader
from wizard.model.systems.published_image import PublishedImage


@dataclass(frozen=True, slots=True)
class AskImages:
    """Whose images there are."""

    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class AskUsage:
    """What uses images: profile -> Region -> ids."""

    images: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class AskCatalog:
    """Which types there are, and where they are offered."""

    profile: str


@dataclass(frozen=True, slots=True)
class AskPublished:
    """The newest image that a publisher has in a Region."""

    profile: str
    region: str
    wanted: PublishedImage


WorkerQuestion = AskImages | AskUsage | AskCatalog | AskPublished


@dataclass(frozen=True, slots=True)
class Published:
    """The record of the image that was asked for."""

    record: Record


@dataclass(frozen=True, slots=True)
class Records:
    """Rows as the records they were read from: images of one kind must share an Image where they are used."""

    profile: str
    region: str
    records: tuple[Record, ...]
    unread: tuple[str, ...]

    def rows(self, reader: RowReader) -> Rows:
        """The rows again."""
        found = [reader.read(record, self.profile, self.region, self.region) for record in self.records]
        return Rows(self.profile, self.region, tuple(found), self.unread)


def packed(event: object) -> object:
    """An event as it is sent; rows go as records."""
    if not isinstance(event, Rows):
        return event
    records = tuple(row.record for row in event.images if row.record is not None)
    return Records(event.profile, event.region, records, event.unread)
