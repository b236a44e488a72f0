"""The images that the window has: asked for, judged, and what became of each Region."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from wizard.gui.aws_service import AskCode, AwsService, Request
from wizard.gui.task_runner import TaskRunner
from wizard.model.account.listing_events import Event, Identified, Rows
from wizard.model.account.listing_progress import ListingProgress, RegionState
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_SHOW_EVERY_MS = 400
_SHOW_FIRST_MS = 40


class Origin(Enum):
    """Where the images came from."""

    NOTHING = auto()
    SAMPLE = auto()
    FILE = auto()
    KEPT = auto()
    ACCOUNT = auto()


class ImageLoader(QObject):
    """Images and Regions as they are now.

    grown: other images than before. moved: a Region began, answered or had trouble. ended: nothing
    is asked any more; the exception that ended it, or None.
    """

    grown = Signal()
    moved = Signal()
    ended = Signal(object)

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        cloud: AwsService,
        ask_code: AskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_knowledge = knowledge
        self._cloud = cloud
        self._ask_code = ask_code
        self._assessor: ImageAssessor | None = None
        self._judged: dict[ImageRow, JudgedImage] = {}
        self._progress = ListingProgress()
        self._requests: dict[str, Request] = {}
        self._since: datetime.datetime | None = None
        self.origin = Origin.NOTHING
        self.images: Sequence[JudgedImage] = ()
        self._background = TaskRunner(self)
        # Each showing costs the more the more there is; a few a second are as good as all of them.
        self._showing = QTimer(self, singleShot=True)
        self._showing.timeout.connect(self._show)
        self._background.told.connect(self._take)
        self._background.ended.connect(self._end)

    @property
    def asking(self) -> bool:
        """Whether AWS is being asked."""
        return self._background.running

    @property
    def states(self) -> Sequence[RegionState]:
        """What became of each Region."""
        return self._progress.states

    @property
    def troubles(self) -> Sequence[RegionState]:
        """The Regions that did not answer, with what was the matter."""
        return self._progress.troubles

    @property
    def identities(self) -> Mapping[str, Identified]:
        """Where profiles lead, as far as AWS said so."""
        return self._progress.identities

    @property
    def unread(self) -> Sequence[Message]:
        """What is wrong with records that could not be read."""
        return self._progress.unread

    @property
    def assessor(self) -> ImageAssessor:
        """The judge of these images, as of today."""
        if self._assessor is None:
            today = datetime.datetime.now(datetime.UTC).date()
            self._assessor = ImageAssessor(self._read_knowledge(), today)
        return self._assessor

    @property
    def knowledge(self) -> Knowledge:
        """What images are judged by."""
        return self._read_knowledge()

    def show(
        self,
        rows: Iterable[ImageRow],
        origin: Origin,
        since: datetime.datetime | None = None,
        unread: Sequence[Message] = (),
        uses: Callable[[Sequence[JudgedImage]], None] = lambda _: None,
    ) -> None:
        """Have these images in place of the last ones, without asking anybody.

        since: when kept images were found. unread: what is wrong with records that could not be read.
        uses: tells the images what uses them, before anybody sees them.
        """
        self._since = since
        self.leave()
        self._progress, self._requests = ListingProgress(), {}
        self._progress.unread += unread
        self.origin = origin
        self._have(list(rows), uses)
        self.moved.emit()

    def ask(self, requests: Sequence[Request]) -> None:
        """Ask for these. What is asked once more, or was kept of it, stays until it answers; all else goes."""
        wanted = {request.profile: request for request in requests}
        once_more = all(wanted.get(profile) == request for profile, request in self._requests.items())
        if self.origin is not Origin.ACCOUNT or not once_more:
            kept = [image.row for image in self.images] if self.origin is Origin.KEPT else []
            self._progress = ListingProgress()
            self._restore(kept, wanted)
            self.origin = Origin.ACCOUNT
            self._have(self._progress.rows)
        self._requests = wanted
        self._background.start(self._cloud.ask_images(tuple(requests), self._ask_code))
        self.moved.emit()

    def ask_again(self) -> None:
        """Ask those Regions, and those profiles, that had trouble, and go on with those that are being asked."""
        if not self.troubles:
            return
        again: dict[str, set[str]] = {}
        for state in self.states:
            if state.problem is not None or (self.asking and not state.answered):
                again.setdefault(state.profile, set()).add(state.region)
        if self.asking:
            # A profile whose Regions nobody knows yet.
            heard_of = {state.profile for state in self.states}
            again |= {profile: {""} for profile in self._requests if profile not in heard_of}
        requests = []
        for profile, regions in again.items():
            request = self._requests.get(profile, Request(profile))
            # Without a Region it was the profile itself that could not be asked.
            named = request.regions if "" in regions else tuple(sorted(regions))
            requests.append(Request(profile, named, request.owners))
        self._background.start(self._cloud.ask_images(requests, self._ask_code))
        self.moved.emit()

    def cancel(self) -> None:
        """Ask no more; what came stays."""
        self._background.cancel()

    def leave(self) -> None:
        """Ask no more, and leave no thread behind."""
        self._background.abandon()
        self._showing.stop()

    def _restore(self, rows: Sequence[ImageRow], wanted: Mapping[str, Request]) -> None:
        """Keep the rows of what is asked now: a login that has ended takes nothing away."""
        places: dict[tuple[str, str], list[ImageRow]] = {}
        for row in rows:
            request = wanted.get(row.profile)
            if request and request.owners == ("self",) and row.region in (request.regions or (row.region,)):
                places.setdefault((row.profile, row.region), []).append(row)
        since = self._since or datetime.datetime.now(datetime.UTC)
        for (profile, region), found in places.items():
            self._progress.restore(profile, region, found, since)

    def _take(self, events: Sequence[Event]) -> None:
        for event in events:
            self._progress.take(event)
            if isinstance(event, Rows):
                # As they come, some at a time: all of them at once would keep a key waiting.
                self._judged.update((row, self._judge(row)) for row in event.images)
        if not self.images and any(isinstance(event, Rows) and event.images for event in events):
            self._show()
        elif not self._showing.isActive():
            self._showing.start(_SHOW_EVERY_MS if self.images else _SHOW_FIRST_MS)

    def _show(self) -> None:
        rows = self._progress.rows
        if len(rows) != len(self.images) or any(
            image.row is not row for image, row in zip(self.images, rows, strict=True)
        ):
            self._have(rows)
        self.moved.emit()

    def _have(
        self, rows: Sequence[ImageRow], uses: Callable[[Sequence[JudgedImage]], None] = lambda _: None
    ) -> None:
        known = self._judged
        self._judged = {row: known.get(row) or self._judge(row) for row in rows}
        self.images = list(self._judged.values())
        uses(self.images)
        self.grown.emit()

    def _judge(self, row: ImageRow) -> JudgedImage:
        return JudgedImage(row, self.assessor.judge(row), self.knowledge.os_catalog)

    def _end(self, error: object) -> None:
        self._showing.stop()
        self._show()
        self.ended.emit(error)
