"""How old the catalogue of instance types is, a newer one from an account, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.files import writing
from wizard.gui.aws_service import AskCode, CatalogAge, CatalogEvent, Refreshed, Task
from wizard.gui.user_error import UserError
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

if TYPE_CHECKING:
    from wizard.aws.catalog_refresh import Answers
    from wizard.model.catalog.change import CatalogChange


class CatalogService:
    """built_in: the file that ships with the program."""

    def __init__(
        self, knowledge: Knowledge, built_in: Path, worker: AwsWorkerClient, translations: Translations
    ) -> None:
        self._knowledge = knowledge
        self._built_in = built_in
        self._worker = worker
        self._translations = translations

    def age(self) -> CatalogAge:
        from wizard.model.catalog.catalog import read_catalog
        from wizard.store.text_file import read_text

        catalog = self._knowledge.catalog
        built_in = read_catalog(read_text(self._built_in), self._built_in.name, verify=False)
        return CatalogAge(
            catalog.provenance.date,
            catalog.provenance.source,
            catalog.provenance.version,
            len(catalog.types),
            len(catalog.regions),
            catalog.provenance != built_in.provenance,
        )

    def refresh(self, profile: str, ask_code: AskCode) -> Task[CatalogEvent]:
        from wizard.app.worker_messages import AskCatalog
        from wizard.aws.catalog_refresh import Answers

        task = self._worker.task(AskCatalog(profile), ask_code)

        def run() -> Iterator[CatalogEvent]:
            for event in task.run():
                if isinstance(event, Answers):
                    yield Refreshed(self._renewed(event), len(event.offerings))
                else:
                    yield event

        return Task(run, task.cancel)

    def _renewed(self, answers: Answers) -> CatalogChange:
        """Keep what the account said. Raises Problem."""
        from wizard.model.catalog.catalog import CatalogError
        from wizard.store.catalog_renewal import renew_catalog
        from wizard.store.text_file import NotRead

        gettext = self._translations.gettext
        hint = gettext("Make room or give yourself the right to write there, and refresh again.")
        try:
            with writing(hint, self._translations):
                return renew_catalog(self._built_in, answers.bring_up_to_date)
        except (CatalogError, NotRead) as error:
            # A field that AWS left out, or a word that this version of the program does not know.
            raise UserError(
                gettext("The account’s answer does not fit the catalogue."),
                gettext("A newer version of the program may know what AWS has added: {problem}").replace(
                    "{problem}", str(error)
                ),
                gettext("Look for a newer version. The catalogue that you have stays as it is."),
                repr(error),
            ) from None

    def reset(self) -> bool:
        """Back to the catalogue that ships with the program. Raises UserError where the kept one cannot be removed."""
        from wizard.store.catalog_cache import forget_catalog

        hint = self._translations.gettext("Give yourself the right to delete it, and try again.")
        with writing(hint, self._translations):
            return forget_catalog()
