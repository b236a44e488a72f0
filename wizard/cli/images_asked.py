"""Asks AWS for images, for `ami-wizard images`."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Sequence

from wizard.aws.account import Account
from wizard.aws.images import AccountRequest, ask_images
from wizard.aws.usage import ask_usage
from wizard.cli.account import UNANSWERED, accounts_of, region_word
from wizard.cli.collected import Collected, Tell
from wizard.cli.console import INTERRUPTED, Refusal
from wizard.flow.kind import quoted
from wizard.model.account.listing_events import Answered, Event, Rows, Trouble
from wizard.model.account.listing_progress import ListingProgress
from wizard.model.account.usage import UsageEvent, UsageFound
from wizard.model.message import Message
from wizard.store.image_cache import keep_region
from wizard.store.preferences import load_preferences
from wizard.store.whole_file import NotWritten

_OWNER = re.compile(r"self|amazon|aws-marketplace|aws-backup-vault|\d{12}", re.ASCII)


def ask(options: argparse.Namespace, tell: Tell) -> Collected:
    """What the accounts have, in the Regions and of the owners that were named. Raises Refusal."""
    named = [] if "all" in options.region else [region_word(region) for region in options.region]
    owners = options.owner or ["self"]
    for owner in owners:
        if not _OWNER.fullmatch(owner):
            values = {"given": quoted(owner)}
            raise Refusal(Message("--owner: {given} is no owner; expected self, amazon or 12 digits", values))
    # What others publish can be asked for by anybody at any time, and is much.
    keeps = owners == ["self"] and load_preferences().keep_images
    asked = _Asked(accounts_of(options.profile), tell, keeps=keeps)
    try:
        asked.images(named or None, owners)
        if options.used_by:
            asked.usage()
    except KeyboardInterrupt:
        # What came so far is shown.
        asked.status = INTERRUPTED
    progress = asked.progress
    return Collected(progress.rows, progress.states, asked.status, asked.found if options.used_by else None)


class _Asked:
    """What came so far."""

    def __init__(self, accounts: Sequence[Account], tell: Tell, *, keeps: bool) -> None:
        self._accounts, self._tell, self._keeps = accounts, tell, keeps
        self.progress, self.found = ListingProgress(), UsageFound()
        self.status = 0

    def images(self, regions: Sequence[str] | None, owners: Sequence[str]) -> None:
        ask_images([AccountRequest(account, regions, owners) for account in self._accounts], self._take)

    def _take(self, event: Event) -> None:
        self.progress.take(event)
        self._complain(event)
        if isinstance(event, Answered) and self._keeps:
            self._keep(event.profile, event.region)
        for line in event.unread if isinstance(event, Rows) else ():
            self._tell(line)

    def _keep(self, profile: str, region: str) -> None:
        records = [row.record for row in self.progress.rows_of(profile, region) if row.record is not None]
        try:
            keep_region(profile, region, records, datetime.datetime.now(datetime.UTC))
        except NotWritten as problem:
            # The next Region would fail alike, and to keep them is not what one asked for.
            self._keeps = False
            self._tell(problem.message)

    def usage(self) -> None:
        """What uses the images that were found."""
        for account in self._accounts:
            profile = account.profile.name
            images: dict[str, list[str]] = {}
            for row in self.progress.rows:
                if row.profile == profile:
                    images.setdefault(row.region, []).append(row.image_id)
            self.found.begin(profile, images)
            ask_usage([(account, images)], self._take_usage)
        for use in self.found.unresolved:
            values = {"user": use.id, "region": use.region, "parameter": use.image_id}
            self._tell(Message("{region}: {user} names its AMI by {parameter}: it may use any.", values))

    def _take_usage(self, event: UsageEvent) -> None:
        self.found.take(event)
        self._complain(event)

    def _complain(self, event: Event | UsageEvent) -> None:
        if isinstance(event, Trouble):
            self.status = UNANSWERED
            values = {"profile": event.profile, "region": event.region, "problem": event.problem.message}
            where = Message("{profile} {region}: {problem}", values)
            self._tell(where if event.region else Message("{profile}: {problem}", values))
