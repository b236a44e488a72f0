"""Keeps account ids out of what is given to others."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

Mask = Callable[[str], str]
"""Makes a text ready to be given to others."""

# A resource's own id may hold twelve digits in a row, too; it says nothing of the account.
_ACCOUNT = re.compile(
    r"\b(?:ami|snap|vol|i|lt)-[0-9a-f]{17}\b"
    r"|(?<![0-9])(?P<account>[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4})(?![0-9])"
)


def unmasked(text: str) -> str:
    """The text as it is."""
    return text


class AccountMask:
    """Puts account-1, account-2 and so on in the place of account ids, wherever they stand in a text.

    One account is called the same in all texts that one mask is given. Twelve digits that are
    something else, such as a time, are masked as well. The accounts in which vendors publish their
    images are in everybody's documentation, and stay.
    """

    def __init__(self, public: Container[str]) -> None:
        """public: the accounts that stay."""
        self._public = public
        self._names: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _ACCOUNT.sub(self._masked, text)

    def _masked(self, found: re.Match[str]) -> str:
        if found["account"] is None:
            return found[0]
        account = found["account"].replace("-", "")
        if account in self._public:
            return found[0]
        return self._names.setdefault(account, f"account-{len(self._names) + 1}")
