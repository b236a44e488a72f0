"""What is told while AWS is asked, as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from wizard.aws.account import Account
from wizard.aws.images import AccountRequest, ask_images
from wizard.model.account.listing_events import Event


def told(ask: Callable[..., object], *arguments: Any) -> list[Any]:
    """What the last argument of `ask`, which is called with what happens, is told."""
    events: list[Any] = []
    ask(*arguments, events.append)
    return events


def listed(
    *accounts: Account, regions: Sequence[str] | None = None, owners: Sequence[str] = ("self",)
) -> list[Event]:
    """What is told while images are listed."""
    return told(ask_images, [AccountRequest(account, regions, owners) for account in accounts])
