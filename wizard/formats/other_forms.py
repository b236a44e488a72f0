"""What people have in hand that is neither JSON nor YAML: tables, lists, and what programs print."""

from __future__ import annotations

import re

from wizard.formats.printed.boxes import rows_of_boxes
from wizard.formats.printed.listed import rows_of_list
from wizard.formats.printed.python_text import python_value
from wizard.formats.table_text import Row, rows_of

_LONGEST = 4 * 2**20  # of what is printed for people; a table of any length is read
_ID = re.compile(r"\bami-[0-9a-f]{8}")
_LISTED = re.compile(r"^[ \t]*ImageId[ \t]+:", re.MULTILINE)


def rows_in(text: str) -> list[Row]:
    """The rows that name an image and one fact more, each with its line; none for any other text."""
    if not _ID.search(text):
        return []
    if found := rows_of(text):
        return found
    if len(text) > _LONGEST:
        return []
    return (rows_of_list(text) if _LISTED.search(text) else []) or rows_of_boxes(text)


def printed_value(text: str) -> object:
    """What a program in Python printed of images or instances; None for any other text."""
    return python_value(text) if len(text) <= _LONGEST and _ID.search(text) else None
