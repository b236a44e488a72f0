"""What is known of prices, newer ones from an account or a file, and the way back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.files import writing
from wizard.app.worker_messages import AskPrices, FoundPrices, PricesFailed, ReadPrices, WorkerQuestion
from wizard.gui.aws_service import AskCode, KnownPrices, PriceEvent, PricesKept, PriceTrouble, Task
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.prices.billing import mattering
from wizard.model.prices.price import Prices
from wizard.model.prices.said import NOT_IN_IT, cut_said, list_said, old_said, spot_list_said


class PriceService:
    """knowledge: what it says of prices is read anew once there are other ones."""

    def __init__(self, knowledge: Knowledge, worker: AwsWorkerClient, translations: Translations) -> None:
        self._knowledge = knowledge
        self._worker = worker
        self._translations = translations

    def known(self) -> KnownPrices:
        """All lists, each in a line, and those that are too old."""
        prices = self._knowledge.prices
        today = datetime.datetime.now(datetime.UTC).date()
        lists = [each for _, each in sorted(prices.lists.items())]
        old = {each.region: old_said(each) for each in lists if each.is_old(today)}
        return KnownPrices(
            lists=(
                *map(list_said, lists),
                *(spot_list_said(each) for _, each in sorted(prices.spot.items())),
            ),
            regions=len({each.region for each in lists}),
            codes=len({each.operation for each in lists}),
            newest=max((each.as_of for each in lists), default=None),
            notes=(*old.values(), NOT_IN_IT),
        )

    def refresh(self, profile: str, region: str, ask_code: AskCode) -> Task[PriceEvent]:
        """From an account, for the billing codes that matter and those of the images that were kept."""
        from wizard.store.image_cache import kept_codes

        return self._task(AskPrices(profile, region, mattering(kept_codes())), ask_code)

    def fetch(self, region: str) -> Task[PriceEvent]:
        """From AWS's public file, which nobody needs an account for."""
        return self._task(ReadPrices(region), lambda _: None)

    def read(self, path: Path) -> Task[PriceEvent]:
        """From that file, already saved."""
        return self._task(ReadPrices("", str(path)), lambda _: None)

    def _task(self, question: WorkerQuestion, ask_code: AskCode) -> Task[PriceEvent]:
        task = self._worker.task(question, ask_code)
        cancelled = Event()

        def cancel() -> None:
            cancelled.set()
            task.cancel()

        def run() -> Iterator[PriceEvent]:
            found = Prices()
            for event in task.run():
                match event:
                    case FoundPrices():
                        found = found.updated(event.prices)
                        yield from (PriceTrouble(text=problem) for problem in event.problems)
                    case PricesFailed():
                        yield PriceTrouble(problem=event.problem)
                    case _:
                        yield event
            # Whoever cancelled wants the old ones.
            if cancelled.is_set():
                return
            known = self._knowledge.prices
            cut = known.cut(found)
            yield from (PriceTrouble(text=cut_said(each, known.lists[each.key])) for each in cut)
            found = found.without(cut)
            if found.lists or any(each.offers for each in found.spot.values()):
                yield self._keep(found)

        return Task(run, cancel)

    def _keep(self, found: Prices) -> PricesKept:
        """Raises UserError, and then the old ones stay."""
        from wizard.store.price_cache import keep_prices

        hint = self._translations.gettext(
            "Make room or give yourself the right to write there, and try again."
        )
        with writing(hint, self._translations):
            keep_prices(found)
        self._knowledge.forget_prices()
        count = len(found.lists)
        values = {"count": count}
        return PricesKept(
            Message(
                "{count} list of prices is new and counts now.",
                values,
                "{count} lists of prices are new and count now.",
                count,
            )
        )

    def reset(self) -> bool:
        """Back to the prices that ship with the program. Raises UserError where the kept ones cannot be removed."""
        from wizard.store.price_cache import forget_prices

        hint = self._translations.gettext("Give yourself the right to delete it, and try again.")
        with writing(hint, self._translations):
            there_were = forget_prices()
        self._knowledge.forget_prices()
        return there_were
