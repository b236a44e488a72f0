"""Tables as spreadsheets, consoles and databases export them: rows apart by lines, columns by a sign."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from wizard.formats.image_record import FACTS, field_of
from wizard.formats.workbook import SHEET_END
from wizard.model.ec2.names import INSTANCE_TYPE

Row = tuple[int, Mapping[str, object]]
"""A row's line, from 1, and what its columns say, in the names of an inventory's table."""
Cells = tuple[int, Sequence[str]]
"""A row's line, and what stands in it, column by column."""

_SIGNS = ("\t", ";", ",")
# How databases and their shells write that there is no value.
_NONE = frozenset({"", "<null>", "null", "\\n", "none", "(null)", "-", "–"})
# Fields whose words a console writes with capitals.
_WORDS = frozenset({"Architecture", "VirtualizationType", "RootDeviceType", "BootMode", "State"})
_SNAKE = {"ImageId": "image_id", "InstanceId": "instance_id", "InstanceType": "instance_type"}
_INSTANCES = {"instanceid": "InstanceId", "instancetype": "InstanceType"}
# Words that name their column, whatever language its head is in.
_TOLD = {
    "ImageId": re.compile(r"ami-(?:[0-9a-f]{17}|[0-9a-f]{8})"),
    "InstanceId": re.compile(r"i-(?:[0-9a-f]{17}|[0-9a-f]{8})"),
    "InstanceType": INSTANCE_TYPE,
    "Architecture": re.compile(r"i386|(?:x86_64|arm64)(?:_mac)?"),
    "VirtualizationType": re.compile(r"hvm|paravirtual"),
    "RootDeviceType": re.compile(r"ebs|instance-store", re.IGNORECASE),
    "BootMode": re.compile(r"legacy-bios|uefi(?:-preferred)?"),
}
_LOOKED_AT = 200
_MOST_TITLES = 20
_MOST_COLUMNS = 1000  # a cost and usage report has some hundred


def rows_of(text: str) -> list[Row]:
    """The rows of a table with a column of image IDs and one more that matters, each with its line.

    In the names that an inventory's table has, so that a column which is not there says nothing; no rows
    for any other text.
    """
    sheets = text.split(SHEET_END) if SHEET_END in text else [text]
    found: list[Row] = []
    before = 0
    for sheet in sheets:
        found += [(before + line, row) for line, row in _rows_of_one(sheet)]
        before += sheet.count("\n")
    return found


def _rows_of_one(text: str) -> list[Row]:
    lines = text.splitlines(keepends=True)
    said = (n for n, line in enumerate(lines) if line.strip() and not line.startswith("#TYPE"))
    first = list(islice(said, _MOST_TITLES))
    if not first:
        return []
    # A title above the head has no columns.
    skipped = next((n for n in first if any(sign in lines[n].strip() for sign in _SIGNS)), first[0])
    sign = max(_SIGNS, key=lines[skipped].count)
    reader = csv.reader(lines[skipped:], delimiter=sign)
    try:
        return rows_below((skipped + reader.line_num, values) for values in reader)
    except csv.Error:  # a field longer than any of a table
        return []


def rows_below(cells: Iterable[Cells]) -> list[Row]:
    """The same of lines however they were set apart: below a head, or without one where the first names an image."""
    lines = iter(cells)
    first = next(lines, (0, ()))
    if len(first[1]) > _MOST_COLUMNS:
        return []
    if any(map(known_column, first[1])):
        # Of --output text, whose lines of an image have lines of its disks below them.
        images = (each for each in chain([first], lines) if "ImageId" in map(known_column, each[1]))
        return rows_under([""] * len(first[1]), images)
    return rows_under(first[1], lines)


def rows_under(head: Sequence[str], cells: Iterable[Cells]) -> list[Row]:
    """The same of lines below their head."""
    lines = iter(cells)
    shown = list(islice(lines, _LOOKED_AT))
    names = _told([_field(name) for name in head], [values for _, values in shown])
    if "ImageId" not in names or not {*names} & {*FACTS, "InstanceType"}:
        return []
    found = []
    for line, values in chain(shown, lines):
        row = {name: _value(name, value) for name, value in zip(names, values, strict=False)}
        if row.get("ImageId"):
            found.append((line, _named(row)))
    return found


def known_column(value: str) -> str:
    """The field that a word of itself belongs to, such as an image's ID; empty for any other word."""
    return next((name for name, words in _TOLD.items() if words.fullmatch(value.strip())), "")


def _told(names: list[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The names of the columns, of which the words below count more than the head: one column for each field."""
    told: dict[str, list[int]] = {}
    for number in range(len(names)):
        said = {known_column(row[number]) for row in rows if number < len(row) and not _nothing(row[number])}
        if len(said) == 1:
            told.setdefault(said.pop(), []).append(number)
    for field, columns in told.items():
        by_head = [number for number in columns if names[number] == field]
        one = by_head if len(by_head) == 1 else columns
        if field and len(one) == 1:
            names = ["" if name == field else name for name in names]
            names[one[0]] = field
    return names


def _field(column: str) -> str:
    """What a column holds, in DescribeImages' and DescribeInstances' words; its own name for any other."""
    column = column.strip().strip('"').rpartition(".")[2]  # AWS Config's are configuration.imageId
    plain = column.replace("_", "").replace(" ", "").casefold()
    return field_of(column) or _INSTANCES.get(plain, column)


def _nothing(value: str) -> bool:
    return value.strip().casefold() in _NONE


def _value(name: str, value: str) -> str | None:
    value = value.strip()
    if _nothing(value):
        return None
    return value.casefold() if name in _WORDS else value


def _named(row: dict[str, str | None]) -> Mapping[str, object]:
    platform = row.get("Platform")
    if platform and not platform.casefold().startswith("windows"):
        # The console's word for what the API calls PlatformDetails.
        row["PlatformDetails"] = row.get("PlatformDetails") or platform
        row["Platform"] = None
    return {"title": None, **{_SNAKE.get(name, name): value for name, value in row.items() if name}}
