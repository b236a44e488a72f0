"""Asks the same of each Region of an account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from wizard.aws.account import Account
from wizard.aws.at_once import Job, Tell
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.regions import ask_regions, home_region
from wizard.model.account.listing_events import Regions, Started, Trouble
from wizard.model.account.problem import Problem

Event = TypeVar("Event")


class EachRegion(Generic[Event]):
    """One account, and what is known of its login so far. What goes wrong ends no more than it must.

    regions: None for all that are enabled for the account. part: with whose rights to find them out.
    ask: what one Region tells, from the first page on.
    """

    def __init__(
        self,
        account: Account,
        regions: Sequence[str] | None,
        part: Part,
        ask: Callable[[str], Iterator[Event]],
    ) -> None:
        self._account, self._regions, self._part, self._ask = account, regions, part, ask
        self._name = account.profile.name
        self._proven = False
        self._refused: Problem | None = account.profile.problem

    def begin(self, tell: Tell[Event | Regions | Started | Trouble]) -> Iterable[Job[Event]]:
        """Find out which Regions to ask; a job for each of them."""
        home = home_region(self._account)
        regions = self._regions
        try:
            # First, so that a code that is waited for keeps one thread waiting and not all.
            self._account.sign_in(home)
            if regions is None:
                regions = [region.name for region in ask_regions(self._account, self._part)]
                self._proven = True
        except NotAllowed:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
            problem = self._problem(error, home)
            if regions is None:
                tell(Trouble(self._name, "", problem))
                return ()
            self._refused = problem
        # The profile's own Region first: what is there one most likely waits for.
        names = sorted(dict.fromkeys(regions), key=lambda region: region != home)
        tell(Regions(self._name, tuple(names)))
        return [partial(self._tell_one, name) for name in names]

    def _tell_one(self, region: str, tell: Tell[Event | Started | Trouble]) -> None:
        for event in self._events(region):
            tell(event)

    def _events(self, region: str) -> Iterator[Event | Started | Trouble]:
        if self._refused is not None:
            yield Trouble(self._name, region, self._refused)
            return
        yield Started(self._name, region)
        try:
            for event in self._ask(region):
                self._proven = True
                yield event
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
