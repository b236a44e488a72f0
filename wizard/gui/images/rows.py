"""The rows that a table of images shows: all that there are, narrowed and ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from wizard.gui.texts import current, render
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group, Overview
from wizard.report.images.columns import BY_ID, COLUMNS, USUAL, ImageColumn

ImageOrder = tuple[str, bool]
"""A column's id, and whether it runs downwards."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What must hold for an image to be shown. family: it is locked out of this one.

    text: every word stands in some shown column, but for numbers of the image's own, of which a word such
    as used:3 or region:eu names the column.
    """

    text: str = ""
    group: Group | None = None
    family: str = ""


def _sought(columns: Sequence[ImageColumn]) -> tuple[ImageColumn, ...]:
    """The columns in which a word is looked for in each image."""
    return tuple(column for column in columns if not column.shared and not column.numeric)


class ImageRows:
    """Filters and sorts plain lists: milliseconds for a hundred thousand images.

    What a filter looks through is written once for each image, on demand or ahead of it by `prepare`.
    """

    def __init__(self) -> None:
        self._all: Sequence[JudgedImage] = ()
        self.overview = Overview(())
        self._known: frozenset[JudgedImage] = frozenset()
        self._ordered: list[JudgedImage] = []
        self._order: ImageOrder | None = None
        self._narrowing = Narrowing()
        self._searched: dict[JudgedImage, str] = {}
        self._shared: dict[tuple[str, int], str] = {}
        self.columns: tuple[ImageColumn, ...] = tuple(BY_ID[id] for id in USUAL)
        self._own = _sought(self.columns)
        self.shown: list[JudgedImage] = []

    @property
    def order(self) -> ImageOrder | None:
        """The column that the rows are sorted by, and whether downwards; None for the gravest first."""
        return self._order

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    @property
    def header(self) -> tuple[str, ...]:
        """The titles of the columns that are shown."""
        return tuple(render(column.title) for column in self.columns)

    def fill(self, images: Sequence[JudgedImage]) -> None:
        """Show these in place of the last ones; what was written for those that stay is kept."""
        self._all = images
        self._known = frozenset(images)
        self.overview = Overview(images)
        if len(self._searched) > 2 * len(images):
            self._searched.clear()
            self._shared.clear()
        self._sort()

    def choose(self, columns: Sequence[str]) -> None:
        """Show these columns, by id, in the order of all columns."""
        self.columns = tuple(column for column in COLUMNS if column.id in columns)
        self._own = _sought(self.columns)
        self._searched.clear()
        self._shared.clear()
        self._narrow()

    def narrow(self, narrowing: Narrowing) -> None:
        """Leave only the rows that fit."""
        self._narrowing = narrowing
        self._narrow()

    def sort(self, order: ImageOrder | None) -> None:
        """order: None for the gravest first."""
        self._order = order
        self._sort()

    def forget(self, images: Sequence[JudgedImage]) -> None:
        """What these say has changed."""
        for image in images:
            self._searched.pop(image, None)

    def prepare(self, seconds: float) -> bool:
        """Write ahead for so long what a filter looks through. True once all is written."""
        until = monotonic() + seconds
        for count, image in enumerate(self._all):
            if image not in self._searched:
                self._search_text(image)
                if count % 64 == 0 and monotonic() > until:
                    return False
        return True

    def cell(self, image: JudgedImage, column: ImageColumn) -> str:
        """What a cell says."""
        if not column.shared:
            return column.text(image, current())
        key = column.id, id(image.judged)
        said = self._shared.get(key)
        if said is None:
            said = self._shared[key] = column.text(image, current())
        return said

    def has(self, image: JudgedImage) -> bool:
        """Whether it is one of those that there are, shown or not."""
        return image in self._known

    def _search_text(self, image: JudgedImage) -> str:
        known = self._searched.get(image)
        if known is None:
            translations = current()
            cells = [column.text(image, translations) for column in self._own]
            known = self._searched[image] = "\n".join(cells).casefold()
        return known

    def _shared_text(self, image: JudgedImage) -> str:
        """What a filter looks through for all that are judged alike."""
        key = "", id(image.judged)
        known = self._shared.get(key)
        if known is None:
            cells = [self.cell(image, column) for column in self.columns if column.shared]
            known = self._shared[key] = "\n".join(cells).casefold()
        return known

    def _sort(self) -> None:
        self._ordered = self.overview.ordered
        if self._order is not None:
            column, downwards = self._order
            self._ordered = list(self._all)
            self._ordered.sort(key=BY_ID[column].key, reverse=downwards)  # type: ignore[arg-type]  # keys of a column compare
        self._narrow()

    def _narrow(self) -> None:
        rows = self._ordered
        narrowing = self._narrowing
        if narrowing.group is not None:
            rows = self.overview.within(narrowing.group, rows)
        if narrowing.family:
            out = {id(image.judged) for image in rows if narrowing.family in image.judged.locked_out}
            rows = [image for image in rows if id(image.judged) in out]
        for word in narrowing.text.casefold().split():
            rows = self._with(word, rows)
        self.shown = list(rows) if rows is self._ordered else rows

    def _with(self, word: str, rows: Sequence[JudgedImage]) -> list[JudgedImage]:
        """Those in which a word of the filter stands."""
        name, colon, rest = word.partition(":")
        column = self._named(name) if colon and rest else None
        if column is not None:
            return [image for image in rows if rest in self.cell(image, column).casefold()]
        alike = {id(image.judged): image for image in rows}
        fits = {key for key, image in alike.items() if word in self._shared_text(image)}
        searched, write = self._searched, self._search_text
        return [
            image
            for image in rows
            if id(image.judged) in fits or word in (searched.get(image) or write(image))
        ]

    def _named(self, name: str) -> ImageColumn | None:
        """The column whose id or title begins so."""
        fits = (
            column
            for column in COLUMNS
            if column.id.startswith(name) or render(column.title).casefold().startswith(name)
        )
        return next(fits, None) if name else None
