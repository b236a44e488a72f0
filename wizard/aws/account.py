"""One profile, ready to ask: the only door through which clients come."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from wizard import __version__
from wizard.aws.cancel import current_cancel
from wizard.aws.operations import Part, guard_client, guard_session
from wizard.aws.profiles import Profile

AskCode = Callable[[str], str | None]
"""Asks the person for the code of an MFA device, by the device's ARN; None if they do not give it."""

_CONNECT_SECONDS = 10
_READ_SECONDS = 60
# At DEBUG these write requests with their headers, tokens included. Their warnings are about what
# is told to the person as a problem anyway.
TALKATIVE = ("botocore", "boto3", "urllib3")


class NoCode(Exception):
    """The person was asked for an MFA code and gave none."""


class Account:
    """A profile's session and clients. Can be used from several threads.

    ask_code: None where nobody can be asked; a role that wants a code is then a problem. It is
    called in the thread that asks AWS, and should return None once that thread's token is cancelled.
    unfinished: a code was asked for and has led to no session; botocore takes none a second time.
    """

    def __init__(self, profile: Profile, ask_code: AskCode | None = None) -> None:
        self.profile = profile
        self._ask_code = ask_code
        self._lock = threading.RLock()
        self._session: Any = None
        self.unfinished = False

    def client(self, part: Part, service: str, region: str) -> Any:
        """A boto3 client that asks what its part may ask, and nothing else, once.

        Raises what botocore raises for a broken config; `faults.problem_of` explains it.
        """
        from botocore.config import Config

        with self._lock:
            session = self._open(region)
            config = Config(
                connect_timeout=_CONNECT_SECONDS,
                read_timeout=_READ_SECONDS,
                user_agent_extra=f"ami-wizard/{__version__}",
                # Trying again is `calls`'s task: botocore's way of waiting cannot be interrupted.
                retries={"mode": "standard", "total_max_attempts": 1},
                parameter_validation=False,
            )
            client = session.client(service, region_name=region, config=config)
        guard_client(client.meta.events, part)
        return client

    def forget(self) -> None:
        """Begin anew with the next client: read the files again, sign in again."""
        with self._lock:
            self._session = None
            self.unfinished = False

    def _open(self, region: str) -> Any:
        if self._session is None:
            self._session = self._new_session(region)
        return self._session

    def _new_session(self, region: str) -> Any:
        for name in TALKATIVE:
            logger = logging.getLogger(name)
            logger.setLevel(max(logger.getEffectiveLevel(), logging.ERROR))
        import boto3
        import botocore.session
        from botocore.config import Config

        from wizard.aws.interruptible_sockets import watch_clients

        core = botocore.session.Session(profile=self.profile.name or None)
        if core.get_config_variable("region") is None:
            # Signing in for a role asks a Region, too, and a profile need not name one.
            core.set_config_variable("region", region)
        guard_session(core.get_component("event_emitter"))
        watch_clients(core.get_component("event_emitter"))
        core.register("before-send", _check_cancel)
        core.register("after-call.sts.AssumeRole", self._note_session)
        core.set_default_client_config(
            Config(
                connect_timeout=_CONNECT_SECONDS,
                read_timeout=_READ_SECONDS,
                retries={"total_max_attempts": 1},
            )
        )
        self._prepare_sign_in(core.get_component("credential_provider"))
        return boto3.Session(botocore_session=core)

    def _prepare_sign_in(self, resolver: Any) -> None:
        """No waiting for an instance's metadata on a desktop, no asking on a terminal."""
        from botocore.credentials import ProcessProvider

        from wizard.aws.credential_process import Program

        resolver.remove("iam-role")
        roles = resolver.get_provider("assume-role")
        builder = roles._profile_provider_builder  # noqa: SLF001  # botocore has no setting for these three
        roles._prompter = self._prompter()  # noqa: SLF001  # botocore has no public way in
        resolver.get_provider("custom-process")._popen = Program  # noqa: SLF001  # botocore has no public way in
        load_config = roles._load_config  # noqa: SLF001  # botocore has no public way in

        def process_provider(profile_name: str) -> Any:
            return ProcessProvider(profile_name=profile_name, load_config=load_config, popen=Program)

        builder._create_process_provider = process_provider  # noqa: SLF001  # botocore has no public way in

    def _prompter(self) -> Callable[[str], str]:
        """Asks for the code of each device once, however many threads need it."""
        asked: set[str] = set()

        def code_for(prompt: str) -> str:
            # botocore asks "Enter MFA code for ARN: ".
            device = prompt.removeprefix("Enter MFA code for ").rstrip(": ")
            current_cancel().check()
            self.unfinished = True
            code = None if device in asked or self._ask_code is None else self._ask_code(device)
            asked.add(device)
            current_cancel().check()
            if not code:
                raise NoCode(device)
            return code.strip()

        return code_for

    def _note_session(self, http_response: Any, **_rest: object) -> None:
        if http_response.status_code < 300:
            self.unfinished = False


def load_sdk() -> None:
    """Import boto3 now; else the first client does, and half a second is waited for then."""
    import boto3  # noqa: F401  # only to have it loaded


def _check_cancel(**_rest: object) -> None:
    current_cancel().check()
