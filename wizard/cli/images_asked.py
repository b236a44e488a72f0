"""Asks AWS for images, for `ami-wizard images`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel
from wizard.aws.images import ask_images
from wizard.cli.account import UNANSWERED, accounts_of, region_word
from wizard.cli.collected import Collected, Tell
from wizard.cli.console import Refusal, as_said
from wizard.flow.kind import quoted
from wizard.model.asking import Event, Rows, Trouble
from wizard.model.describe_images import ImageError
from wizard.model.inquiry import Inquiry
from wizard.model.message import Message

_INTERRUPTED = 130
_OWNER = re.compile(r"self|amazon|aws-marketplace|aws-backup-vault|\d{12}", re.ASCII)


def ask(options: argparse.Namespace, tell: Tell) -> Collected:
    """What the accounts have, in the Regions and of the owners that were named. Raises Refusal."""
    named = [] if "all" in options.region else [region_word(region) for region in options.region]
    owners = options.owner or ["self"]
    for owner in owners:
        if not _OWNER.fullmatch(owner):
            values = {"given": quoted(owner)}
            raise Refusal(Message("--owner: {given} is no owner; expected self, amazon or 12 digits", values))
    asked = _Asked(accounts_of(options.profile), tell)
    try:
        asked.images(named or None, owners)
    except KeyboardInterrupt:
        # What came so far is shown.
        asked.cancel.cancel()
        asked.status = _INTERRUPTED
    return Collected(asked.inquiry.rows, asked.inquiry.states, asked.status)


class _Asked:
    """What came so far."""

    def __init__(self, accounts: Sequence[Account], tell: Tell) -> None:
        self._accounts, self._tell = accounts, tell
        self.inquiry, self.cancel = Inquiry(), Cancel()
        self.status = 0

    def images(self, regions: Sequence[str] | None, owners: Sequence[str]) -> None:
        for event in ask_images(self._accounts, regions, owners, self.cancel):
            self.inquiry.take(event)
            self._complain(event)

    def _complain(self, event: Event) -> None:
        if isinstance(event, Trouble):
            self.status = UNANSWERED
            values = {"profile": event.profile, "region": event.region, "problem": event.problem.message}
            where = Message("{profile} {region}: {problem}", values)
            self._tell(where if event.region else Message("{profile}: {problem}", values))
        for line in event.unread if isinstance(event, Rows) else ():
            self._tell(as_said(ImageError(line)))
