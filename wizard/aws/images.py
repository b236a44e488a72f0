"""Asks for images: several profiles, many Regions at once, rows as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.regions import ask_regions, home_region
from wizard.aws.retries import PATIENT, RetryingClient, RetryPolicy
from wizard.aws.task_pool import TaskPool
from wizard.model.account.listing_events import Answered, Event, Regions, Rows, Started, Trouble
from wizard.model.account.problem import Problem, Unanswered
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


def ask_images(
    accounts: Sequence[Account],
    regions: Sequence[str] | None,
    owners: Sequence[str],
    cancel: Cancel,
    patience: RetryPolicy = PATIENT,
) -> Iterator[Event]:
    """Ask each account the same question, and tell what happens as `ask_each` does."""
    return ask_each([AccountRequest(account, regions, owners) for account in accounts], cancel, patience)


def ask_each(
    questions: Sequence[AccountRequest], cancel: Cancel, patience: RetryPolicy = PATIENT
) -> Iterator[Event]:
    """Ask all at once, and tell what happens as it happens.

    One's own images come with those that are deprecated or disabled. The iterator ends when
    everything is answered, or within a second of cancelling; closing it cancels.
    """
    pool: TaskPool[Event] = TaskPool(cancel)
    for question in questions:
        if not question.owners:
            raise ValueError("owners: expected at least one, such as self")
        asking = _Asking(question.account, tuple(question.owners), cancel, patience, pool)
        pool.add(partial(asking.begin, question.regions))
    return pool.events()


class _Refused(Unanswered):
    """The account has no login: known from another Region."""


class _Asking:
    """One account, and what is known of it so far."""

    def __init__(
        self,
        account: Account,
        owners: tuple[str, ...],
        cancel: Cancel,
        patience: RetryPolicy,
        pool: TaskPool[Event],
    ) -> None:
        self._account, self._owners, self._cancel = account, owners, cancel
        self._patience, self._pool = patience, pool
        self._name = account.profile.name
        self._reader = RowReader()
        self._proven = False
        self._refused: Problem | None = account.profile.problem

    def begin(self, regions: Sequence[str] | None) -> None:
        """Find out which Regions to ask, and have them asked."""
        if regions is None:
            self._careful("", self._ask_regions)
        else:
            self._add(regions)

    def _ask_regions(self) -> None:
        found = ask_regions(self._account, self._cancel, self._patience)
        self._proven = True
        self._add([region.name for region in found])

    def _add(self, regions: Sequence[str]) -> None:
        # The profile's own Region first: its images are what one most likely waits for.
        home = home_region(self._account)
        names = tuple(sorted(dict.fromkeys(regions), key=lambda region: region != home))
        self._pool.tell(Regions(self._name, names))
        for name in names:
            self._pool.add(partial(self._careful, name, partial(self._ask_images, name)))

    def _careful(self, region: str, ask: Callable[[], None]) -> None:
        """Ask; what goes wrong is told, and ends no more than it must."""
        try:
            self._check()
            ask()
        except _Refused as refused:
            self._pool.tell(Trouble(self._name, region, refused.problem))
        except (Cancelled, NotAllowed):
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the other Regions go on
            self._pool.tell(Trouble(self._name, region, self._problem(error, region)))

    def _check(self) -> None:
        if self._refused is not None:
            raise _Refused(self._refused)

    def _problem(self, error: Exception, region: str) -> Problem:
        asking = Asking(self._account.profile, region or home_region(self._account), proven=self._proven)
        problem = problem_of(error, asking)
        if problem.kind.of_login:
            # Without a login no Region of this profile answers: the first problem stands for all.
            problem = self._refused = self._refused or problem
            self._account.forget()
        return problem

    def _ask_images(self, region: str) -> None:
        self._pool.tell(Started(self._name, region))
        with self._cancel.current():
            client = self._account.client(Part.IMAGES, "ec2", region)
        count = 0
        with closing(client):
            # Another thread may have found out meanwhile: a new session would ask for a code once more.
            self._check()
            for page in RetryingClient(client, self._cancel, self._patience).pages(
                "describe_images",
                Owners=list(self._owners),
                IncludeDeprecated=True,
                IncludeDisabled=True,
                MaxResults=PAGE,
            ):
                self._proven = True
                rows = self._rows(region, page.get("Images", ()))
                count += len(rows.images)
                self._pool.tell(rows)
        self._pool.tell(Answered(self._name, region, count))

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
