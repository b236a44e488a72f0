"""What the window asks of AWS and of what was kept, as the callables of `AwsService`.

Opening the program imports none of this; botocore is imported by the worker alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.catalog_service import CatalogService
from wizard.app.files import reading, writing
from wizard.app.price_service import PriceService
from wizard.gui.aws_service import (
    AskCode,
    AwsService,
    FoundEvent,
    Kept,
    KnownLogin,
    Request,
    SavedImages,
    Task,
)
from wizard.model.account.listing_events import Event, Rows
from wizard.model.ec2.image import Image
from wizard.model.images.image_row import ImageRow, Record, RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.formats.saved_reply import SavedReply
    from wizard.model.account.machine import MachineEvent
    from wizard.model.account.usage import UsageEvent
    from wizard.model.recommend.recommendation import Recommendation


class WorkerAwsService:
    """Asks AWS and reads what was kept, with every problem said for a person.

    folder: the program's resources. preference, remember: how a setting is read and set. worker: who asks AWS;
    None for the usual processes. Six, because it is here that everything that asks AWS is put together.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        folder: Path,
        translations: Translations,
        preference: Callable[[str], object],
        remember: Callable[[str, object], None],
        worker: AwsWorkerClient | None = None,
    ) -> None:
        built_in = folder / "catalog" / "instance_types.json"
        self._knowledge = knowledge
        self._translations = translations
        self._preference = preference
        self._remember = remember
        self._worker = worker or AwsWorkerClient()
        self._catalog = CatalogService(knowledge, built_in, self._worker, translations)
        self._prices = PriceService(knowledge, self._worker, translations)
        self._reply: SavedReply | None = None

    def cloud(self) -> AwsService:
        """The callables that the window asks AWS by."""
        return AwsService(
            logins=self._logins,
            stamp=self._stamp,
            regions=self._regions,
            ask_images=self._ask_images,
            ask_usage=self._ask_usage,
            list_machines=self._list_machines,
            find_image=self._find_image,
            sample=self._sample,
            sample_uses=self._sample_uses,
            saved=self._saved,
            record=self._record,
            kept=self._kept,
            forget=self._forget,
            keeping=lambda: bool(self._preference("keep_images")),
            keep=lambda wanted: self._remember("keep_images", wanted),
            policy=self._policy,
            catalog_age=self._catalog.age,
            refresh_catalog=self._catalog.refresh,
            reset_catalog=self._catalog.reset,
            prices=self._prices.known,
            refresh_prices=self._prices.refresh,
            fetch_prices=self._prices.fetch,
            read_prices=self._prices.read,
            reset_prices=self._prices.reset,
            close=self._worker.close,
        )

    def _logins(self) -> Sequence[KnownLogin]:
        from wizard.app.known_logins import known_logins

        # Who looks at profiles is about to ask one.
        self._worker.start()
        return known_logins()

    @staticmethod
    def _stamp() -> object:
        from wizard.aws.login import stamp

        return stamp()

    @staticmethod
    def _regions() -> Mapping[str, str]:
        from wizard.aws.regions import titles

        return titles()

    def _ask_images(self, requests: Sequence[Request], ask_code: AskCode) -> Task[Event]:
        from wizard.app.image_keeper import ImageKeeper
        from wizard.app.worker_messages import AskImages

        task = self._worker.task(AskImages(tuple(requests)), ask_code)
        keeper = ImageKeeper(requests, lambda: bool(self._preference("keep_images")))
        kinds: dict[Image, Image] = {}

        def run() -> Iterator[Event]:
            for event in task.run():
                for row in event.images if isinstance(event, Rows) else ():
                    # In the pipe each page has kinds of its own; those of one kind are judged once.
                    row.kind = kinds.setdefault(row.kind, row.kind)
                keeper.take(event)
                yield event

        return Task(run, task.cancel)

    def _ask_usage(
        self, images: Mapping[str, Mapping[str, Sequence[str]]], ask_code: AskCode
    ) -> Task[UsageEvent]:
        from wizard.app.worker_messages import AskUsage

        return self._worker.task(AskUsage(images), ask_code)

    def _list_machines(
        self, profile: str, regions: Sequence[str] | None, ask_code: AskCode
    ) -> Task[MachineEvent]:
        from wizard.app.worker_messages import AskMachines

        named = None if regions is None else tuple(regions)
        return self._worker.task(AskMachines(profile, named), ask_code)

    def _find_image(
        self, profile: str, region: str | None, recommendation: Recommendation, ask_code: AskCode
    ) -> Task[FoundEvent]:
        from wizard.app.published_image import find_image

        return find_image(self._worker, self._knowledge, profile, region, recommendation, ask_code)

    def _sample(self) -> Sequence[ImageRow]:
        from wizard.store.sample import load_sample

        with self._reading_sample():
            return load_sample()

    def _sample_uses(self) -> Sequence[UsageEvent]:
        from wizard.store.sample import load_sample_uses

        with self._reading_sample():
            return load_sample_uses()

    def _reading_sample(self) -> AbstractContextManager[None]:
        return reading(Path("account.json"), self._translations.gettext("Install again."), self._translations)

    def _saved(self, path: Path) -> SavedImages:
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

    def _record(self, row: ImageRow) -> Record | None:
        """A row of the file that was opened last finds its record there."""
        if row.record is None and self._reply is not None:
            return self._reply.record(row)
        return row.record

    @staticmethod
    def _kept() -> Kept:
        from wizard.app.image_keeper import kept_images

        return kept_images()

    def _forget(self) -> int:
        from wizard.store.image_cache import wipe

        with writing(self._translations.gettext("Delete the folder by hand."), self._translations):
            return wipe()

    @staticmethod
    def _policy(part: str) -> str:
        from wizard.aws.operations import Part, policy

        return json.dumps(policy(Part(part) if part else None), indent=2)
