"""The accounts that the window asks, from one question to the next."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from wizard.gui.cloud import AskCode
from wizard.model.asking import Trouble

if TYPE_CHECKING:
    from wizard.aws.account import Account
    from wizard.aws.accounts import Accounts
    from wizard.aws.calls import Patience
    from wizard.aws.cancel import Cancel

_Event = TypeVar("_Event")


class Sessions:
    """patience: with AWS; None for the usual one."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience

    @cached_property
    def _accounts(self) -> Accounts:
        from wizard.aws.accounts import Accounts

        return Accounts()

    @cached_property
    def patience(self) -> Patience:
        from wizard.aws.calls import PATIENT

        return self._patience or PATIENT

    def account(self, profile: str) -> Account:
        """The account of a profile; empty for the environment's keys."""
        return self._accounts.get(profile)

    def told(self, events: Iterator[_Event], cancel: Cancel, ask_code: AskCode) -> Iterator[_Event]:
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
