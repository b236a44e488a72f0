"""The images of an account: asked for, kept, read from a saved reply, or those of the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.files import reading, writing
from wizard.gui.aws_service import AskCode, Kept, Request, SavedImages, Task
from wizard.model.account.listing_events import Event, Rows
from wizard.model.ec2.image import Image
from wizard.model.images.image_row import ImageRow, Record, RowReader
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.formats.saved_reply import SavedReply
    from wizard.model.account.usage import UsageEvent


class ImageService:
    """keeping: whether the person has images kept for the next time."""

    def __init__(
        self, worker: AwsWorkerClient, translations: Translations, keeping: Callable[[], bool]
    ) -> None:
        self._worker = worker
        self._translations = translations
        self._keeping = keeping
        self._reply: SavedReply | None = None

    def ask(self, requests: Sequence[Request], ask_code: AskCode) -> Task[Event]:
        from wizard.app.image_keeper import ImageKeeper
        from wizard.app.worker_messages import AskImages

        task = self._worker.task(AskImages(tuple(requests)), ask_code)
        keeper = ImageKeeper(requests, self._keeping)
        kinds: dict[Image, Image] = {}

        def run() -> Iterator[Event]:
            for event in task.run():
                for row in event.images if isinstance(event, Rows) else ():
                    # In the pipe each page has kinds of its own; those of one kind are judged once.
                    row.kind = kinds.setdefault(row.kind, row.kind)
                keeper.take(event)
                yield event

        return Task(run, task.cancel)

    @staticmethod
    def kept() -> Kept:
        from wizard.app.image_keeper import kept_images

        return kept_images()

    def forget(self) -> int:
        """How many kept Regions were deleted. Raises UserError."""
        from wizard.store.image_cache import wipe

        with writing(self._translations.gettext("Delete the folder by hand."), self._translations):
            return wipe()

    def saved(self, path: Path) -> SavedImages:
        """The images of a saved reply of DescribeImages. Raises UserError."""
        from wizard.formats.saved_reply import SavedReply
        from wizard.model.images.describe_images import ImageError, no_image
        from wizard.store.text_file import read_text

        hint = self._translations.gettext(
            "Save the reply of “aws ec2 describe-images” to a file and open that."
        )
        with reading(path, hint, self._translations):
            reply = SavedReply(read_text(path), path.name)
            rows = list(reply.rows("", RowReader(keep=False)))
            if not rows:
                raise ImageError(reply.odd[0] if reply.odd else no_image(path.name))
        self._reply = reply
        return SavedImages(rows, reply.odd, reply.page)

    def record(self, row: ImageRow) -> Record | None:
        """What DescribeImages said of it; a row of the file that was opened last finds its record there."""
        if row.record is None and self._reply is not None:
            return self._reply.record(row)
        return row.record

    def sample(self) -> Sequence[ImageRow]:
        from wizard.store.sample import load_sample

        with self._reading_sample():
            return load_sample()

    def sample_uses(self) -> Sequence[UsageEvent]:
        from wizard.store.sample import load_sample_uses

        with self._reading_sample():
            return load_sample_uses()

    def _reading_sample(self) -> AbstractContextManager[None]:
        return reading(Path("account.json"), self._translations.gettext("Install again."), self._translations)
