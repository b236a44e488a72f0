"""What the window asks its worker, and what the worker tells beside the events of asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wizard.gui.aws_service import Request

if TYPE_CHECKING:
    from wizard.model.account.problem import Problem
    from wizard.model.images.image_row import Record
    from wizard.model.message import Message
    from wizard.model.prices.price import Prices
    from wizard.model.systems.published_image import PublishedImage


@dataclass(frozen=True, slots=True)
class AskImages:
    """Whose images there are."""

    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class AskUsage:
    """What uses images: profile -> Region -> ids."""

    images: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class AskCatalog:
    """Which types there are, and where they are offered."""

    profile: str


@dataclass(frozen=True, slots=True)
class AskPublished:
    """The newest image that a publisher has in a Region."""

    profile: str
    region: str
    wanted: PublishedImage


@dataclass(frozen=True, slots=True)
class AskPrices:
    """What types cost in a Region for some billing codes, On-Demand and as Spot."""

    profile: str
    region: str
    operations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadPrices:
    """What a price file says: the saved one, or AWS's public one of the Region where there is no path."""

    region: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class AskMachines:
    """Which instances and launch templates there are. regions: None for all that are enabled."""

    profile: str
    regions: tuple[str, ...] | None


WorkerQuestion = AskImages | AskUsage | AskCatalog | AskPublished | AskMachines | AskPrices | ReadPrices


@dataclass(frozen=True, slots=True)
class FoundPrices:
    """Some prices. problems: of rows that were refused."""

    prices: Prices
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PricesFailed:
    """Something of the prices that was not told."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Published:
    """The record of the image that was asked for."""

    record: Record


@dataclass(frozen=True, slots=True)
class CodeWanted:
    """A role wants a code of this MFA device; the worker waits for it, or for None."""

    device: str


@dataclass(frozen=True, slots=True)
class RoleAssumed:
    """A code has led to a session, which the next worker shall have too. role: botocore's name for it.

    Only ever in memory and in the pipe between the two processes; no text of this names the keys.
    """

    profile: str
    role: str
    session: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more comes. failure: the words of an unexpected error."""

    failure: str | None = None
