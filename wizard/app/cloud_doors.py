"""What the window asks of AWS and of what was kept, as the callables of `Cloud`.

Opening the program imports none of this; boto3 is imported with the first question to an account.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from wizard.app.catalog_in_use import CatalogInUse
from wizard.app.files import reading
from wizard.gui.cloud import (
    AskCode,
    CatalogEvent,
    Cloud,
    Login,
    Refreshed,
    Request,
    Task,
)
from wizard.model.asking import Event, Trouble
from wizard.model.image_row import ImageRow, Record, RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.app.kept_images import KeptImages
    from wizard.aws.accounts import Accounts
    from wizard.aws.calls import Patience
    from wizard.aws.cancel import Cancel
    from wizard.model.saved_reply import SavedReply
    from wizard.model.usage import UsageEvent

_Event = TypeVar("_Event")


class CloudDoors:
    """Asks AWS and reads what was kept, with every problem said for a person.

    folder: the program's resources. patience: with AWS; None for the usual one.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        folder: Path,
        translations: Translations,
        preference: Callable[[str], object],
        remember: Callable[[str, object], None],
        patience: Patience | None = None,
    ) -> None:
        self._catalog = CatalogInUse(knowledge, folder / "catalog" / "instance_types.json", translations)
        self._translations = translations
        self._preference = preference
        self._remember = remember
        self._given_patience = patience
        self._reply: SavedReply | None = None

    @cached_property
    def _accounts(self) -> Accounts:
        from wizard.aws.accounts import Accounts

        return Accounts()

    @cached_property
    def _images(self) -> KeptImages:
        from wizard.app.kept_images import KeptImages

        return KeptImages(self._keeping, self._translations)

    @cached_property
    def _patience(self) -> Patience:
        from wizard.aws.calls import PATIENT

        return self._given_patience or PATIENT

    def cloud(self) -> Cloud:
        catalog = self._catalog
        return Cloud(
            logins=self._logins,
            stamp=self._stamp,
            regions=self._regions,
            ask_images=self._ask_images,
            ask_usage=self._ask_usage,
            sample=self._sample,
            saved=self._saved,
            record=self._record,
            kept=self._images.found,
            forget=self._images.forget,
            keeping=self._keeping,
            keep=lambda on: self._remember("keep_images", on),
            policy=self._policy,
            catalog_age=catalog.age,
            refresh_catalog=self._refresh_catalog,
            reset_catalog=catalog.reset,
        )

    @staticmethod
    def _logins() -> Sequence[Login]:
        from wizard.app.known_logins import known_logins

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
        from wizard.aws.cancel import Cancel
        from wizard.aws.images import Question, ask_each

        cancel = Cancel()

        def run() -> Iterator[Event]:
            questions = [
                Question(self._accounts.get(request.profile), request.regions, request.owners)
                for request in requests
            ]
            events = self._told(ask_each(questions, cancel, self._patience), cancel, ask_code)
            # Others' images are no one's to keep: they are many, and AWS has them tomorrow.
            own = all(request.owners == ("self",) for request in requests)
            yield from self._images.watch(events) if own else events

        return Task(run, cancel.cancel)

    def _ask_usage(
        self, images: Mapping[str, Mapping[str, Sequence[str]]], ask_code: AskCode
    ) -> Task[UsageEvent]:
        from wizard.aws.cancel import Cancel
        from wizard.aws.usage import ask_usages

        cancel = Cancel()

        def run() -> Iterator[UsageEvent]:
            questions = [(self._accounts.get(profile), regions) for profile, regions in images.items()]
            yield from self._told(ask_usages(questions, cancel, self._patience), cancel, ask_code)

        return Task(run, cancel.cancel)

    def _told(self, events: Iterator[_Event], cancel: Cancel, ask_code: AskCode) -> Iterator[_Event]:
        """The events; a profile that had trouble with its login signs in anew the next time."""
        refused: set[str] = set()
        # Closing it ends its threads.
        generator = cast("Generator[_Event, None, None]", events)
        try:
            with self._accounts.asking(cancel, ask_code), closing(generator):
                for event in generator:
                    if isinstance(event, Trouble) and event.problem.kind.of_login:
                        refused.add(event.profile)
                    yield event
        finally:
            for name in refused:
                self._accounts.forget(name)

    def _sample(self) -> Sequence[ImageRow]:
        from wizard.store.sample import load_sample

        with reading(Path("account.json"), self._translations.gettext("Install again."), self._translations):
            return load_sample()

    def _saved(self, path: Path) -> Sequence[ImageRow]:
        from wizard.model.describe_images import ImageError
        from wizard.model.saved_reply import SavedReply
        from wizard.store.text_file import read_text

        hint = self._translations.gettext(
            "Save the reply of “aws ec2 describe-images” to a file and open that."
        )
        with reading(path, hint, self._translations):
            reply = SavedReply(read_text(path))
            rows = list(reply.rows(path.name, "", RowReader(keep=False)))
            if not rows:
                raise ImageError(f"{path.name}: Images: the list is empty; expected at least one image")
        self._reply = reply
        return rows

    def _record(self, row: ImageRow) -> Record | None:
        if row.record is not None or self._reply is None:
            return row.record
        return self._reply.record(row)

    def _keeping(self) -> bool:
        return bool(self._preference("keep_images"))

    @staticmethod
    def _policy(part: str) -> str:
        from wizard.aws.operations import Part, policy

        return json.dumps(policy(Part(part) if part else None), indent=2)

    def _refresh_catalog(self, profile: str, ask_code: AskCode) -> Task[CatalogEvent]:
        from wizard.aws.cancel import Cancel
        from wizard.aws.catalog_refresh import Answers, ask_catalog

        cancel = Cancel()

        def run() -> Iterator[CatalogEvent]:
            answers = Answers()
            asking = ask_catalog(self._accounts.get(profile), None, answers, cancel, self._patience)
            yield from self._told(asking, cancel, ask_code)
            # Half an answer would take types away that the other half has.
            if answers.offerings and not cancel.asked:
                yield Refreshed(self._catalog.renew(answers), len(answers.offerings))

        return Task(run, cancel.cancel)
