"""Asks what uses images, and tells the images."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from wizard.gui.background import Background
from wizard.gui.cloud import AskCode, Cloud
from wizard.model.asking import Trouble
from wizard.model.judged_image import JudgedImage
from wizard.model.usage import UsageEvent, Use, Uses


class UsageInquiry(QObject):
    """found: these images say something else than before. ended: the exception that ended it, or None.

    troubles: what could not be asked the last time; what was found all the same is told.
    """

    found = Signal(list)
    ended = Signal(object)

    def __init__(self, cloud: Cloud, ask_code: AskCode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cloud = cloud
        self._ask_code = ask_code
        self._asked: dict[tuple[str, str], list[JudgedImage]] = {}
        self._uses: dict[JudgedImage, list[Use]] = {}
        self.troubles: list[Trouble] = []
        self._background = Background(self)
        self._background.told.connect(self._take)
        self._background.ended.connect(self._end)

    @property
    def asking(self) -> bool:
        return self._background.running

    def is_asking(self, image: JudgedImage) -> bool:
        """Whether this one is among those that are asked about."""
        return self.asking and image in self._uses

    def ask(self, images: Sequence[JudgedImage]) -> None:
        """Ask about these, in place of what is being asked."""
        wanted: dict[str, dict[str, list[str]]] = {}
        self._asked, self._uses, self.troubles = {}, {}, []
        for image in images:
            row = image.row
            wanted.setdefault(row.profile, {}).setdefault(row.region, []).append(row.image_id)
            self._asked.setdefault((row.region, row.image_id), []).append(image)
            self._uses[image] = []
        self._background.start(self._cloud.ask_usage(wanted, self._ask_code))

    def cancel(self) -> None:
        self._background.cancel()

    def leave(self) -> None:
        self._background.abandon()

    def _take(self, events: Sequence[UsageEvent]) -> None:
        for event in events:
            if isinstance(event, Trouble):
                self.troubles.append(event)
            elif isinstance(event, Uses):
                for use in event.uses:
                    for image in self._asked.get((use.region, use.image_id), ()):
                        self._uses[image].append(use)

    def _end(self, error: object) -> None:
        failed = {(trouble.profile, trouble.region) for trouble in self.troubles}
        told = []
        for image, uses in self._uses.items():
            # Where a part of the question was not answered, finding nothing proves nothing.
            if uses or (error is None and (image.row.profile, image.row.region) not in failed):
                image.uses = tuple(dict.fromkeys(uses))
                told.append(image)
        self._uses = {}
        self.found.emit(told)
        self.ended.emit(error)
