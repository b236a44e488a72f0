"""Objects as PowerShell lists them: a line for each property, a blank line between two objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wizard.formats.table_text import Row, rows_under

_PROPERTY = re.compile(r"([A-Za-z]\w*)[ \t]+:(?:[ \t]+(.*))?")
_FEWEST = 3
# What stands for a list or an object, whose members PowerShell does not print.
_FOLDED = ("{", "Amazon.EC2.Model.")


def rows_of_list(text: str) -> list[Row]:
    """The objects with an image's ID and one fact more, each with its line; none for any other text."""
    return [row for line, each in _objects(text) for row in rows_under([*each], [(line, [*each.values()])])]


def _objects(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    found: dict[str, str] = {}
    begun = key = None
    for number, line in enumerate(text.splitlines(), 1):
        said = _PROPERTY.fullmatch(line.strip())
        if said and (begun is None or said[1] not in found):
            begun, key = begun or number, said[1]
            value = (said[2] or "").strip()
            found[key] = "" if value.startswith(_FOLDED) else value
        elif said is None and key and line.startswith(" ") and line.strip() and found[key]:
            found[key] += line.strip()  # broken where the window ended
        elif begun is not None:
            if len(found) >= _FEWEST:
                yield begun, found
            found, begun, key = {}, None, None
            if said:
                begun, key = number, said[1]
                found[key] = (said[2] or "").strip()
    if begun is not None and len(found) >= _FEWEST:
        yield begun, found
