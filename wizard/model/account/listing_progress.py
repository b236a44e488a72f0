"""How far the listing of images has come, Region by Region."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from wizard.model.account.listing_events import Answered, Event, Identified, Regions, Rows, Started
from wizard.model.account.problem import Problem
from wizard.model.images.image_row import ImageRow
from wizard.model.message import Message


@dataclass(slots=True)
class RegionState:
    """What became of one Region of one profile. region: empty for the profile as a whole.

    count: how many images came so far. kept: when it was answered, where what is shown was kept
    since an earlier time.
    """

    profile: str
    region: str
    asked: bool = False
    answered: bool = False
    count: int = 0
    problem: Problem | None = None
    kept: datetime.datetime | None = None


_Place = tuple[str, str]


class ListingProgress:
    """Takes the events of asking one by one. What came before a trouble or a cancelling stays.

    A Region may be asked once more: its new rows take the place of the old ones as they come, and
    an image that is gone leaves when the Region has answered to the end. identities: by profile. unread: what is wrong with
    records that could not be read.
    """

    def __init__(self) -> None:
        self.unread: list[Message] = []
        self.identities: dict[str, Identified] = {}
        self._states: dict[_Place, RegionState] = {}
        self._rows: dict[_Place, dict[str, ImageRow]] = {}
        self._seen: dict[_Place, set[str]] = {}

    @property
    def rows(self) -> list[ImageRow]:
        """In an order that does not depend on who answered first."""
        found = [row for rows in self._rows.values() for row in rows.values()]
        return sorted(found, key=attrgetter("profile", "region", "name", "image_id"))

    def rows_of(self, profile: str, region: str) -> Sequence[ImageRow]:
        """Those of one Region, as they came."""
        return list(self._rows.get((profile, region), {}).values())

    @property
    def states(self) -> Sequence[RegionState]:
        """By profile and Region; a profile's own trouble, without a Region, stands before its Regions."""
        return sorted(self._states.values(), key=lambda state: (state.profile, state.region))

    @property
    def troubles(self) -> Sequence[RegionState]:
        """Those that were not asked to the end."""
        return [state for state in self.states if state.problem is not None]

    def take(self, event: Event) -> None:
        """Note what happened."""
        match event:
            case Regions():
                self._begin(event.profile, event.regions)
            case Started():
                self._state(event.profile, event.region).asked = True
            case Rows():
                self._add(event)
            case Answered():
                state = self._state(event.profile, event.region)
                state.answered, state.kept = True, None
                self._forget_gone((event.profile, event.region))
            case Identified():
                self.identities[event.profile] = event
            case _:
                self._state(event.profile, event.region).problem = event.problem

    def restore(self, profile: str, region: str, rows: Iterable[ImageRow], when: datetime.datetime) -> None:
        """Show what was kept since an earlier time, until the Region has answered anew."""
        self._add(Rows(profile, region, tuple(rows)))
        self._state(profile, region).kept = when

    def _begin(self, profile: str, regions: Iterable[str]) -> None:
        # What kept the profile as a whole from being asked is over.
        self._states.pop((profile, ""), None)
        for region in regions:
            kept = self._state(profile, region).kept
            self._states[profile, region] = RegionState(profile, region, kept=kept)
            self._seen[profile, region] = set()

    def _add(self, event: Rows) -> None:
        place = event.profile, event.region
        rows, seen = self._rows.setdefault(place, {}), self._seen.setdefault(place, set())
        for row in event.images:
            rows[row.image_id] = row
            seen.add(row.image_id)
        self._state(*place).count = len(seen)
        self.unread += event.unread

    def _forget_gone(self, place: _Place) -> None:
        seen = self._seen.get(place, set())
        rows = self._rows.get(place, {})
        self._rows[place] = {image_id: row for image_id, row in rows.items() if image_id in seen}

    def _state(self, profile: str, region: str) -> RegionState:
        return self._states.setdefault((profile, region), RegionState(profile, region))
