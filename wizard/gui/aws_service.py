"""What the window asks of AWS and of what was kept: plain callables, so that a test can hand in its own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from wizard.model.account.listing_events import Event, Trouble
from wizard.model.account.machine import MachineEvent
from wizard.model.account.problem import Problem
from wizard.model.account.usage import UsageEvent
from wizard.model.catalog.change import CatalogChange
from wizard.model.frozen import frozen
from wizard.model.images.image_row import ImageRow, Record
from wizard.model.message import Message

if TYPE_CHECKING:
    from wizard.model.recommend.found_image import FoundImage
    from wizard.model.recommend.recommendation import Recommendation

_Event = TypeVar("_Event")

AskCode = Callable[[str], str | None]
"""Asks for the code of an MFA device, by the device's name, in the thread that waits for it; None for no code."""


@frozen
class Task(Generic[_Event]):
    """Something that waits on the network. run: does it, in whatever thread iterates; cancel: ends it
    within a second, from any thread. What was told before stays told.
    """

    run: Callable[[], Iterator[_Event]]
    cancel: Callable[[], None]


@frozen
class KnownLogin:
    """A profile of the AWS config files, as far as they show it. name: empty for the environment's keys.

    account_id, role: where it leads, where the files say so. region: where it works. state: what is
    known of its login before anybody asks. problem: why it cannot be used.
    """

    name: str
    account_id: str | None = None
    role: str | None = None
    region: str | None = None
    state: Message | None = None
    problem: Problem | None = None


@frozen
class Request:
    """Whose images to ask for. regions: None for all that are enabled for the account.

    owners: "self", "amazon", "aws-marketplace" or account numbers.
    """

    profile: str
    regions: tuple[str, ...] | None = None
    owners: tuple[str, ...] = ("self",)


@frozen
class Kept:
    """What was found when somebody asked before. oldest: when the first of it was asked, in words;
    since: the same moment.
    """

    rows: tuple[ImageRow, ...] = ()
    oldest: str = ""
    since: datetime.datetime | None = None


@frozen
class SavedImages:
    """The images of a file. unread: what is wrong with records that could not be read.

    page: whether the file says itself that more follow.
    """

    rows: Sequence[ImageRow]
    unread: Sequence[Message] = ()
    page: bool = False


@frozen
class CatalogAge:
    """The catalogue that counts. refreshed: from an account, and not the built-in one."""

    date: datetime.date
    source: str
    version: str
    types: int
    regions: int
    refreshed: bool


@frozen
class Refreshed:
    """A new catalogue is kept, and counts from the next start on. change: against the one before."""

    change: CatalogChange
    regions: int


CatalogEvent = Event | Refreshed


@frozen
class KnownPrices:
    """What is known of prices. lists: each in a line; notes: which are too old, and what is in none.

    newest: the day of the newest list; regions, codes: how many Regions and billing codes have one.
    """

    lists: tuple[Message, ...]
    regions: int
    codes: int
    newest: datetime.date | None
    notes: tuple[Message, ...]


@frozen
class PriceProgress:
    """How much of a whole is done: bytes of a file, or questions. of: 0 where nobody knows."""

    done: int
    of: int


@frozen
class PriceTrouble:
    """What was not told, or a row that was refused, in words."""

    problem: Problem | None = None
    text: Message | None = None


@frozen
class PricesKept:
    """Newer prices are kept, and count at once. said: how many."""

    said: Message


PriceEvent = PriceProgress | PriceTrouble | PricesKept
FoundEvent: TypeAlias = "FoundImage | Trouble"
"""The newest image of the publisher, judged on the types; or why AWS did not say."""


@frozen
class AwsService:
    """Every callable may raise `wizard.gui.user_error.UserError`, said for a person.

    logins: the profiles, the likeliest first. stamp: differs from an earlier one once somebody has
    logged in or edited a profile. regions: names and titles of all Regions, by name.
    ask_images: one request for each profile. ask_usage: what uses these images: profile -> Region ->
    ids. list_machines: the instances and launch templates of a profile, in these Regions or with None in all
    that are enabled. find_image: the very image that a recommendation comes to, by profile, and Region or None for
    the recommendation's or the profile's own; it tells nothing where nobody publishes one.
    sample, sample_uses: the built-in account, and what uses its images. saved: the images of a file with DescribeImages' JSON.
    record: the raw fields of a row, where they are still at hand. kept, forget: what earlier askings
    found, and wiping it; forget tells how many files went. keeping, keep: whether it is kept.
    policy: the smallest IAM policy for a part (images, usage, machines, catalog, prices, identity), or "" for all, as JSON.
    catalog_age, refresh_catalog, reset_catalog: the catalogue of types; reset tells whether there was
    another than the built-in one. prices: what is known of them; refresh_prices asks an account by profile
    and Region, fetch_prices reads AWS's public file of a Region, read_prices that file already saved;
    reset_prices as reset_catalog. close: nobody will ask any more.
    """

    logins: Callable[[], Sequence[KnownLogin]]
    stamp: Callable[[], Hashable]
    regions: Callable[[], Mapping[str, str]]
    ask_images: Callable[[Sequence[Request], AskCode], Task[Event]]
    ask_usage: Callable[[Mapping[str, Mapping[str, Sequence[str]]], AskCode], Task[UsageEvent]]
    list_machines: Callable[[str, Sequence[str] | None, AskCode], Task[MachineEvent]]
    find_image: Callable[[str, str | None, Recommendation, AskCode], Task[FoundEvent]]
    sample: Callable[[], Sequence[ImageRow]]
    sample_uses: Callable[[], Sequence[UsageEvent]]
    saved: Callable[[Path], SavedImages]
    record: Callable[[ImageRow], Record | None]
    kept: Callable[[], Kept]
    forget: Callable[[], int]
    keeping: Callable[[], bool]
    keep: Callable[[bool], None]
    policy: Callable[[str], str]
    catalog_age: Callable[[], CatalogAge]
    refresh_catalog: Callable[[str, AskCode], Task[CatalogEvent]]
    reset_catalog: Callable[[], bool]
    prices: Callable[[], KnownPrices]
    refresh_prices: Callable[[str, str, AskCode], Task[PriceEvent]]
    fetch_prices: Callable[[str], Task[PriceEvent]]
    read_prices: Callable[[Path], Task[PriceEvent]]
    reset_prices: Callable[[], bool]
    close: Callable[[], None]
