"""The types that are listed as rows: narrowed, ordered, and with the columns that tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wizard.gui.texts import render
from wizard.gui.types.column_filter import figures
from wizard.gui.types.columns import BY_ID, COLUMNS, PRICE, RESULT
from wizard.model.ec2.finding import Outcome
from wizard.model.recommend.ranked import Ranked

_TODAY = BY_ID["today"]
# A screenful: what tells these apart is worth the room.
_FIRST = 12

ColumnOrder = tuple[int, bool]
"""A column, and whether it runs downwards."""


class TypeRows:
    """The rows that a table shows: all that were ranked, narrowed and ordered.

    Filtering and sorting are done here, on plain lists: it takes a few milliseconds for all types.
    """

    def __init__(self) -> None:
        self._all: tuple[Ranked, ...] = ()
        self._filter = ""
        self._limits: dict[int, str] = {}
        self._order: ColumnOrder | None = None
        self._texts: dict[str, tuple[str, ...]] = {}
        self._chosen: tuple[int, ...] = ()
        self.shown: list[Ranked] = []

    @property
    def order(self) -> ColumnOrder | None:
        """The column and whether it runs downwards; None for best first."""
        return self._order

    @property
    def header(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(render(column.title) for column in COLUMNS)

    def fill(self, ranked: tuple[Ranked, ...]) -> None:
        """Show these types, in the order in which they come."""
        self._all = ranked
        self._texts = {}
        self._arrange()

    def choose(self, ids: Sequence[str]) -> None:
        """Show these columns; none: those that tell the types apart."""
        self._chosen = tuple(sorted(BY_ID[id] for id in ids if id in BY_ID))

    @property
    def telling(self) -> tuple[int, ...]:
        """The columns to show: those chosen, or what tells the first rows apart, and what always stands there."""
        moved = any(row.wish.today for row in self._all[:1])
        if self._chosen:
            return tuple(place for place in self._chosen if moved or place != _TODAY) or self._chosen
        first = self._all[:_FIRST]
        return tuple(
            place
            for place, column in enumerate(COLUMNS)
            if not column.asked
            and (moved or place != _TODAY)
            and (column.always or len({column.key(row) for row in first}) > 1 or self._remarkable(place))
        )

    def _remarkable(self, place: int) -> bool:
        """Whether the rows share what is worth saying all the same: a result that is not that it works, today's size."""
        if place == _TODAY:
            return True
        return place == RESULT and any(row.outcome is not Outcome.WORKS for row in self._all)

    def narrow(self, text: str) -> None:
        """Keep the rows in which every word of the text stands somewhere."""
        self._filter = text
        self._arrange()

    def limit(self, limits: Mapping[int, str]) -> None:
        """Keep the rows that meet what stands under the heads of columns: figures, or words."""
        self._limits = {place: text for place, text in limits.items() if text.strip()}
        self._arrange()

    def sort(self, order: ColumnOrder | None) -> None:
        """order: a column and whether it runs downwards, or None for best first."""
        self._order = order
        self._arrange()

    def texts(self, row: Ranked) -> tuple[str, ...]:
        """The cells of a row."""
        name = row.instance_type.name
        if name not in self._texts:
            self._texts[name] = tuple(column.text(row) for column in COLUMNS)
        return self._texts[name]

    def table(self, rows: Sequence[Ranked]) -> list[tuple[str, ...]]:
        """These rows as they are shown, for the clipboard."""
        return [self.texts(row) for row in rows]

    def _arrange(self) -> None:
        sought = self._filter.casefold().split()
        rows = list(self._all)
        if sought:
            rows = [row for row in rows if self._has(row, sought)]
        for place, text in self._limits.items():
            rows = list(filter(self._limit(place, text), rows))
        if self._order is not None:
            column, downwards = self._order
            rows.sort(key=COLUMNS[column].key, reverse=downwards)
        self.shown = rows

    def _limit(self, place: int, text: str) -> Callable[[Ranked], bool]:
        amount, meets = COLUMNS[place].amount, figures(text, most=place == PRICE)
        if amount is not None and meets is not None:
            return lambda row: (said := amount(row)) is not None and meets(said)
        sought = text.casefold().split()
        return lambda row: all(word in self.texts(row)[place].casefold() for word in sought)

    def _has(self, row: Ranked, sought: Sequence[str]) -> bool:
        text = "\n".join(self.texts(row)).casefold()
        return all(word in text for word in sought)
