"""AWS's public price file of a Region, as CSV, read in one pass however large it is."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter

from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import Prices, is_old
from wizard.model.prices.price_row import PriceCollector, PriceRow

URL = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/{region}/index.csv"
"""The file of one Region; nobody needs an account for it."""

_COLUMNS = {
    "instance_type": "Instance Type",
    "region": "Region Code",
    "operation": "operation",
    "tenancy": "Tenancy",
    "capacity_status": "CapacityStatus",
    "market_option": "MarketOption",
    "term": "TermType",
    "unit": "Unit",
    "currency": "Currency",
    "price": "PricePerUnit",
}
_OPTIONAL = frozenset({"market_option"})
_MOST_METADATA = 20
_AT_ONCE = 2048
# Twelve rows of thirteen are of reservations, and every wanted one has these: looking first spares parsing.
_RESERVED = b'"Reserved"'
_SHARED, _USED, _RUN = b'"Shared"', b'"Used"', b'"RunInstances'

Progress = Callable[[int], None]


class PriceFile:
    """Reads the file as it comes. problems: of rows that were refused, see PriceCollector.

    operations: only these billing codes, region: only this Region; None for all that the file has.
    today: from which a file's age is counted; None for the real day.
    """

    def __init__(
        self,
        operations: Collection[str] | None = None,
        region: str | None = None,
        today: datetime.date | None = None,
    ) -> None:
        self._today = today or datetime.datetime.now(datetime.UTC).date()
        self._collector = PriceCollector(operations, region)
        self.problems = self._collector.problems

    @property
    def refused(self) -> int:
        """How many rows were left out."""
        return self._collector.refused

    def read(self, lines: Iterable[bytes], name: str, progress: Progress = lambda _: None) -> Prices:
        """The prices of the file. lines: with their ends. progress: told the bytes read now and then.

        Raises PriceError if it is no such file, if it is older than a year, if a column is gone, if it is cut
        off in the middle of a row, or if it holds no price.
        """
        rows = iter(lines)
        as_of, url, header = self._head(rows, name)
        places = itemgetter(*self._places(header, name))
        done = before = 0
        while batch := list(islice(rows, _AT_ONCE)):
            if not batch[-1].endswith(b"\n"):
                raise PriceError(f"{name}: cut off in row {before + len(batch)}; expected the whole file")
            # A million rows are looked through: what is done for each is done in here.
            for line in [
                line
                for line in batch
                if _RESERVED not in line and _SHARED in line and _USED in line and _RUN in line
            ]:
                place = partial(_place, name, batch, line, before)
                cells = _cells(line)
                if len(cells) != len(header):
                    row = _number(batch, line, before)
                    raise PriceError(f"{name}: row {row}: {len(cells)} values; expected {len(header)}")
                # Behind its last value stands what a file without a market option says of that.
                self._collector.add(PriceRow(*places([*cells, ""])), place)
            before += len(batch)
            done += sum(map(len, batch))
            progress(done)
        prices = self._collector.prices(as_of, "AWS price list", url)
        if not prices.lists:
            raise PriceError(f"{name}: {self._nothing()}")
        return prices

    def _nothing(self) -> str:
        """Why a whole file gave no price."""
        if self._collector.currencies:
            found = ", ".join(sorted(self._collector.currencies))
            return f"its prices are in {found}; expected USD, and nothing is converted"
        return "no price of an instance in it; expected AmazonEC2's price file"

    def _head(self, rows: Iterator[bytes], name: str) -> tuple[datetime.date, str, list[str]]:
        """The publication date, where the file is to be had, and the header."""
        told: dict[str, str] = {}
        for _, line in zip(range(_MOST_METADATA), rows, strict=False):
            cells = _cells(line)
            if "SKU" in cells:
                break
            if len(cells) >= 2:
                told[cells[0]] = cells[1]
        else:
            raise PriceError(f"{name}: no header that begins with SKU; expected AWS's price file as CSV")
        if told.get("OfferCode") != "AmazonEC2":
            raise PriceError(f"{name}: OfferCode: {told.get('OfferCode')!r}; expected AmazonEC2")
        try:
            as_of = datetime.date.fromisoformat(told["Publication Date"][:10])
        except (KeyError, ValueError):
            raise PriceError(f"{name}: Publication Date: expected a day") from None
        if is_old(as_of, self._today):
            raise PriceError(f"{name}: Publication Date: {as_of}; expected a file of the last year")
        return as_of, URL.partition("{")[0], cells

    @staticmethod
    def _places(header: list[str], name: str) -> list[int]:
        """Where each column stands, in the order of PriceRow's fields: AWS adds some, and promises no order."""
        titles = {title.casefold(): place for place, title in enumerate(header)}
        gone = [t for f, t in _COLUMNS.items() if t.casefold() not in titles and f not in _OPTIONAL]
        if gone:
            raise PriceError(f"{name}: columns: {', '.join(gone)} expected, but missing")
        return [titles.get(title.casefold(), len(header)) for title in _COLUMNS.values()]


def _place(name: str, batch: Sequence[bytes], line: bytes, before: int) -> Message:
    return Message("{file}: row {row}", {"file": name, "row": _number(batch, line, before)})


def _number(batch: Sequence[bytes], line: bytes, before: int) -> int:
    """Which row of the file a line is, from 1; only looked for where something is wrong with it."""
    return before + batch.index(line) + 1


def _cells(line: bytes) -> list[str]:
    return next(csv.reader([line.decode("utf-8-sig", "replace")]), [])
