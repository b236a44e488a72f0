"""The accounts that the window asks, from one question to the next."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import TypeVar, cast

from wizard.app.question import AskCatalog, AskImages, AskUsage, Question
from wizard.aws import images
from wizard.aws.accounts import Accounts
from wizard.aws.calls import PATIENT, Patience
from wizard.aws.cancel import Cancel
from wizard.aws.catalog_refresh import Answers, ask_catalog
from wizard.aws.usage import ask_usages
from wizard.gui.cloud import AskCode
from wizard.model.asking import Event, Trouble
from wizard.model.usage import UsageEvent

_Event = TypeVar("_Event")


class Sessions:
    """patience: with AWS; None for the usual one."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or PATIENT
        self._accounts = Accounts()

    def answer(self, question: Question, cancel: Cancel, ask_code: AskCode) -> Iterator[object]:
        """What happens while a question is asked; of a catalogue, its Answers come last, if they are whole."""
        match question:
            case AskImages():
                yield from self._told(self._images(question, cancel), cancel, ask_code)
            case AskUsage():
                yield from self._told(self._usage(question, cancel), cancel, ask_code)
            case AskCatalog():
                answers = Answers()
                account = self._accounts.get(question.profile)
                asking = ask_catalog(account, None, answers, cancel, self._patience)
                yield from self._told(asking, cancel, ask_code)
                # Half an answer would take types away that the other half has.
                if answers.offerings and not cancel.asked:
                    yield answers

    def _images(self, question: AskImages, cancel: Cancel) -> Iterator[Event]:
        each = [
            images.Question(self._accounts.get(request.profile), request.regions, request.owners)
            for request in question.requests
        ]
        return images.ask_each(each, cancel, self._patience)

    def _usage(self, question: AskUsage, cancel: Cancel) -> Iterator[UsageEvent]:
        each = [(self._accounts.get(profile), regions) for profile, regions in question.images.items()]
        return ask_usages(each, cancel, self._patience)

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
