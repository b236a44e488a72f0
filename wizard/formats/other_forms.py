"""What people have in hand that is neither JSON nor YAML: tables, lists, and what programs print."""

from __future__ import annotations

import re

from wizard.formats.printed.boxes import rows_of_boxes
from wizard.formats.printed.listed import rows_of_list
from wizard.formats.printed.python_text import python_value
from wizard.formats.table_text import Row, rows_of

__all__ = ["python_value", "rows_in"]

_LONGEST = 8 * 2**20  # of what is drawn for people; a table of any length is read
_ID = re.compile(r"\bami-[0-9a-f]{8}")


def rows_in(text: str) -> list[Row]:
    """The rows that name an image and one fact more, each with its line; none for any other text."""
    if found := rows_of(text):
        return found
    if len(text) > _LONGEST or not _ID.search(text):
        return []
    return rows_of_list(text) or rows_of_boxes(text)
