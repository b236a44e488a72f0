"""What accounts said of their images, kept for the next start, and given back."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Iterator

from wizard.app.files import writing
from wizard.gui.cloud import Kept
from wizard.model.asking import Answered, Event, Regions, Rows
from wizard.model.image_row import ImageRow
from wizard.model.message import Message, Translations
from wizard.store.image_cache import keep_region, kept, wipe
from wizard.store.whole_file import NotWritten

_log = logging.getLogger(__name__)


class KeptImages:
    """keeping: whether the person wants it."""

    def __init__(self, keeping: Callable[[], bool], translations: Translations) -> None:
        self._keeping = keeping
        self._translations = translations

    def watch(self, events: Iterator[Event]) -> Iterator[Event]:
        """The same events; each Region of one's own images is kept once it has answered to the end."""
        rows: dict[tuple[str, str], list[ImageRow]] = {}
        for event in events:
            if isinstance(event, Regions):
                rows.update({(event.profile, region): [] for region in event.regions})
            elif isinstance(event, Rows):
                rows.setdefault((event.profile, event.region), []).extend(event.images)
            elif isinstance(event, Answered) and self._keeping():
                self._keep(event.profile, event.region, rows.pop((event.profile, event.region), []))
            yield event

    def found(self) -> Kept:
        """All that was kept."""
        told: list[Message] = []
        regions = list(kept(told.append))
        for notice in told:
            _log.info("%s", notice.render(self._translations))
        if not regions:
            return Kept()
        oldest = min(region.when for region in regions).astimezone()
        return Kept(
            tuple(row for region in regions for row in region.rows), oldest.strftime("%Y-%m-%d %H:%M")
        )

    def forget(self) -> int:
        """Remove it; how many files went. Raises Problem."""
        hint = self._translations.gettext("Give yourself the right to delete it, and try again.")
        with writing(hint, self._translations):
            return wipe()

    @staticmethod
    def _keep(profile: str, region: str, rows: list[ImageRow]) -> None:
        records = [row.record for row in rows if row.record is not None]
        try:
            keep_region(profile, region, records, datetime.datetime.now(datetime.UTC))
        except NotWritten as problem:
            # Nobody asked for it just now: what is not kept is asked for anew next time.
            _log.info("%s", problem)
