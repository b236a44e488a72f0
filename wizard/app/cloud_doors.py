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

from wizard.app.files import reading, writing
from wizard.gui.cloud import (
    AskCode,
    CatalogAge,
    CatalogEvent,
    Cloud,
    Kept,
    Login,
    Refreshed,
    Request,
    Task,
)
from wizard.gui.problem import Problem
from wizard.model.asking import Event, Trouble
from wizard.model.image_row import ImageRow, RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.aws.accounts import Accounts
    from wizard.aws.calls import Patience
    from wizard.aws.cancel import Cancel
    from wizard.aws.catalog_refresh import Answers
    from wizard.model.catalog_change import CatalogChange
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
        self._knowledge = knowledge
        self._built_in = folder / "catalog" / "instance_types.json"
        self._translations = translations
        self._preference = preference
        self._remember = remember
        self._given_patience = patience

    @cached_property
    def _accounts(self) -> Accounts:
        from wizard.aws.accounts import Accounts

        return Accounts()

    @cached_property
    def _patience(self) -> Patience:
        from wizard.aws.calls import PATIENT

        return self._given_patience or PATIENT

    def cloud(self) -> Cloud:
        return Cloud(
            logins=self._logins,
            stamp=self._stamp,
            regions=self._regions,
            ask_images=self._ask_images,
            ask_usage=self._ask_usage,
            sample=self._sample,
            saved=self._saved,
            record=lambda row: row.record,
            kept=Kept,
            forget=lambda: 0,
            keeping=lambda: False,
            keep=lambda _: None,
            policy=self._policy,
            catalog_age=self._catalog_age,
            refresh_catalog=self._refresh_catalog,
            reset_catalog=self._reset_catalog,
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
            yield from self._told(ask_each(questions, cancel, self._patience), cancel, ask_code)

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
        from wizard.model.describe_images import ImageError, records_of
        from wizard.store.text_file import read_text

        hint = self._translations.gettext(
            "Save the reply of “aws ec2 describe-images” to a file and open that."
        )
        with reading(path, hint, self._translations):
            reader = RowReader()
            rows = [
                reader.read(record, "", "", where) for record, where in records_of(read_text(path), path.name)
            ]
            if not rows:
                raise ImageError(f"{path.name}: Images: the list is empty; expected at least one image")
        return rows

    @staticmethod
    def _policy(part: str) -> str:
        from wizard.aws.operations import Part, policy

        return json.dumps(policy(Part(part) if part else None), indent=2)

    def _catalog_age(self) -> CatalogAge:
        from wizard.model.catalog import read_catalog
        from wizard.store.text_file import read_text

        catalog = self._knowledge.catalog
        built_in = read_catalog(read_text(self._built_in), self._built_in.name, verify=False)
        return CatalogAge(
            catalog.provenance.date.isoformat(),
            f"{catalog.provenance.source} {catalog.provenance.version}",
            len(catalog.types),
            len(catalog.regions),
            catalog.provenance != built_in.provenance,
        )

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
                yield Refreshed(self._renewed(answers), len(answers.offerings))

        return Task(run, cancel.cancel)

    def _renewed(self, answers: Answers) -> CatalogChange:
        """Keep what the account said. Raises Problem."""
        from wizard.model.catalog import CatalogError
        from wizard.store.catalog_renewal import renew_catalog
        from wizard.store.text_file import NotRead

        gettext = self._translations.gettext
        hint = gettext("Make room or give yourself the right to write there, and refresh again.")
        try:
            with writing(hint, self._translations):
                return renew_catalog(self._built_in, answers.bring_up_to_date)
        except (CatalogError, NotRead) as error:
            # A field that AWS left out, or a word that this version of the program does not know.
            raise Problem(
                gettext("The account’s answer does not fit the catalogue."),
                gettext("A newer version of the program may know what AWS has added: {problem}").replace(
                    "{problem}", str(error)
                ),
                gettext("Look for a newer version. The catalogue that you have stays as it is."),
                repr(error),
            ) from None

    def _reset_catalog(self) -> bool:
        from wizard.store.catalog_cache import forget_catalog

        hint = self._translations.gettext("Give yourself the right to delete it, and try again.")
        with writing(hint, self._translations):
            return forget_catalog()
