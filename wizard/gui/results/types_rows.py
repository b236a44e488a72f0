"""The types that fit as rows: what each cell says, what it sorts by, what a filter finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wizard.gui import texts
from wizard.gui.texts import render
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Hypervisor, InstanceType
from wizard.model.message import Figure, Message, counted, figure
from wizard.model.recommend.ranked import Ranked
from wizard.report import words
from wizard.report.instance_types import network, number
from wizard.report.visible import visible

_HYPERVISORS = {
    Hypervisor.NITRO: Message("Nitro"),
    Hypervisor.XEN: Message("Xen"),
    Hypervisor.NONE: Message("bare metal"),
}


@dataclass(frozen=True, slots=True)
class TypeColumn:
    """text: the cell; key: what it sorts by. numeric: set flush right.

    always: shown also where it says the same in every row.
    """

    title: Message
    text: Callable[[Ranked], str]
    key: Callable[[Ranked], object]
    numeric: bool = False
    always: bool = True


def _accelerators(t: InstanceType) -> str:
    return ", ".join(f"{a.count} × {a.name}" if a.count else a.name for a in t.accelerators)


def _processor(t: InstanceType) -> str:
    clock = "" if t.clock_ghz is None else f" {texts.figure(figure(t.clock_ghz))} GHz"
    return visible(f"{t.processor_manufacturer}{clock}")


@lru_cache(maxsize=4096)
def natural(name: str) -> tuple[object, ...]:
    """Sorts m5.2xlarge before m5.12xlarge: figures count as numbers."""
    parts = re.split(r"([0-9]+)", name)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


# A screenful: what tells these apart is worth the room.
_FIRST = 12

ColumnOrder = tuple[int, bool]
"""A column, and whether it runs downwards."""

# What tells the types apart comes first.
COLUMNS: tuple[TypeColumn, ...] = (
    TypeColumn(
        Message("Instance type"), lambda r: r.instance_type.name, lambda r: natural(r.instance_type.name)
    ),
    TypeColumn(
        Message("Result"),
        lambda r: render(words.OUTCOMES[r.outcome]),
        lambda r: -r.outcome.severity,
        always=False,
    ),
    TypeColumn(
        Message("vCPUs"), lambda r: str(r.instance_type.vcpus), lambda r: r.instance_type.vcpus, numeric=True
    ),
    TypeColumn(
        Message("Memory (GiB)"),
        lambda r: texts.figure(number(r.instance_type.memory_gib)),
        lambda r: r.instance_type.memory_mib,
        numeric=True,
    ),
    TypeColumn(
        Message("Processor"),
        lambda r: _processor(r.instance_type),
        lambda r: (r.instance_type.processor_manufacturer, r.instance_type.clock_ghz or 0),
    ),
    TypeColumn(
        Message("Network (Gbit/s)"),
        lambda r: network(r.instance_type, texts.figure),
        lambda r: (r.instance_type.network_gbps, r.instance_type.network_peak_gbps),
        numeric=True,
    ),
    TypeColumn(
        Message("Price (USD/h)"),
        lambda r: texts.figure(Figure(f"{r.price.hourly_usd.normalize():f}")) if r.price else "–",
        lambda r: (r.price is None, r.price.hourly_usd if r.price else 0),
        numeric=True,
        always=False,
    ),
    TypeColumn(
        Message("Local storage (GB)"),
        lambda r: (
            texts.figure(counted(r.instance_type.local_storage_gb))
            if r.instance_type.local_storage_gb
            else "–"
        ),
        lambda r: r.instance_type.local_storage_gb,
        numeric=True,
        always=False,
    ),
    TypeColumn(
        Message("Accelerators"),
        lambda r: visible(_accelerators(r.instance_type)) or "–",
        lambda r: (sum(a.count for a in r.instance_type.accelerators), _accelerators(r.instance_type)),
        always=False,
    ),
    TypeColumn(
        Message("Architecture"),
        lambda r: ", ".join(r.instance_type.architectures),
        # An Intel type that takes 32 bits too is no other choice to the person.
        lambda r: "arm64" in r.instance_type.architectures,
        always=False,
    ),
    TypeColumn(
        Message("Hypervisor"),
        lambda r: render(_HYPERVISORS[r.instance_type.hypervisor]),
        lambda r: r.instance_type.hypervisor,
        always=False,
    ),
    TypeColumn(Message("Why it stands here"), lambda r: render(r.why, 300), lambda r: render(r.why)),
)
OF_THE_PRICE: tuple[tuple[Message, Callable[[Ranked], str]], ...] = (
    (Message("Price as of"), lambda r: r.price.as_of.isoformat() if r.price else ""),
    (Message("Source of the price"), lambda r: visible(r.price.source) if r.price else ""),
)
RESULT = next(place for place, column in enumerate(COLUMNS) if column.title.template == "Result")


class TypeRows:
    """The rows that a table shows: all that were ranked, narrowed and ordered.

    Filtering and sorting are done here, on plain lists: it takes a few milliseconds for all types.
    """

    def __init__(self) -> None:
        self._all: tuple[Ranked, ...] = ()
        self._filter = ""
        self._order: ColumnOrder | None = None
        self._texts: dict[str, tuple[str, ...]] = {}
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

    @property
    def telling(self) -> tuple[int, ...]:
        """The columns to show: what tells the first rows apart, and what always stands there."""
        first = self._all[:_FIRST]
        return tuple(
            place
            for place, column in enumerate(COLUMNS)
            if column.always or len({column.key(row) for row in first}) > 1 or self._remarkable(place)
        )

    def _remarkable(self, place: int) -> bool:
        """Whether the rows share a result, and it is not that it works."""
        return place == RESULT and any(row.outcome is not Outcome.WORKS for row in self._all)

    def narrow(self, text: str) -> None:
        """Keep the rows in which every word of the text stands somewhere."""
        self._filter = text
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
        if self._order is not None:
            column, downwards = self._order
            rows.sort(key=COLUMNS[column].key, reverse=downwards)  # type: ignore[arg-type]  # keys of a column compare
        self.shown = rows

    def _has(self, row: Ranked, sought: Sequence[str]) -> bool:
        text = "\n".join(self.texts(row)).casefold()
        return all(word in text for word in sought)
