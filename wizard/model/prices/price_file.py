"""AWS's public price file of a Region, as CSV, read in one pass however large it is."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Collection
from functools import partial
from operator import itemgetter

from wizard.model.message import Message, located
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import Prices, is_old
from wizard.model.prices.price_row import PriceCollector, PriceRow
from wizard.model.prices.price_rows import CutOff, PriceRows

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
_LONGEST_LINE = 1 << 16

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

    def read(self, source: io.BufferedIOBase, name: str, progress: Progress = lambda _: None) -> Prices:
        """The prices of the file. source: at its beginning. progress: told the bytes read now and then.

        Raises PriceError if it is no such file, if it is older than a year, if a column is gone, if it is cut
        off in the middle of a row, or if it holds no price.
        """
        as_of, url, header = self._head(source, name)
        places = self._places(header, name)
        rows = PriceRows(source, places[list(_COLUMNS).index("term")])
        fields = itemgetter(*places)
        try:
            # A million rows are looked through: what is done for each is done in here.
            for wanted in rows.wanted():
                for row in wanted:
                    cells = _cells(row)
                    if len(cells) != len(header):
                        numbers = {"found": len(cells), "wanted": len(header)}
                        problem = Message("{found} values; expected {wanted}", numbers)
                        raise PriceError(_in_row(name, rows.number(row), problem))
                    cells.append("")  # what a file without a market option says of that
                    self._collector.add(PriceRow(*fields(cells)), partial(_place, name, rows, row))
                progress(rows.read)
        except CutOff as cut:
            problem = Message("cut off in row {row}; expected the whole file", {"row": cut.row})
            raise PriceError(located(name, problem)) from None
        prices = self._collector.prices(as_of, "AWS price list", url)
        if not prices.lists:
            raise PriceError(located(name, self._nothing()))
        return prices

    def _nothing(self) -> Message:
        """Why a whole file gave no price."""
        if self._collector.currencies:
            found = {"currencies": ", ".join(sorted(self._collector.currencies))}
            return Message("its prices are in {currencies}; expected USD, and nothing is converted", found)
        return Message("no price of an instance in it; expected AmazonEC2's price file")

    def _head(self, source: io.BufferedIOBase, name: str) -> tuple[datetime.date, str, list[str]]:
        """The publication date, where the file is to be had, and the header."""
        told: dict[str, str] = {}
        for _ in range(_MOST_METADATA):
            cells = _cells(source.readline(_LONGEST_LINE))
            if "SKU" in cells:
                break
            if len(cells) >= 2:
                told[cells[0]] = cells[1]
        else:
            problem = Message("no header that begins with SKU; expected AWS's price file as CSV")
            raise PriceError(located(name, problem))
        if told.get("OfferCode") != "AmazonEC2":
            problem = Message("{offer}; expected AmazonEC2", {"offer": repr(told.get("OfferCode"))})
            raise PriceError(located(f"{name}: OfferCode", problem))
        try:
            as_of = datetime.date.fromisoformat(told["Publication Date"][:10])
        except (KeyError, ValueError):
            raise PriceError(located(f"{name}: Publication Date", Message("expected a day"))) from None
        if is_old(as_of, self._today):
            problem = Message("{day}; expected a file of the last year", {"day": as_of})
            raise PriceError(located(f"{name}: Publication Date", problem))
        return as_of, URL.partition("{")[0], cells

    @staticmethod
    def _places(header: list[str], name: str) -> list[int]:
        """Where each column stands, in the order of PriceRow's fields: AWS adds some, and promises no order."""
        titles = {title.casefold(): place for place, title in enumerate(header)}
        gone = [t for f, t in _COLUMNS.items() if t.casefold() not in titles and f not in _OPTIONAL]
        if gone:
            problem = Message("{columns} expected, but missing", {"columns": ", ".join(gone)})
            raise PriceError(located(f"{name}: columns", problem))
        return [titles.get(title.casefold(), len(header)) for title in _COLUMNS.values()]


def _place(name: str, rows: PriceRows, row: bytes) -> Message:
    return Message("{file}: row {row}", {"file": name, "row": rows.number(row)})


def _in_row(name: str, row: int, problem: Message) -> Message:
    return located(name, Message("row {row}: {problem}", {"row": row, "problem": problem}))


def _cells(line: bytes) -> list[str]:
    text = line.decode("utf-8", "replace")
    cells = text[1:-1].split('","')
    # Where nothing but the ends of values is a quote, a CSV reader would find the same in six times the time.
    if text.count('"') == 2 * len(cells) and text[:1] == text[-1:] == '"':
        return cells
    try:
        return next(csv.reader([text]), [])
    except csv.Error:  # a carriage return within the line: of no value
        return []
