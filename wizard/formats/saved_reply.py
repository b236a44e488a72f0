"""What `aws ec2 describe-images` printed, kept as text: a third of the memory that its records take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wizard.formats.image_text import ImageText
from wizard.formats.reply_stream import Record, record_at
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message


class SavedReply:
    """The images of a saved reply as rows, and each row's record when somebody wants to see it."""

    def __init__(self, text: str, name: str) -> None:
        """name: the file's name, for messages."""
        self._text = text.removeprefix("\ufeff")
        self._images = ImageText(self._text, name)
        self._starts: dict[ImageRow, int] = {}
        self._records: dict[ImageRow, Record] = {}

    @property
    def odd(self) -> Sequence[Message]:
        """A line for each member that could not be read, after `rows`."""
        return self._images.odd

    @property
    def page(self) -> bool:
        """Whether the reply says that more follow, after `rows`."""
        return self._images.page

    def rows(self, region: str, reader: RowReader) -> Iterator[ImageRow]:
        """The rows one by one, of no profile. region: where they are from, if known.

        reader: one that keeps no records, or nothing is saved. Raises ImageError, as `ImageText` does.
        """
        for record in self._images.records():
            row = self._images.row(record, region, reader)
            if row is None:
                continue
            if record.start is None:
                self._records[row] = record.fields
            else:
                self._starts[row] = record.start
            yield row

    def record(self, row: ImageRow) -> Record | None:
        """What DescribeImages said of a row that came from here; None for another row."""
        known, start = self._records.get(row), self._starts.get(row)
        return known if known is not None or start is None else record_at(self._text, start)
