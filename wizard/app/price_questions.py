"""Prices as the worker asks and reads them: from an account, from AWS's public file, from a saved one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.app.worker_messages import AskPrices, FoundPrices, PricesFailed, ReadPrices
from wizard.aws.account import Account
from wizard.aws.price_download import fetch_prices
from wizard.aws.prices import PricesAnswered, ask_prices
from wizard.aws.spot import SpotAnswered, ask_spot
from wizard.gui.aws_service import PriceProgress
from wizard.model.account.problem import Kind, Problem, Unanswered
from wizard.model.cause import cause_of
from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.billing import SPOT_PRODUCTS
from wizard.model.prices.price import Prices
from wizard.model.prices.price_file import PriceFile

Tell = Callable[[object], None]


def ask_account(question: AskPrices, account: Account, tell: Tell) -> None:
    """Each billing code for itself, then Spot; one that is not told takes nothing from the others."""
    regions, operations = [question.region], question.operations
    steps = len(operations) + sum(operation in SPOT_PRODUCTS for operation in operations)
    done = 0
    tell(PriceProgress(done, steps))
    for answer in ask_prices(account, regions, operations):
        done += 1
        if isinstance(answer, PricesAnswered):
            tell(FoundPrices(answer.prices, answer.problems))
        else:
            tell(PricesFailed(answer.problem))
        tell(PriceProgress(done, steps))
    for spot in ask_spot(account, regions, operations):
        done += 1
        if isinstance(spot, SpotAnswered):
            found = [spot.prices] if spot.prices.offers else []
            tell(FoundPrices(Prices.of((), found), spot.problems))
        else:
            tell(PricesFailed(spot.problem))
        tell(PriceProgress(done, steps))


def read_file(question: ReadPrices, tell: Tell) -> None:
    """The file as it comes, with how far it is."""
    total = 0

    def size(found: int) -> None:
        nonlocal total
        total = found

    def progress(done: int) -> None:
        tell(PriceProgress(done, total))

    try:
        if question.path:
            path = Path(question.path)
            reader = PriceFile()
            size(path.stat().st_size)
            with path.open("rb") as file:
                prices = reader.read(file, path.name, progress)
        else:
            prices, reader = fetch_prices(question.region, None, progress, size)
    except Unanswered as unanswered:
        tell(PricesFailed(unanswered.problem))
    except PriceError as error:
        tell(PricesFailed(_unusable(Message("{problem}.", {"problem": error.message}))))
    except OSError as error:
        tell(PricesFailed(_unusable(Message("{cause}.", {"cause": cause_of(error)}))))
    else:
        tell(FoundPrices(prices, tuple(reader.problems)))


def _unusable(cause: Message) -> Problem:
    return Problem(
        Kind.ANSWER,
        Message("The price file cannot be used; the prices known before stay."),
        cause,
        Message("Download it again, whole, and import that."),
    )
