"""The accounts that the window asks, from one question to the next."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from typing import TypeVar, cast

from wizard.app.worker_messages import (
    AskCatalog,
    AskImages,
    AskPublished,
    AskUsage,
    Published,
    WorkerQuestion,
)
from wizard.aws import images
from wizard.aws.accounts import Accounts
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.catalog_refresh import Answers, ask_catalog
from wizard.aws.identity import ask_identity
from wizard.aws.published_image import ask_published
from wizard.aws.retries import PATIENT, RetryPolicy
from wizard.aws.usage import ask_usages
from wizard.gui.aws_service import AskCode
from wizard.model.account.listing_events import Answered, Event, Identified, Trouble
from wizard.model.account.problem import Unanswered
from wizard.model.account.usage import UsageEvent

_Event = TypeVar("_Event")
_ONCE = RetryPolicy(attempts=1, throttled_attempts=1)


class Sessions:
    """patience: with AWS; None for the usual one."""

    def __init__(self, patience: RetryPolicy | None = None) -> None:
        self._patience = patience or PATIENT
        self._accounts = Accounts()

    def answer(self, question: WorkerQuestion, cancel: Cancel, ask_code: AskCode) -> Iterator[object]:
        """What happens while a question is asked; of a catalogue, its Answers come last, if they are whole."""
        match question:
            case AskImages():
                asking = self._images_and_identities(question, cancel)
                yield from self._told(asking, cancel, ask_code)
            case AskUsage():
                yield from self._told(self._usage(question, cancel), cancel, ask_code)
            case AskCatalog():
                answers = Answers()
                account = self._accounts.get(question.profile)
                catalog = ask_catalog(account, None, answers, cancel, self._patience)
                yield from self._told(catalog, cancel, ask_code)
                # Half an answer would take types away that the other half has.
                if answers.offerings and not cancel.asked:
                    yield answers
            case AskPublished():
                yield from self._told(self._published(question, cancel), cancel, ask_code)

    def _images_and_identities(self, question: AskImages, cancel: Cancel) -> Iterator[Event]:
        """The images; then, of each profile that answered, where it leads, which its files need not say."""
        answered: set[str] = set()
        with closing(cast("Generator[Event, None, None]", self._images(question, cancel))) as events:
            for event in events:
                if isinstance(event, Answered):
                    answered.add(event.profile)
                yield event
        for profile in sorted(answered):
            # The images are there: who does not say whose they are is not asked for long.
            with suppress(Unanswered, Cancelled):
                found = ask_identity(self._accounts.get(profile), cancel, _ONCE)
                yield Identified(profile, found.account_id, found.role)

    def _images(self, question: AskImages, cancel: Cancel) -> Iterator[Event]:
        each = [
            images.AccountRequest(self._accounts.get(request.profile), request.regions, request.owners)
            for request in question.requests
        ]
        return images.ask_each(each, cancel, self._patience)

    def _usage(self, question: AskUsage, cancel: Cancel) -> Iterator[UsageEvent]:
        each = [(self._accounts.get(profile), regions) for profile, regions in question.images.items()]
        return ask_usages(each, cancel, self._patience)

    def _published(self, question: AskPublished, cancel: Cancel) -> Iterator[Published | Trouble]:
        account = self._accounts.get(question.profile)
        try:
            yield Published(ask_published(account, question.region, question.wanted, cancel, self._patience))
        except Unanswered as unanswered:
            yield Trouble(question.profile, question.region, unanswered.problem)

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
