"""Asks for images: several profiles, many Regions at once, rows as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from wizard.aws.account import Account
from wizard.aws.at_once import Job, Tell, do_all
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.regions import ask_regions, home_region
from wizard.model.account.listing_events import Answered, Event, Regions, Rows, Started, Trouble
from wizard.model.account.problem import Problem
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import RowReader

PAGE = 200


@dataclass(frozen=True, slots=True)
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
    listings = [_Listing(request) for request in requests]
    do_all([listing.begin for listing in listings], tell)


class _Listing:
    """One account, and what is known of it so far."""

    def __init__(self, request: AccountRequest) -> None:
        if not request.owners:
            raise ValueError("owners: expected at least one, such as self")
        self._account, self._regions, self._owners = request.account, request.regions, list(request.owners)
        self._name = request.account.profile.name
        self._home = home_region(request.account)
        self._reader = RowReader()
        self._proven = False
        self._refused: Problem | None = request.account.profile.problem

    def begin(self, tell: Tell[Event]) -> Iterable[Job[Event]]:
        """Find out which Regions to ask; a job for each of them."""
        regions = self._regions
        try:
            if regions is None:
                regions = [region.name for region in ask_regions(self._account)]
                self._proven = True
        except NotAllowed:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
            tell(Trouble(self._name, "", self._problem(error, self._home)))
            return ()
        # The profile's own Region first: its images are what one most likely waits for.
        names = sorted(dict.fromkeys(regions), key=lambda region: region != self._home)
        tell(Regions(self._name, tuple(names)))
        return [partial(self._ask, name) for name in names]

    def _ask(self, region: str, tell: Tell[Event]) -> None:
        for event in self._events(region):
            tell(event)

    def _events(self, region: str) -> Iterator[Event]:
        """One Region; what goes wrong is told, and ends no more than it must."""
        if self._refused is not None:
            yield Trouble(self._name, region, self._refused)
            return
        yield Started(self._name, region)
        count = 0
        try:
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
                self._proven = True
                rows = self._rows(region, page.get("Images", ()))
                count += len(rows.images)
                yield rows
            yield Answered(self._name, region, count)
        except NotAllowed:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the other Regions go on
            yield Trouble(self._name, region, self._problem(error, region))

    def _problem(self, error: Exception, region: str) -> Problem:
        problem = problem_of(error, Asking(self._account.profile, region, proven=self._proven))
        if problem.kind.of_login:
            # Without a login no Region of this profile answers: the first problem stands for all.
            problem = self._refused = self._refused or problem
        return problem

    def _rows(self, region: str, records: Sequence[Mapping[str, object]]) -> Rows:
        found, unread = [], []
        for record in records:
            try:
                found.append(
                    self._reader.read(record, self._name, region, str(record.get("ImageId", region)))
                )
            except ImageError as problem:
                unread.append(str(problem))
        return Rows(self._name, region, tuple(found), tuple(unread))
