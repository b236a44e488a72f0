"""What the window asks its worker, and what the worker tells beside the events of asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wizard.gui.aws_service import Request
from wizard.model.frozen import field, frozen

if TYPE_CHECKING:
    from wizard.model.account.problem import Problem
    from wizard.model.images.image_row import Record
    from wizard.model.message import Message
    from wizard.model.prices.price import Prices
    from wizard.model.systems.published_image import PublishedImage


@frozen
class AskImages:
    """Whose images there are."""

    requests: tuple[Request, ...]


@frozen
class AskUsage:
    """What uses images: profile -> Region -> ids."""

    images: Mapping[str, Mapping[str, Sequence[str]]]


@frozen
class AskCatalog:
    """Which types there are, and where they are offered."""

    profile: str


@frozen
class AskPublished:
    """The newest image that a publisher has in a Region."""

    profile: str
    region: str
    wanted: PublishedImage


@frozen
class AskPrices:
    """What types cost in a Region for some billing codes, On-Demand and as Spot."""

    profile: str
    region: str
    operations: tuple[str, ...]


@frozen
class ReadPrices:
    """What a price file says: the saved one, or AWS's public one of the Region where there is no path."""

    region: str
    path: str = ""


@frozen
class AskMachines:
    """Which instances and launch templates there are. regions: None for all that are enabled."""

    profile: str
    regions: tuple[str, ...] | None


WorkerQuestion = AskImages | AskUsage | AskCatalog | AskPublished | AskMachines | AskPrices | ReadPrices


@frozen
class FoundPrices:
    """Some prices. problems: of rows that were refused."""

    prices: Prices
    problems: tuple[Message, ...] = ()


@frozen
class PricesFailed:
    """Something of the prices that was not told."""

    problem: Problem


@frozen
class Published:
    """The record of the image that was asked for."""

    record: Record


@frozen
class CodeWanted:
    """A role wants a code of this MFA device; the worker waits for it, or for None."""

    device: str


@frozen
class RoleAssumed:
    """A code has led to a session, which the next worker shall have too. role: botocore's name for it.

    Only ever in memory and in the pipe between the two processes; no text of this names the keys.
    """

    profile: str
    role: str
    session: object = field(repr=False)


@frozen
class Ended:
    """Nothing more comes. failure: the words of an unexpected error."""

    failure: str | None = None
