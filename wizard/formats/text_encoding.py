"""Bytes that somebody saved, as text: UTF-8, the UTF-16 of PowerShell, or the code page of a Windows console."""

from __future__ import annotations

import codecs
from contextlib import suppress

from wizard.model.message import Message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PACKED = (
    (b"\x1f\x8b", "gzip", "gunzip"),
    (b"PK\x03\x04", "zip", "unzip"),
    (b"BZh", "bzip2", "bunzip2"),
    (b"\xfd7zXZ\x00", "xz", "unxz"),
    (b"\x28\xb5\x2f\xfd", "zstd", "unzstd"),
)
_WORKBOOKS = (b"[Content_Types].xml", b"xl/", b"opendocument.spreadsheet")  # of Excel and LibreOffice
_OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_LOOKED_AT = 4096


class NotText(ValueError):
    """The bytes are no text. message: what they are, and what to do."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.template)


def text_of(data: bytes) -> str:
    """The text, without a byte order mark; of a workbook its sheets.

    Bytes of a code page that cannot be told become U+FFFD: every fact that decides about a launch is
    ASCII, which is the same in all of them. Raises NotText for what is compressed or no text at all.
    """
    if (sheets := _unpacked(data)) is not None:
        return sheets
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return _wide(data)
    return data.decode("utf-8", "replace")


def _unpacked(data: bytes) -> str | None:
    """The sheets of a workbook; None for what is not packed. Raises NotText for all else that is no text."""
    if data.startswith(b"PK\x03\x04") and b"tfplan" in data[:_LOOKED_AT]:
        said = "Terraform's own form of a plan; expected what this prints: terraform show -json {plan}"
        raise NotText(Message(said, {"plan": "PLAN"}))
    if data.startswith(b"PK\x03\x04") and any(mark in data[:_LOOKED_AT] for mark in _WORKBOOKS):
        # The start reads texts, too, and needs none of what reads workbooks.
        from wizard.formats.workbook import NotAWorkbook, workbook_text

        with suppress(NotAWorkbook):
            return workbook_text(data)
        said = "no workbook of a spreadsheet that can be read; expected its sheet, saved as CSV"
        raise NotText(Message(said))
    if data.startswith(_OLDER):
        raise NotText(Message("a workbook of an older Excel; expected its sheet, saved as CSV"))
    for beginning, form, tool in _PACKED:
        if data.startswith(beginning):
            values = {"form": form, "tool": tool}
            raise NotText(Message("compressed with {form}; unpack it first, for example with {tool}", values))
    for beginning, form in _BINARY:
        if data.startswith(beginning):
            raise NotText(Message("{form}; expected text", {"form": Message(form)}))
    return None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in a text that is mostly ASCII every second byte is zero."""
    sample = data[:_LOOKED_AT]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > half * 0.7 and even < half * 0.1:
        return data.decode("utf-16-le", "replace")
    if even > half * 0.7 and odd < half * 0.1:
        return data.decode("utf-16-be", "replace")
    raise NotText(Message("binary data, with zero bytes in it; expected text"))
