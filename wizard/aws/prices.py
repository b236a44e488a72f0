"""Asks AWS's price list what an hour costs, by Region and billing code."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator

from wizard.aws.account import Account
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.model.account.problem import Kind, Problem
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import Prices
from wizard.model.prices.price_row import PriceCollector
from wizard.model.prices.product import rows_of

SOURCE = "GetProducts of the AWS price list"
URL = "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html"

_ENDPOINTS = ("us-east-1", "eu-central-1", "ap-south-1")
"""Where GetProducts answers, for every Region of the partition
(https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-query-api.html, 2026-11-28)."""

_NEAREST = {
    "eu": "eu-central-1",
    "il": "eu-central-1",
    "me": "eu-central-1",
    "af": "eu-central-1",
    "ap": "ap-south-1",
}


@frozen
class PricesAnswered:
    """What one Region costs for one billing code. problems: rows that were refused, and why."""

    region: str
    operation: str
    prices: Prices
    problems: tuple[Message, ...]


@frozen
class PricesTrouble:
    """One Region and billing code that were not answered."""

    region: str
    operation: str
    problem: Problem


def endpoints(region: str) -> tuple[str, ...]:
    """The Regions to ask for the prices of a Region, nearest first; none where there is no price list."""
    if region.startswith("us-gov-"):
        return ()
    if region.startswith("cn-"):
        return ("cn-northwest-1",)
    if region.startswith("eusc-"):
        return ("eusc-de-east-1",)
    first = _NEAREST.get(region.partition("-")[0], "us-east-1")
    return (first, *(each for each in _ENDPOINTS if each != first))


def ask_prices(
    account: Account, regions: Collection[str], operations: Collection[str]
) -> Iterator[PricesAnswered | PricesTrouble]:
    """One event for each Region and billing code, as they are answered."""
    working: dict[str, str] = {}
    for region in regions:
        for operation in operations:
            yield _ask_one(account, region, operation, working)


def _ask_one(
    account: Account, region: str, operation: str, working: dict[str, str]
) -> PricesAnswered | PricesTrouble:
    """Ask the nearest endpoint, or the one that answered last; go on to the others where it refuses.

    Organisations often forbid us-east-1 to accounts of other continents.
    """
    problem: Problem | None = None
    order = endpoints(region)
    known = working.get(region)
    for endpoint in sorted(order, key=lambda each: each != known):
        try:
            answer = _products(account, endpoint, region, operation)
        except NotAllowed:
            raise
        except PriceError as error:
            problem = _odd(error)
        except Exception as error:  # noqa: BLE001  # whatever it is, the next endpoint is asked
            problem = problem or problem_of(error, Asking(account.profile, endpoint))
        else:
            working[region] = endpoint
            return answer
    return PricesTrouble(region, operation, problem or _no_list(region))


def _products(account: Account, endpoint: str, region: str, operation: str) -> PricesAnswered:
    collector = PriceCollector([operation], region)
    wanted = {
        "regionCode": region,
        "operation": operation,
        "tenancy": "Shared",
        "capacitystatus": "Used",
        "marketoption": "OnDemand",
    }
    filters = [{"Type": "TERM_MATCH", "Field": field, "Value": value} for field, value in wanted.items()]
    number = 0
    for page in account.pages(
        Part.PRICES,
        endpoint,
        "pricing",
        "get_products",
        ServiceCode="AmazonEC2",
        FormatVersion="aws_v1",
        MaxResults=100,
        Filters=filters,
    ):
        for text in page["PriceList"]:
            number += 1
            for row in rows_of(text):
                collector.add(row, _nth(number))
    today = datetime.datetime.now(datetime.UTC).date()
    prices = collector.prices(today, SOURCE, URL)
    return PricesAnswered(region, operation, prices, tuple(collector.problems))


def _nth(number: int) -> Callable[[], Message]:
    return lambda: Message("product {number}", {"number": number})


def _no_list(region: str) -> Problem:
    return Problem(
        Kind.OTHER,
        Message("AWS has no price list that can be asked with credentials of this partition."),
        Message("AWS GovCloud (US) has no endpoint of the Price List API."),
        Message("Read the public price file instead:"),
        f"ami-wizard prices fetch --region {region}",
    )


def _odd(error: PriceError) -> Problem:
    return Problem(
        Kind.OTHER,
        Message("The price list was not understood."),
        Message("{cause}", {"cause": str(error)}),
        Message("Prices that were known before stay. Import the public price file instead."),
    )
