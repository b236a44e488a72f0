"""A table as text to carry away: tab-separated and Markdown for the clipboard, CSV for a file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from wizard.report.markdown_text import escaped

Write = Callable[[Sequence[str], Iterable[Sequence[str]]], str]
"""Makes a text from a header and rows."""

# What a spreadsheet would take for a formula or a command, in its wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BEGINNING = re.compile(rf"(^|[;\t])(\s*[{re.escape(''.join(_FORMULA))}])")
_LINE_ENDS = re.compile("[\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


def tab_separated(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """For spreadsheets and mails. Tabs and line ends inside a cell become spaces."""
    lines = chain((header,), rows)
    return "".join("\t".join(_one_line(harmless(cell)) for cell in row) + "\n" for row in lines)


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; what Markdown would read as markup is escaped."""
    lines = [header, ["---"] * len(header)]
    text = [
        "| " + " | ".join(escaped(_one_line(cell)) for cell in lines[0]) + " |",
        "|" + "|".join(lines[1]) + "|",
    ]
    text += ["| " + " | ".join(escaped(_one_line(cell)) for cell in row) + " |" for row in rows]
    return "\n".join(text) + "\n"


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV as in RFC 4180, in UTF-8 with a byte order mark, which Excel needs to read it as such.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    data = io.BytesIO()
    text = io.TextIOWrapper(data, "utf-8-sig", newline="")
    write = csv.writer(text)
    write.writerow(map(harmless, header))
    write.writerows(map(harmless, row) for row in rows)
    text.flush()
    return data.getvalue()


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front of what a spreadsheet would run.

    Where a semicolon or a tab divides cells, as in a German Excel, a cell begins behind each.
    """
    if cell[:1].isalnum() and ";" not in cell and "\t" not in cell:
        return cell  # nearly every cell, and there may be millions
    return _BEGINNING.sub(r"\1'\2", cell)


def _one_line(cell: str) -> str:
    # What is printable has no line ends, and asking for that is quick.
    return cell if cell.isprintable() or not _LINE_ENDS.search(cell) else " ".join(cell.split())
