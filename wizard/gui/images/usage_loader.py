"""Asks what uses images, and tells the images."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from wizard.gui.aws_service import AskCode, AwsService
from wizard.gui.task_runner import TaskRunner
from wizard.model.account.listing_events import Trouble
from wizard.model.account.usage import UsageEvent, UsageFound, Use
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.knowledge import Knowledge


class UsageLoader(QObject):
    """began: somebody asked. found: these images say something else than before. ended: the exception
    that ended it, or None.

    troubles: what could not be asked the last time; what was found all the same is told.
    """

    began = Signal()
    found = Signal(list)
    ended = Signal(object)

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        cloud: AwsService,
        ask_code: AskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self._cloud = cloud
        self._ask_code = ask_code
        self._asked: tuple[JudgedImage, ...] = ()
        self._cut_short = False
        self._found = UsageFound()
        self.troubles: list[Trouble] = []
        self._background = TaskRunner(self)
        self._background.told.connect(self._take)
        self._background.ended.connect(self._end)

    @property
    def has_found(self) -> bool:
        """Whether anything has come of asking, for whatever images."""
        return bool(self._asked) and not self.asking

    @property
    def asking(self) -> bool:
        """Whether AWS is being asked."""
        return self._background.running

    def is_asking(self, image: JudgedImage) -> bool:
        """Whether this one is among those that are asked about."""
        return self.asking and image in self._asked

    @property
    def unresolved(self) -> Sequence[Use]:
        """What names a parameter in the place of an image: it may use any of them."""
        return self._found.unresolved

    def ask(self, images: Sequence[JudgedImage]) -> None:
        """Ask about these, in place of what is being asked."""
        wanted = self._begin(images)
        self._background.start(self._cloud.ask_usage(wanted, self._ask_code))
        self.began.emit()

    def show(self, images: Sequence[JudgedImage], events: Sequence[UsageEvent]) -> None:
        """Have this known of these images, in place of all that was, without asking anybody."""
        self.leave()
        self._found = UsageFound()
        self._begin(images)
        self._take(events)
        self._end(None)

    def ask_again(self) -> None:
        """Ask once more about those images where there was trouble, and go on with what is being asked."""
        self.ask([image for image in self._asked if self.asking or _place(image) in self._failed])

    def cancel(self) -> None:
        """Ask no further; what was found stays."""
        self._cut_short = True
        self._background.cancel()

    def leave(self) -> None:
        """Ask no further, and tell nobody."""
        self._background.abandon()

    @property
    def _failed(self) -> set[tuple[str, str]]:
        return {(trouble.profile, trouble.region) for trouble in self.troubles}

    def _begin(self, images: Sequence[JudgedImage]) -> dict[str, dict[str, list[str]]]:
        wanted: dict[str, dict[str, list[str]]] = {}
        for image in images:
            row = image.row
            wanted.setdefault(row.profile, {}).setdefault(row.region, []).append(row.image_id)
        for profile, regions in wanted.items():
            self._found.begin(profile, regions)
        self._asked, self.troubles, self._cut_short = tuple(images), [], False
        return wanted

    def _take(self, events: Sequence[UsageEvent]) -> None:
        for event in events:
            self._found.take(event)
            if isinstance(event, Trouble):
                self.troubles.append(event)

    def _end(self, error: object) -> None:
        failed = self._failed
        whole = error is None and not self._cut_short
        told = []
        for image in self._asked:
            uses = self._found.of(image.row)
            # Where a part of the question was not answered, finding nothing proves nothing.
            if uses or (uses is not None and whole and _place(image) not in failed):
                image.use(uses, self._knowledge().prices)
                told.append(image)
        self.found.emit(told)
        self.ended.emit(error)


def _place(image: JudgedImage) -> tuple[str, str]:
    return image.row.profile, image.row.region
