"""Asking an account for today's instance types, and what has come of it so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.aws_service import AwsService, CatalogEvent, Refreshed
from wizard.gui.dialogs.aws_task_runner import AwsTaskRunner
from wizard.model.account.listing_progress import ListingProgress, RegionState
from wizard.model.message import Message

_LOOK_EVERY_MS = 1500


class RefreshController(QObject):
    """moved: more is known. ended: None, or the exception that ended it. logins_changed: somebody
    logged in or edited a profile; what waited for that is asked again by itself.

    done: what came of it; None as long as nothing has. A code is asked for over `window`.
    """

    moved = Signal()
    ended = Signal(object)
    logins_changed = Signal()

    def __init__(self, cloud: AwsService, window: QWidget) -> None:
        super().__init__(window)
        self._cloud = cloud
        self._progress = ListingProgress()
        self._profile: str | None = None
        self._stopped = False
        self._stamp = cloud.stamp()
        self.done: Refreshed | None = None
        self._background = AwsTaskRunner(window)
        self._background.told.connect(self._take)
        self._background.ended.connect(self.ended)
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    @property
    def running(self) -> bool:
        """Whether an account is being asked."""
        return self._background.running

    @property
    def regions(self) -> Sequence[RegionState]:
        """Each Region that is asked."""
        return [state for state in self._progress.states if state.region]

    @property
    def troubles(self) -> Sequence[RegionState]:
        """What was not asked to the end."""
        return self._progress.troubles

    @property
    def settled(self) -> int:
        """How many Regions will say no more."""
        return sum(state.answered or state.problem is not None for state in self.regions)

    @property
    def progress(self) -> Message:
        """How far it has come, or how it ended."""
        regions = len(self.regions)
        if self.running:
            if not regions:
                return Message("Asking which Regions there are…")
            if self.settled == regions:
                return Message("Asking what the types are like…")
            values = {"answered": self.settled, "regions": regions}
            return Message("{answered} of {regions} Regions answered", values)
        if self.done is not None:
            count = self.done.regions
            return Message(
                "Refreshed from {count} Region. This counts from the next start of the program on.",
                {"count": count},
                "Refreshed from {count} Regions. This counts from the next start of the program on.",
                count,
            )
        if self._stopped:
            return Message("Cancelled. The catalogue stays as it is.")
        return Message("Nothing was refreshed. The catalogue stays as it is.")

    def start(self, profile: str) -> None:
        """Ask the account of this profile."""
        self._progress, self._profile, self._stopped, self.done = ListingProgress(), profile, False, None
        self._background.start(self._cloud.refresh_catalog(profile, self._background.ask_code))
        self.moved.emit()

    def cancel(self) -> None:
        """Ask no more; the catalogue stays as it is."""
        self._stopped = True
        self._background.cancel()

    def leave(self) -> None:
        """Nobody listens any more."""
        self._looking.stop()
        self._background.abandon()

    def look(self) -> None:
        """See whether somebody has logged in or edited a profile."""
        stamp = self._cloud.stamp()
        if stamp == self._stamp or self.running:
            return
        self._stamp = stamp
        self.logins_changed.emit()
        waits = any(state.problem and state.problem.kind.of_login for state in self.troubles)
        if self._profile is not None and self.done is None and waits:
            self.start(self._profile)

    def _take(self, events: Sequence[CatalogEvent]) -> None:
        for event in events:
            if isinstance(event, Refreshed):
                self.done = event
            else:
                self._progress.take(event)
        self.moved.emit()
