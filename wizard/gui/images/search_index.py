"""What a filter looks through: a line of words for each image, and one for all that are judged alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from time import monotonic

from wizard.gui.texts import current
from wizard.model.assessment.judged_image import JudgedImage
from wizard.report.images.columns import ImageColumn

_STRIDE = 64
_Found = tuple[tuple[str, ...], Sequence[JudgedImage], list[str], list[int]]
"""Words, and the images that have them, with their lines and their kinds."""

_BETWEEN = "\n"
"""Between two cells; none has it inside, for what a text hides is shown."""


class SearchIndex:
    """Lists beside the images, in their order: a hundred thousand are looked through in a hundredth of a second.

    Lines are written once for each image, a while at a time; an image without one is not found yet. say: a cell that is
    the same for all that are judged alike.
    """

    def __init__(self, say: Callable[[JudgedImage, ImageColumn], str]) -> None:
        self._say = say
        self._own: tuple[ImageColumn, ...] = ()
        self._shared: tuple[ImageColumn, ...] = ()
        self._written: dict[JudgedImage, str] = {}
        self._of_kinds: dict[int, str] = {}
        self._images: Sequence[JudgedImage] = ()
        self._lines: list[str] = []
        self._kinds: list[int] = []
        self._next = 0
        self._found: _Found = ((), (), [], [])

    def choose(self, columns: Sequence[ImageColumn]) -> None:
        """Look through these columns. Numbers of an image's own are left to words that name their column."""
        self._own = tuple(column for column in columns if not column.shared and not column.numeric)
        self._shared = tuple(column for column in columns if column.shared)
        self._written.clear()
        self.follow(self._images)

    def follow(self, images: Sequence[JudgedImage]) -> None:
        """These are the images now, in this order; what was written for those that stay is kept."""
        if len(self._written) > 2 * len(images):
            self._written.clear()
        written = self._written.get
        self._images = images
        self._lines = [written(image, "") for image in images]
        self._kinds = [id(image.judged) for image in images]
        self._of_kinds.clear()
        self._next = 0
        self._found = (), images, self._lines, self._kinds

    def forget(self, images: Iterable[JudgedImage]) -> None:
        """What these say has changed."""
        for image in images:
            self._written.pop(image, None)
        self.follow(self._images)

    def write(self, seconds: float) -> bool:
        """Write for so long. True once all is written."""
        if not self.whole:
            self._found = (), self._images, self._lines, self._kinds
        until = monotonic() + seconds
        for place in range(self._next, len(self._lines)):
            if not self._lines[place]:
                self._lines[place] = self._line(self._images[place])
            self._next = place + 1
            if place % _STRIDE == 0 and monotonic() > until:
                return False
        return True

    @property
    def whole(self) -> bool:
        """Whether all is written."""
        return self._next == len(self._lines)

    def with_words(self, words: Sequence[str]) -> list[JudgedImage]:
        """The images in whose words, or those of their kind, all of these stand."""
        before, images, lines, kinds = self._found
        if len(before) > len(words) or not all(map(str.startswith, words, before)):
            before, images, lines, kinds = (), self._images, self._lines, self._kinds
        # One types on: what the shorter word was not in, the longer one is not.
        for word in words:
            fits = {kind: word in line for kind, line in self._lines_of_kinds().items()}
            here = [fits[kind] or word in line for line, kind in zip(lines, kinds, strict=True)]
            images = list(compress(images, here))
            lines, kinds = list(compress(lines, here)), list(compress(kinds, here))
        self._found = tuple(words), images, lines, kinds
        return list(images)

    def cells(self, column: ImageColumn) -> dict[JudgedImage, str] | None:
        """What stands in a column of the images that are written; None of a column that is not looked through."""
        if column not in self._own:
            return None
        place = self._own.index(column)
        return {
            image: line.split(_BETWEEN)[place]
            for image, line in zip(self._images, self._lines, strict=True)
            if line
        }

    def _line(self, image: JudgedImage) -> str:
        translations = current()
        cells = [column.text(image, translations) for column in self._own]
        # Who has an ID looks for it, whether its column is shown or not.
        line = self._written[image] = _BETWEEN.join([*cells, image.row.image_id]).casefold()
        return line

    def _lines_of_kinds(self) -> dict[int, str]:
        if not self._of_kinds:
            alike = dict(zip(self._kinds, self._images, strict=True))
            for kind, image in alike.items():
                cells = (self._say(image, column) for column in self._shared)
                self._of_kinds[kind] = _BETWEEN.join(cells).casefold()
        return self._of_kinds
