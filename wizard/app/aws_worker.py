"""A process beside the window's that asks AWS: one question at a time, in plain blocking code.

To cancel a question is to end its process. What botocore and a network do meanwhile need not be
known for that, and parsing replies does not keep the window waiting: two processes do not take turns.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from multiprocessing import parent_process
from typing import TYPE_CHECKING

from wizard.app.price_questions import ask_account, read_file
from wizard.app.windows_job import end_with_this_process
from wizard.app.worker_messages import (
    AskCatalog,
    AskImages,
    AskMachines,
    AskPrices,
    AskPublished,
    AskUsage,
    CodeWanted,
    Ended,
    Published,
    ReadPrices,
    RoleAssumed,
    WorkerQuestion,
)
from wizard.aws.account import Account, load_sdk
from wizard.aws.catalog_refresh import ask_catalog
from wizard.aws.faults.scrub import scrub
from wizard.aws.identity import ask_identity
from wizard.aws.images import AccountRequest, ask_images
from wizard.aws.machines import ask_machines
from wizard.aws.profiles import profiles_named
from wizard.aws.published_image import ask_published
from wizard.aws.usage import ask_usage
from wizard.model.account.listing_events import Answered, Event, Identified, Trouble
from wizard.model.account.problem import Unanswered

if TYPE_CHECKING:
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

KnownRoles = Mapping[str, Mapping[str, object]]
"""Profile -> botocore's name of a role -> the session that a code led to."""

AccountOf = Callable[[str], Account]
"""By the profile's name; empty for that of the environment."""

Tell = Callable[[object], None]


def serve(connection: Connection) -> None:
    """Be the process: answer questions until the window's process has gone, however that came."""
    if sys.platform == "win32":
        end_with_this_process()
    else:
        # A group of its own: what it starts ends with it, and Ctrl+C in a terminal is for the window.
        os.setsid()
    threading.Thread(target=_end_with_the_window, daemon=True).start()
    load_sdk()
    Worker(connection).run()


def _end_with_the_window() -> None:
    window = parent_process()
    if window is not None:
        window.join()
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


class Worker:
    """The side of the pipe that asks AWS."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending, self._asking = threading.Lock(), threading.Lock()

    def run(self) -> None:
        """Answer one question after the other, until the other side has gone."""
        with suppress(EOFError, OSError):
            while True:
                question, role_sessions = self._connection.recv()
                self._send(Ended(self._answer(question, role_sessions)))

    def _answer(self, question: WorkerQuestion, role_sessions: KnownRoles) -> str | None:
        """None, or the words of an unexpected error."""

        @cache
        def account(name: str) -> Account:
            (profile,) = profiles_named([name])
            known = _Roles(role_sessions.get(name, {}), partial(self._keep, name))
            return Account(profile, partial(self._ask_code, known), known)

        try:
            answer(question, account, self._send)
        except Exception as error:  # noqa: BLE001  # told to the window, which shows it as it shows its own
            stack = "".join(traceback.format_tb(error.__traceback__))
            return f"{stack}{type(error).__name__}: {scrub(str(error))}"
        return None

    def _ask_code(self, roles: _Roles, device: str) -> str | None:
        roles.wanted_a_code = True
        with self._asking:
            self._send(CodeWanted(device))
            code: str | None = self._connection.recv()
        return code

    def _keep(self, profile: str, role: str, session: object) -> None:
        self._send(RoleAssumed(profile, role, session))

    def _send(self, event: object) -> None:
        with self._sending:
            self._connection.send(event)


class _Roles(dict[str, object]):
    """The sessions of one profile's roles. One that cost a person a code is kept for the next question."""

    def __init__(self, known: Mapping[str, object], keep: Callable[[str, object], None]) -> None:
        super().__init__(known)
        self._keep = keep
        self.wanted_a_code = False

    def __setitem__(self, role: str, session: object) -> None:
        super().__setitem__(role, session)
        if self.wanted_a_code:
            self._keep(role, session)


def answer(question: WorkerQuestion, account: AccountOf, tell: Tell) -> None:
    """Ask until all is said. Of a catalogue, its Answers are told last, if there are any."""
    match question:
        case AskImages():
            _images_and_identities(question, account, tell)
        case AskUsage():
            ask_usage([(account(profile), images) for profile, images in question.images.items()], tell)
        case AskCatalog():
            answers = ask_catalog(account(question.profile), None, tell)
            if answers.offerings:
                tell(answers)
        case AskPrices():
            ask_account(question, account(question.profile), tell)
        case ReadPrices():
            read_file(question, tell)
        case AskMachines():
            ask_machines(account(question.profile), question.regions, tell)
        case AskPublished():
            try:
                tell(Published(ask_published(account(question.profile), question.region, question.wanted)))
            except Unanswered as unanswered:
                tell(Trouble(question.profile, question.region, unanswered.problem))


def _images_and_identities(question: AskImages, account: AccountOf, tell: Tell) -> None:
    """The images; then, of each profile that answered, where it leads, which its files need not say."""
    answered: set[str] = set()

    def told(event: Event) -> None:
        if isinstance(event, Answered):
            answered.add(event.profile)
        tell(event)

    requests = [
        AccountRequest(account(request.profile), request.regions, request.owners)
        for request in question.requests
    ]
    ask_images(requests, told)
    for profile in sorted(answered):
        # The images are there: nobody needs to hear that whose they are is not said.
        with suppress(Unanswered):
            found = ask_identity(account(profile))
            tell(Identified(profile, found.account_id, found.role))
