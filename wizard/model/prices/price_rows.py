"""The rows of AWS's public price file, a block of bytes at a time: the list of a Region has a million of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

# A block that fits into the processor's cache takes half the time of a larger one.
_AT_ONCE = 1 << 16
_LONGEST = 1 << 16
# Every wanted row has the others of these; looking for them spares parsing.
_RESERVED, _SHARED, _USED, _RUN = b'"Reserved"', b'"Shared"', b'"Used"', b'"RunInstances'


class CutOff(Exception):
    """A file ends in the middle of a row; its number, from 1."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class PriceRows:
    """Reads a price file from its first row on.

    source: at the first byte behind the header. term: the place of the column that says "Reserved", from 0.
    read: how many bytes of rows there were until now.
    """

    def __init__(self, source: io.BufferedIOBase, term: int) -> None:
        self._source = source
        # Twelve rows of thirteen are of reservations: they are passed over without being cut out of their block.
        self._others = re.compile(b'\n(?!%s"Reserved").*+' % (b'"[^"]*+",' * term))
        self._begin = source.tell() if source.seekable() else None
        # What has been counted, in bytes and rows: of a file that can be read again only where a number is wanted.
        self._counted = self._rows = 0
        # Begins with the end of the row before it, so that each row in it has one in front.
        self._block = b"\n"
        self.read = 0

    def wanted(self) -> Iterator[list[bytes]]:
        """For each block the rows that may be hours of On-Demand, without their end.

        Raises CutOff.
        """
        while len(self._block) < _LONGEST and (part := self._source.read(_AT_ONCE)):
            self._block += part
            self.read += len(part)
            end = self._block.rfind(b"\n")
            yield [
                row[1:]
                for row in self._others.findall(self._block, 0, end)
                if _SHARED in row and _USED in row and _RUN in row and _RESERVED not in row
            ]
            if self._begin is None:
                self._count(self._block[1 : end + 1])
            self._block = self._block[end:]
        if self._block != b"\n":
            raise CutOff(self.number(self._block[1:]))

    def number(self, row: bytes) -> int:
        """Which row of the file a row of this block is, from 1."""
        if self._begin is not None:
            self._count_again(self._begin, self.read - len(self._block) + 1)
        return self._rows + self._block.count(b"\n", 0, self._block.index(b"\n" + row) + 1)

    def _count_again(self, begin: int, until: int) -> None:
        here = self._source.tell()
        self._source.seek(begin + self._counted)
        while part := self._source.read(min(_AT_ONCE, until - self._counted)):
            self._count(part)
        self._source.seek(here)

    def _count(self, part: bytes) -> None:
        self._counted += len(part)
        self._rows += part.count(b"\n")
