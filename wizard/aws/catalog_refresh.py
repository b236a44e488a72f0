"""Asks an account which instance types there are today, and where they are offered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from wizard.aws.account import Account
from wizard.aws.at_once import Job, Tell, do_all
from wizard.aws.catalog_rows import merge
from wizard.aws.each_region import EachRegion
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.operations import Part
from wizard.aws.regions import home_region
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.account.problem import Unanswered
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


def ask_catalog(account: Account, regions: Sequence[str] | None, tell: Tell[Event]) -> Answers:
    """What there is today; what happens meanwhile is told as in `do_all`.

    regions: None for all that are enabled for the account. A Region that does not answer is told as
    trouble and left out. Each type is described once, by the first Region that offers it.
    """
    asking = _Asking(account)
    offered = EachRegion(account, regions, Part.CATALOG, asking.offerings)
    do_all([offered.begin], tell)
    do_all(asking.descriptions(), tell)
    return asking.answers


class _Asking:
    def __init__(self, account: Account) -> None:
        self._account, self._name = account, account.profile.name
        self.answers = Answers()

    def offerings(self, region: str) -> Iterator[Answered]:
        """What one Region offers."""
        names: set[str] = set()
        for page in self._account.pages(
            Part.CATALOG,
            region,
            "ec2",
            "describe_instance_type_offerings",
            LocationType="region",
            MaxResults=1000,
        ):
            names.update(str(offering["InstanceType"]) for offering in page["InstanceTypeOfferings"])
        self.answers.offerings[region] = frozenset(names)
        yield Answered(self._name, region, len(names))

    def descriptions(self) -> Iterator[Job[Event]]:
        """A job for every so many types of those that are offered."""
        asked: set[str] = set()
        offerings = self.answers.offerings
        home = home_region(self._account)
        for region in sorted(offerings, key=lambda region: (region != home, region)):
            names = sorted(offerings[region] - asked)
            asked.update(names)
            for start in range(0, len(names), _AT_ONCE):
                yield partial(self._ask_types, region, names[start : start + _AT_ONCE])

    def _ask_types(self, region: str, names: Sequence[str], tell: Tell[Event]) -> None:
        operation = "describe_instance_types"
        try:
            with explained(Asking(self._account.profile, region, proven=True)):
                reply = self._account.ask(Part.CATALOG, region, "ec2", operation, InstanceTypes=names)
                self.answers.types.update({str(raw["InstanceType"]): raw for raw in reply["InstanceTypes"]})
        except Unanswered as unanswered:
            # Without its types' descriptions a Region's offerings say nothing.
            self.answers.offerings.pop(region, None)
            tell(Trouble(self._name, region, unanswered.problem))
