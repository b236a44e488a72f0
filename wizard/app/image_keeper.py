"""Keeps what accounts say of their own images, Region by Region, for the next time."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Sequence

from wizard.app.known_logins import clock
from wizard.gui.aws_service import Kept, Request
from wizard.model.account.listing_events import Answered, Event, Rows
from wizard.model.images.image_row import Record
from wizard.store.image_cache import keep_region, kept
from wizard.store.whole_file import NotWritten

_log = logging.getLogger(__name__)
_OWN = ("self",)


class ImageKeeper:
    """Takes the events of asking. Only a Region that has answered to the end is kept.

    What others own is not: there may be a hundred thousand of them, and anybody can ask for them.
    wanted: whether the person has anything kept.
    """

    def __init__(self, requests: Sequence[Request], wanted: Callable[[], bool]) -> None:
        self._own = {request.profile for request in requests if tuple(request.owners) == _OWN}
        self._own -= {request.profile for request in requests if tuple(request.owners) != _OWN}
        self._wanted = wanted
        self._coming: dict[tuple[str, str], list[Record]] = {}

    def take(self, event: Event) -> None:
        """Note what happened, and keep what is complete; quietly, for nobody asked for it just now."""
        match event:
            case Rows() if event.profile in self._own:
                records = self._coming.setdefault((event.profile, event.region), [])
                records += [row.record for row in event.images if row.record is not None]
            case Answered() if event.profile in self._own:
                records = self._coming.pop((event.profile, event.region), [])
                if self._wanted():
                    self._keep(event.profile, event.region, records)

    @staticmethod
    def _keep(profile: str, region: str, records: Sequence[Record]) -> None:
        try:
            keep_region(profile, region, records, datetime.datetime.now(datetime.UTC))
        except NotWritten as problem:
            _log.info("%s", problem)


def kept_images() -> Kept:
    """All that was kept, and when the first of it was asked."""
    # A damaged file is set aside and says so in its name; the account can be asked again.
    found = list(kept(lambda notice: _log.info("%s", notice.template)))
    if not found:
        return Kept()
    oldest = min(region.when for region in found)
    rows = tuple(row for region in found for row in region.rows)
    return Kept(rows, clock(oldest, datetime.datetime.now(datetime.UTC)), oldest)
