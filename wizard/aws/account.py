"""One profile, ready to ask: the only way by which questions go."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import closing, contextmanager
from functools import cache
from typing import Any

from wizard import __version__
from wizard.aws.operations import Part, guard_client, guard_session
from wizard.aws.profiles import Profile
from wizard.model.account.problem import Unanswered

AskCode = Callable[[str], str | None]
"""Asks the person for the code of an MFA device, by the device's ARN; None if they do not give it."""

RoleCache = MutableMapping[str, Any]
"""What AssumeRole gave, by botocore's name for the role: temporary credentials, kept in memory only."""

Reply = Mapping[str, Any]

_CONNECT_SECONDS = 10
_READ_SECONDS = 60
# Between them botocore waits up to 1, 2 and 4 s where AWS wants fewer questions, else a twentieth of it.
_RETRIES = {"mode": "standard", "total_max_attempts": 4}
# At DEBUG these write requests with their headers, tokens included. Their warnings are about what
# is told to the person as a problem anyway.
TALKATIVE = ("botocore", "urllib3")


class NoCode(Exception):
    """The person was asked for an MFA code and gave none."""


class Account:
    """A profile and its session, for one question. Can be used from several threads.

    ask_code: None where nobody can be asked; a role that wants a code is then a problem. It is
    called in the thread that asks AWS. roles: roles that were assumed before; those that
    are assumed now are put into it.
    """

    def __init__(
        self,
        profile: Profile,
        ask_code: AskCode | None = None,
        roles: RoleCache | None = None,
    ) -> None:
        self.profile = profile
        self._ask_code = ask_code
        self._roles: RoleCache = {} if roles is None else roles
        self._lock = threading.Lock()
        self._session: Any = None
        self._failure: Exception | None = None

    def ask(self, part: Part, region: str, service: str, operation: str, **parameters: object) -> Reply:
        """The answer to one question, such as describe_images of ec2.

        Raises Unanswered where the profile's files are at fault, NotAllowed, and what botocore
        raises; `problem_of` explains it.
        """
        with self.client(part, region, service) as client:
            reply: Reply = getattr(client, operation)(**parameters)
        return reply

    def pages(
        self, part: Part, region: str, service: str, operation: str, **parameters: object
    ) -> Iterator[Reply]:
        """All pages of an answer, one after the other. Raises as `ask` does."""
        with self.client(part, region, service) as client:
            yield from pages_of(client, operation, **parameters)

    def sign_in(self, region: str) -> None:
        """Get the credentials now, and not with the first question. Raises as `ask` does.

        region: where to sign in if the profile names none. However many threads ask, it happens
        once: whom it fails for, it fails for all of them.
        """
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._session is not None:
                return
            try:
                if self.profile.problem is not None:
                    raise Unanswered(self.profile.problem)
                session = self._new_session(region)
                _get_credentials(session)
            except Exception as failure:
                self._failure = failure
                raise
            self._session = session

    @contextmanager
    def client(self, part: Part, region: str, service: str) -> Iterator[Any]:
        """A client of botocore that asks what its part may ask, and nothing else. Raises as `ask` does.

        For many questions one is faster than one for each, which each connect anew.
        """
        self.sign_in(region)
        with self._lock:
            client = self._session.create_client(service, region_name=region)
        guard_client(client.meta.events, part)
        client.meta.events.register("after-call", _of_aws)
        with closing(client):
            yield client

    def _new_session(self, region: str) -> Any:
        for name in TALKATIVE:
            logger = logging.getLogger(name)
            logger.setLevel(max(logger.getEffectiveLevel(), logging.ERROR))
        import botocore.session
        from botocore.config import Config

        session = botocore.session.Session(profile=self.profile.name or None)
        session.register_component("data_loader", _loader(session.get_config_variable("data_path")))
        if session.get_config_variable("region") is None:
            # Signing in for a role asks a Region, too, and a profile need not name one.
            session.set_config_variable("region", region)
        guard_session(session.get_component("event_emitter"))
        session.set_default_client_config(
            Config(
                connect_timeout=_CONNECT_SECONDS,
                read_timeout=_READ_SECONDS,
                retries=_RETRIES,
                user_agent_extra=f"ami-wizard/{__version__}",
                parameter_validation=False,
            )
        )
        self._prepare_sign_in(session)
        return session

    def _prepare_sign_in(self, session: Any) -> None:
        """No waiting for an instance's metadata on a desktop; codes and roles as this account has them."""
        from botocore.credentials import (
            AssumeRoleProvider,
            CanonicalNameCredentialSourcer,
            EnvProvider,
            ProfileProviderBuilder,
        )

        resolver = session.get_component("credential_provider")
        containers, instance = map(resolver.get_provider, ("container-role", "iam-role"))
        roles = AssumeRoleProvider(
            load_config=lambda: session.full_config,
            client_creator=session.create_client,
            cache=self._roles,
            profile_name=session.get_config_variable("profile") or "default",
            prompter=self._code_for,
            credential_sourcer=CanonicalNameCredentialSourcer([EnvProvider(), containers, instance]),
            profile_provider_builder=ProfileProviderBuilder(session),
        )
        resolver.insert_after(roles.METHOD, roles)
        # The first of this name, which is botocore's own: it would ask for codes on a terminal.
        resolver.remove(roles.METHOD)
        resolver.remove(instance.METHOD)

    def _code_for(self, prompt: str) -> str:
        # botocore asks "Enter MFA code for ARN: ".
        device = prompt.removeprefix("Enter MFA code for ").rstrip(": ")
        code = self._ask_code(device) if self._ask_code else None
        if not code:
            raise NoCode(device)
        return code.strip()


def pages_of(client: Any, operation: str, **parameters: object) -> Iterator[Reply]:
    """All pages of an answer, one after the other."""
    pages: Iterator[Reply] = iter(client.get_paginator(operation).paginate(**parameters))
    return pages


def _of_aws(http_response: Any, parsed: Any, model: Any, **_rest: object) -> None:
    """Raises ResponseParserError for XML that is not AWS's, such as a proxy's page, in place of "there is nothing"."""
    from botocore.parsers import ResponseParserError

    in_xml = model.service_model.protocol in ("ec2", "query")
    if in_xml and http_response.status_code < 300 and "RequestId" not in parsed["ResponseMetadata"]:
        raise ResponseParserError("the answer has no number of its request, which AWS's have")


def _get_credentials(session: Any) -> None:
    from botocore.exceptions import NoCredentialsError

    credentials = session.get_credentials()
    if credentials is None:
        raise NoCredentialsError
    # Those of a role and of single sign-on are got when they are first looked at.
    credentials.get_frozen_credentials()


@cache
def _loader(data_path: str | None) -> Any:
    """Descriptions of services, read once for all sessions: EC2's takes half a second."""
    import botocore.loaders

    return botocore.loaders.create_loader(data_path)


def load_sdk() -> None:
    """Import botocore and read EC2's description now; else the first question waits for it."""
    import botocore.session

    session = botocore.session.Session()
    _loader(session.get_config_variable("data_path")).load_service_model("ec2", "service-2")
