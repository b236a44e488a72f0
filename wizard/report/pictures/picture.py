"""What a picture shows, before anybody draws it: rows on a scale, bars, dots between two axes."""

from __future__ import annotations

from wizard.model.frozen import frozen


@frozen
class ScaleRow:
    """levels: for each cell how far along the scale it is, from 0 to 2; 3 for nothing there. note: behind the cells.

    mark: why the row stands out; empty where it does not.
    """

    title: str
    cells: tuple[str, ...]
    levels: tuple[int, ...]
    note: str
    mark: str = ""


@frozen
class Scale:
    """A picture in rows: each cell says a word, and its colour how far along the scale that is."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[ScaleRow, ...]


@frozen
class Bar:
    """share: of the longest that a bar could be, from 0 to 1. kept: it counts what was not left out."""

    label: str
    figure: str
    share: float
    kept: bool = False


@frozen
class Bars:
    """Amounts as bars. alternative: the same in words, for those who hear it."""

    caption: str
    alternative: str
    bars: tuple[Bar, ...]


@frozen
class Tick:
    """A line of an axis. place: from 0 at its beginning to 1 at its end."""

    place: float
    label: str


@frozen
class Dot:
    """left, up: from 0 to 1. size: of the largest dot, from 0 to 1. first: what is recommended first."""

    left: float
    up: float
    size: float
    first: bool = False


@frozen
class Dots:
    """A picture of what lies where between two axes. alternative: the same in words."""

    caption: str
    alternative: str
    across: str
    up: str
    across_ticks: tuple[Tick, ...]
    up_ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
