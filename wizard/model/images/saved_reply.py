"""What `aws ec2 describe-images` printed, kept as text: a third of the memory that its records take."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.images.reply_text import Record, record_at, records_in


class SavedReply:
    """The images of a saved reply as rows, and each row's record when somebody wants to see it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[ImageRow, int] = {}
        self._records: dict[ImageRow, Record] = {}

    def rows(self, name: str, region: str, reader: RowReader) -> Iterator[ImageRow]:
        """The rows one by one, of no profile. name: the file's name; region: where it is from, if known.

        reader: one that keeps no records, or nothing is saved. Raises ImageError, as `records_in` does.
        """
        for record, where, start in records_in(self._text, name):
            row = reader.read(record, "", region, where)
            if start is None:
                self._records[row] = record
            else:
                self._starts[row] = start
            yield row

    def record(self, row: ImageRow) -> Record | None:
        """What DescribeImages said of a row that came from here; None for another row."""
        known, start = self._records.get(row), self._starts.get(row)
        return known if known is not None or start is None else record_at(self._text, start)
