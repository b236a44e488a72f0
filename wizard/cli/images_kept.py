"""The images that were found last time, for `ami-wizard images`."""

from __future__ import annotations

import argparse
import json

from wizard.cli.collected import Collected, Tell
from wizard.cli.console import Refusal, say
from wizard.model.account.listing_progress import ListingProgress
from wizard.model.message import Message, Translations
from wizard.store.image_cache import kept, wipe
from wizard.store.whole_file import NotWritten


def found_last_time(options: argparse.Namespace, tell: Tell) -> Collected:
    """What was kept of the profiles and Regions that were named, or of all."""
    regions = [] if "all" in options.region else options.region
    found = [
        region
        for region in kept(tell)
        if (not options.profile or region.profile in options.profile)
        and (not regions or region.region in regions)
    ]
    if not found:
        tell(Message("Nothing was kept; ask an account first, without --kept."))
    progress = ListingProgress()
    for region in found:
        progress.restore(region.profile, region.region, region.rows, region.when)
    return Collected(progress.rows, progress.states)


def forget(options: argparse.Namespace, translations: Translations) -> None:
    """Remove what was kept, and say how much that was. Raises Refusal."""
    try:
        files = wipe()
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    if options.json:
        print(json.dumps({"schema": 1, "forgotten": files}))
    else:
        say(
            Message("{count} file removed.", {"count": files}, "{count} files removed.", files).render(
                translations
            )
        )
