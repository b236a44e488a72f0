"""Asks an account which instance types there are today, and where they are offered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.catalog_rows import merge
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.regions import ask_regions, home_region
from wizard.aws.retries import PATIENT, RetryingClient, RetryPolicy
from wizard.aws.task_pool import TaskPool
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.catalog.catalog import CatalogError

_AT_ONCE = 100
Event = Regions | Started | Answered | Trouble


@dataclass(slots=True)
class Answers:
    """What the account said. types: by name, as DescribeInstanceTypes has them; offerings: by Region."""

    types: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    offerings: dict[str, frozenset[str]] = field(default_factory=dict)

    def bring_up_to_date(self, text: str) -> str:
        """A catalogue's text with what these Regions offer today; the others stay as they are.

        Raises CatalogError where AWS left out a field.
        """
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        provenance = {
            "source": "DescribeInstanceTypes and DescribeInstanceTypeOfferings of an account",
            "version": f"{len(self.offerings)} Regions asked on {today}",
            "date": today,
            "licence": "the account's own data",
        }
        try:
            return merge(text, self.types.values(), self.offerings, provenance)
        except (KeyError, TypeError, ValueError) as problem:
            raise CatalogError(str(problem)) from None


def ask_catalog(
    account: Account,
    regions: Sequence[str] | None,
    answers: Answers,
    cancel: Cancel,
    patience: RetryPolicy = PATIENT,
) -> Iterator[Event]:
    """Fill `answers`, and tell what happens. regions: None for all that are enabled for the account.

    A Region that does not answer is told as trouble and left out. Each type is described once, by
    the first Region that offers it. Ends within a second of cancelling.
    """
    asking = _Asking(account, answers, cancel, patience)
    yield from asking.offerings(regions)
    yield from asking.types()


class _Asking:
    def __init__(self, account: Account, answers: Answers, cancel: Cancel, patience: RetryPolicy) -> None:
        self._account, self._answers, self._cancel, self._patience = account, answers, cancel, patience
        self._name = account.profile.name
        self._proven = False

    def offerings(self, regions: Sequence[str] | None) -> Iterator[Event]:
        pool: TaskPool[Event] = TaskPool(self._cancel)
        if regions:
            pool.tell(Regions(self._name, tuple(regions)))
        for region in regions or ():
            pool.add(partial(self._careful, pool, region, self._ask_offerings))
        if regions is None:
            pool.add(partial(self._careful, pool, "", self._ask_regions))
        return pool.events()

    def types(self) -> Iterator[Event]:
        """Ask for every offered type that is not described yet."""
        pool: TaskPool[Event] = TaskPool(self._cancel)
        asked: set[str] = set()
        home = home_region(self._account)
        for region in sorted(self._answers.offerings, key=lambda region: (region != home, region)):
            names = sorted(self._answers.offerings[region] - asked)
            asked.update(names)
            for start in range(0, len(names), _AT_ONCE):
                ask = partial(self._ask_types, names=names[start : start + _AT_ONCE])
                pool.add(partial(self._careful, pool, region, ask))
        return pool.events()

    def _careful(self, pool: TaskPool[Event], region: str, ask: Any) -> None:
        try:
            if self._account.profile.problem is not None:
                pool.tell(Trouble(self._name, region, self._account.profile.problem))
            else:
                ask(pool, region)
        except (Cancelled, NotAllowed):
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the other Regions go on
            where = Asking(self._account.profile, region or home_region(self._account), proven=self._proven)
            # Without its types' descriptions a Region's offerings say nothing.
            self._answers.offerings.pop(region, None)
            pool.tell(Trouble(self._name, region, problem_of(error, where)))

    def _ask_regions(self, pool: TaskPool[Event], _region: str) -> None:
        found = ask_regions(self._account, self._cancel, self._patience, Part.CATALOG)
        self._proven = True
        pool.tell(Regions(self._name, tuple(region.name for region in found)))
        for region in found:
            pool.add(partial(self._careful, pool, region.name, self._ask_offerings))

    def _ask_offerings(self, pool: TaskPool[Event], region: str) -> None:
        pool.tell(Started(self._name, region))
        names: set[str] = set()
        with self._cancel.current():
            client = self._account.client(Part.CATALOG, "ec2", region)
        with closing(client):
            pages = RetryingClient(client, self._cancel, self._patience).pages(
                "describe_instance_type_offerings", LocationType="region", MaxResults=1000
            )
            for page in pages:
                names.update(str(offering["InstanceType"]) for offering in page["InstanceTypeOfferings"])
        self._proven = True
        self._answers.offerings[region] = frozenset(names)
        pool.tell(Answered(self._name, region, len(names)))

    def _ask_types(self, _crew: TaskPool[Event], region: str, names: Sequence[str]) -> None:
        with self._cancel.current():
            client = self._account.client(Part.CATALOG, "ec2", region)
        with closing(client):
            reply = RetryingClient(client, self._cancel, self._patience).ask(
                "describe_instance_types", InstanceTypes=list(names)
            )
        self._answers.types.update({str(raw["InstanceType"]): raw for raw in reply["InstanceTypes"]})
