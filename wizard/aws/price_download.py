"""Streams AWS's public price file of a Region, for which nobody needs an account."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Collection

from wizard.model.account.problem import Kind, Problem, Unanswered
from wizard.model.cause import cause_of
from wizard.model.message import Message
from wizard.model.prices import price_file
from wizard.model.prices.price import Prices
from wizard.model.prices.price_file import PriceFile, Progress

_SILENCE_SECONDS = 60


def fetch_prices(
    region: str,
    operations: Collection[str] | None,
    progress: Progress,
    size: Callable[[int], object] = lambda _: None,
) -> tuple[Prices, PriceFile]:
    """The prices of a Region, and what was refused. progress: told the bytes read now and then.

    size: told how many bytes there are, where that is known.

    Raises Unanswered where the file cannot be had, PriceError where it cannot be used.
    """
    address = price_file.URL.format(region=region)
    reader = PriceFile(operations, region)
    try:
        with urllib.request.urlopen(address, timeout=_SILENCE_SECONDS) as reply:  # noqa: S310  # AWS's own address, and the Region is checked
            if reply.length:
                size(reply.length)
            prices = reader.read(reply, f"{region}/index.csv", progress)
            # A connection may end between two rows, too.
            if reply.length:
                raise ConnectionError("the connection ended before the file did")
            return prices, reader
    except (OSError, http.client.HTTPException) as problem:
        raise Unanswered(_problem(problem, region, address)) from None


def _problem(problem: OSError | http.client.HTTPException, region: str, address: str) -> Problem:
    missing = isinstance(problem, urllib.error.HTTPError) and problem.code in (403, 404)
    reason = getattr(problem, "reason", problem)
    cause = cause_of(reason) if isinstance(reason, OSError) else Message("{cause}", {"cause": str(reason)})
    values = {"region": region, "cause": cause, "address": address}
    return Problem(
        Kind.REGION if missing else Kind.NETWORK,
        Message("The prices of {region} were not fetched; those known before stay.", values),
        Message("AWS has no price file of {region}.", values) if missing else Message("{cause}.", values),
        Message("Check the name of the Region.")
        if missing
        else Message("Download {address} on a machine with a network, and import it.", values),
        None if missing else f"curl -O {address} && ami-wizard prices import index.csv",
    )
