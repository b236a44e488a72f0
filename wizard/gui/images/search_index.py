"""What a filter looks through: a line of words for each image, and one for all that are judged alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from time import monotonic

from wizard.gui.texts import current
from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.frozen import frozen, replace
from wizard.report.images.image_column import ImageColumn

_STRIDE = 64
_BETWEEN = "\n"
"""Between two cells; none has it inside, for what a text hides is shown."""


@frozen
class _Found:
    """The images that have these words, and beside each its kind and its line: images lie apart in memory."""

    words: tuple[str, ...]
    images: Sequence[JudgedImage]
    kinds: Sequence[Assessment]
    lines: Sequence[str]

    def narrowed(self, here: Sequence[bool]) -> _Found:
        """Those of them for which it says so here."""
        images, kinds, lines = (
            compress(self.images, here),
            compress(self.kinds, here),
            compress(self.lines, here),
        )
        return _Found(self.words, list(images), list(kinds), list(lines))


class SearchIndex:
    """Lists beside the images, in their order: a hundred thousand are looked through in a hundredth of a second.

    Lines are written once for each image, a while at a time; an image without one is not found yet. say: a cell that is
    the same for all that are judged alike.
    """

    def __init__(self, say: Callable[[JudgedImage, ImageColumn], str]) -> None:
        self._say = say
        self._own: tuple[ImageColumn, ...] = ()
        self._shared: tuple[ImageColumn, ...] = ()
        self._images: Sequence[JudgedImage] = ()
        self._lines: list[str] = []
        self._of_kinds: dict[Assessment, str] = {}
        self._order: Sequence[int] | None = None
        self._next = 0
        self._all: _Found | None = None
        self._last: _Found | None = None

    def choose(self, columns: Sequence[ImageColumn]) -> None:
        """Look through these columns. Numbers of an image's own are left to words that name their column."""
        self._own = tuple(column for column in columns if not column.shared and not column.numeric)
        self._shared = tuple(column for column in columns if column.shared)
        self._begin([""] * len(self._images))

    def follow(self, images: Sequence[JudgedImage]) -> None:
        """These are the images now; what was written for those that stay is kept."""
        written = dict(zip(self._images, self._lines, strict=True)) if any(self._lines) else {}
        self._images = images
        self._order = None
        self._begin([written.get(image, "") for image in images] if written else [""] * len(images))

    def arrange(self, order: Sequence[int] | None) -> None:
        """Find them in this order from now on, given as their places; None for the order in which they came."""
        self._order = order
        self._all = self._last = None

    def forget(self, images: Iterable[JudgedImage]) -> None:
        """What these say has changed."""
        gone = set(images)
        lines = zip(self._images, self._lines, strict=True)
        self._begin(["" if image in gone else line for image, line in lines])

    def write(self, seconds: float) -> bool:
        """Write for so long. True once all is written."""
        if self.whole:
            return True
        self._all = self._last = None
        until = monotonic() + seconds
        lines, images = self._lines, self._images
        for place in range(self._next, len(lines)):
            if not lines[place]:
                lines[place] = self._line(images[place])
            self._next = place + 1
            if place % _STRIDE == 0 and monotonic() > until:
                return False
        return True

    @property
    def whole(self) -> bool:
        """Whether all is written."""
        return self._next == len(self._lines)

    def make_ready(self) -> None:
        """Have at hand what the first word needs."""
        self._everything()
        self._lines_of_kinds()

    def search(self, words: Sequence[str], named: Sequence[tuple[ImageColumn, str]]) -> list[JudgedImage]:
        """The images in whose words, or those of their kind, all of these stand.

        named: what must stand in a certain column besides.
        """
        found = self._last or self._everything()
        if len(found.words) > len(words) or not all(map(str.startswith, words, found.words)):
            found = self._everything()
        # One types on: what the shorter word was not in, the longer one is not.
        for word in words:
            if word not in found.words:
                found = self._with(word, found)
        self._last = found = replace(found, words=tuple(words))
        for column, sought in named:
            found = found.narrowed(self._in_column(column, sought, found))
        return list(found.images)

    def _with(self, word: str, found: _Found) -> _Found:
        fits = {kind for kind, line in self._lines_of_kinds().items() if word in line}
        if len(fits) == len(self._of_kinds):
            return found
        if not fits:
            return found.narrowed([word in line for line in found.lines])
        beside = zip(found.kinds, found.lines, strict=True)
        return found.narrowed([kind in fits or word in line for kind, line in beside])

    def _in_column(self, column: ImageColumn, sought: str, found: _Found) -> list[bool]:
        if column in self._own:
            place = self._own.index(column)
            # An image that is not written yet has no cells.
            return [sought in line.split(_BETWEEN)[place] if line else False for line in found.lines]
        if not column.shared:
            return [sought in self._say(image, column).casefold() for image in found.images]
        alike = {image.judged: image for image in found.images}
        fits = {kind: sought in self._say(image, column).casefold() for kind, image in alike.items()}
        return [fits[kind] for kind in found.kinds]

    def _begin(self, lines: list[str]) -> None:
        self._lines = lines
        self._of_kinds = {}
        self._next = 0
        self._all = self._last = None

    def _everything(self) -> _Found:
        """All images, in the order that counts."""
        if self._all is None:
            images, lines = self._images, self._lines
            if self._order is not None:
                images = [images[place] for place in self._order]
                lines = [lines[place] for place in self._order]
            self._all = _Found((), images, [image.judged for image in images], lines)
        return self._all

    def _line(self, image: JudgedImage) -> str:
        translations = current()
        cells = [column.text(image, translations) for column in self._own]
        # Who has an ID looks for it, whether its column is shown or not.
        return _BETWEEN.join([*cells, image.row.image_id]).casefold()

    def _lines_of_kinds(self) -> dict[Assessment, str]:
        if not self._of_kinds:
            alike = {image.judged: image for image in self._images}
            for kind, image in alike.items():
                cells = (self._say(image, column) for column in self._shared)
                self._of_kinds[kind] = _BETWEEN.join(cells).casefold()
        return self._of_kinds
