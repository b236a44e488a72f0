"""Asks for images: several profiles, many Regions at once, rows as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wizard.aws.account import Account
from wizard.aws.at_once import Tell, do_all
from wizard.aws.each_region import EachRegion
from wizard.aws.operations import Part
from wizard.model.account.listing_events import Answered, Event, Rows
from wizard.model.frozen import frozen
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import RowReader

PAGE = 200


@frozen
class AccountRequest:
    """Whose images to ask an account for.

    regions: None for all that are enabled for the account. owners: "self", "amazon",
    "aws-marketplace" or account ids; never none, which would mean everybody's.
    """

    account: Account
    regions: Sequence[str] | None
    owners: Sequence[str]


def ask_images(requests: Iterable[AccountRequest], tell: Tell[Event]) -> None:
    """Ask all at once until everything is answered, and tell what happens as it happens.

    One's own images come with those that are deprecated or disabled. tell: as in `do_all`. Who
    interrupts this keeps what was told.
    """
    asked = [EachRegion(each.account, each.regions, Part.IMAGES, _Listing(each).ask) for each in requests]
    do_all([each.begin for each in asked], tell)


class _Listing:
    """One account."""

    def __init__(self, request: AccountRequest) -> None:
        if not request.owners:
            raise ValueError("owners: expected at least one, such as self")
        self._account, self._owners = request.account, list(request.owners)
        self._name = request.account.profile.name
        self._reader = RowReader()

    def ask(self, region: str) -> Iterator[Rows | Answered]:
        """What one Region has, page by page."""
        count = 0
        for page in self._account.pages(
            Part.IMAGES,
            region,
            "ec2",
            "describe_images",
            Owners=self._owners,
            IncludeDeprecated=True,
            IncludeDisabled=True,
            MaxResults=PAGE,
        ):
            rows = self._rows(region, page.get("Images", ()))
            count += len(rows.images)
            yield rows
        yield Answered(self._name, region, count)

    def _rows(self, region: str, records: Sequence[Mapping[str, object]]) -> Rows:
        found, unread = [], []
        for record in records:
            try:
                found.append(
                    self._reader.read(record, self._name, region, str(record.get("ImageId", region)))
                )
            except ImageError as problem:
                unread.append(problem.message)
        return Rows(self._name, region, tuple(found), tuple(unread))
