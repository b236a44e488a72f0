"""The rows that a table of images shows: all that there are, narrowed and ordered."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.gui.images.search_index import SearchIndex
from wizard.gui.texts import current, render
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group, Overview
from wizard.model.frozen import frozen
from wizard.report.images.columns import BY_ID, COLUMNS, USUAL
from wizard.report.images.image_column import ImageColumn

ImageOrder = tuple[str, bool]
"""A column's id, and whether it runs downwards."""


@frozen
class Narrowing:
    """What must hold for an image to be shown. family: it is locked out of this one.

    text: every word stands in some shown column, but for numbers of the image's own, of which a word such
    as used:3 or region:eu names the column.
    """

    text: str = ""
    group: Group | None = None
    family: str = ""


_AT_ONCE_SECONDS = 0.02
"""How long a filter may write what it looks through before it shows what it has."""


class ImageRows:
    """Filters and sorts plain lists: milliseconds for a hundred thousand images.

    What a filter looks through is written once for each image, ahead of it by `prepare`, or else while it is shown what
    was found so far.
    """

    def __init__(self) -> None:
        self._all: Sequence[JudgedImage] = ()
        self.overview = Overview(())
        self._ordered: list[JudgedImage] = []
        self._came: Sequence[int] | None = None
        self._order: ImageOrder | None = None
        self._narrowing = Narrowing()
        self._index = SearchIndex(self.cell)
        self._shared: dict[tuple[str, int], str] = {}
        self.columns: tuple[ImageColumn, ...] = tuple(BY_ID[id] for id in USUAL)
        self._index.choose(self.columns)
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
        self.overview = Overview(images)
        self._came = None
        self._shared.clear()
        self._index.follow(self.overview.ordered)
        self._sort()

    def choose(self, columns: Sequence[str], order: Sequence[str] = ()) -> None:
        """Show these columns, by id: first those that somebody put in an order, then the others in the usual one."""
        chosen = [column for column in COLUMNS if column.id in columns]
        places = {id: place for place, id in enumerate(order)}
        self.columns = tuple(sorted(chosen, key=lambda column: places.get(column.id, len(places))))
        self._shared.clear()
        self._index.choose(self.columns)
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
        self._index.forget(images)

    def prepare(self, seconds: float) -> bool:
        """Write ahead for so long what a filter looks through. True once all is written."""
        done = self._index.write(seconds)
        if done:
            self._index.make_ready()
        return done

    @property
    def searched(self) -> bool:
        """Whether the filter has looked through all images; else more may come once `prepare` is done."""
        return self._index.whole or not self._narrowing.text.strip()

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
        return image in self._all

    def _sort(self) -> None:
        self._ordered, places = self.overview.ordered, None
        if self._order is not None:
            column, downwards = self._order
            places = self._sorted(BY_ID[column], downwards=downwards)
            self._ordered = [self._ordered[place] for place in places]
        self._index.arrange(places)
        self._narrow()

    def _sorted(self, column: ImageColumn, *, downwards: bool) -> list[int]:
        """Places among the gravest first, by what a column sorts by; what is alike there as it came."""
        images = self.overview.ordered
        if self._came is None:
            places = dict(zip(images, range(len(images)), strict=True))
            self._came = [places[image] for image in self._all]
        if not column.shared:
            keys = [column.key(image) for image in images]
        else:
            alike = {image.judged: image for image in images}
            known = {judged: column.key(image) for judged, image in alike.items()}
            keys = [known[image.judged] for image in images]
        return sorted(self._came, key=keys.__getitem__, reverse=downwards)

    def _narrow(self) -> None:
        narrowing = self._narrowing
        rows = self._with_words(narrowing.text.casefold().split())
        if narrowing.group is not None:
            rows = self.overview.within(narrowing.group, rows)
        if narrowing.family:
            out = {id(image.judged) for image in rows if narrowing.family in image.judged.locked_out}
            rows = [image for image in rows if id(image.judged) in out]
        self.shown = list(rows) if rows is self._ordered else rows

    def _with_words(self, words: Sequence[str]) -> list[JudgedImage]:
        """Those in which every word of the filter stands."""
        if not words:
            return self._ordered
        self._index.write(_AT_ONCE_SECONDS)
        named = [(word, self._column_of(word)) for word in words]
        return self._index.search(
            [word for word, column in named if column is None],
            [(column, word.partition(":")[2]) for word, column in named if column is not None],
        )

    def _column_of(self, word: str) -> ImageColumn | None:
        """The column that a word such as region:eu names."""
        name, colon, rest = word.partition(":")
        return self._named(name) if colon and rest else None

    def _named(self, name: str) -> ImageColumn | None:
        """The column whose id or title begins so."""
        fits = (
            column
            for column in COLUMNS
            if column.id.startswith(name) or render(column.title).casefold().startswith(name)
        )
        return next(fits, None) if name else None
