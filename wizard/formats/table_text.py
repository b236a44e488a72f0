"""Tables as spreadsheets, consoles and databases export them: rows apart by lines, columns by a sign."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from wizard.formats.image_record import FACTS, field_of

_SIGNS = ("\t", ";", ",")
# How databases and their shells write that there is no value.
_NONE = frozenset({"", "<null>", "null", "\\n", "none", "(null)"})
# Fields whose words a console writes with capitals.
_WORDS = frozenset({"Architecture", "VirtualizationType", "RootDeviceType", "BootMode", "State"})
_SNAKE = {"ImageId": "image_id", "InstanceId": "instance_id", "InstanceType": "instance_type"}
_INSTANCES = {"instanceid": "InstanceId", "instancetype": "InstanceType"}


def rows_of(text: str) -> list[tuple[int, Mapping[str, object]]]:
    """The rows of a table with a column of image IDs and one more that matters, each with its line.

    In the names that an inventory's table has, so that a column which is not there says nothing; no rows
    for any other text.
    """
    lines = text.splitlines(keepends=True)
    skipped = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#TYPE")), None)
    if skipped is None:
        return []
    sign = max(_SIGNS, key=lines[skipped].count)
    try:
        head = next(csv.reader(lines[skipped : skipped + 1], delimiter=sign), [])
        names = [_field(name) for name in head]
        if "ImageId" not in names or not {*names} & {*FACTS, "InstanceType"}:
            return []
        return list(_rows(lines[skipped + 1 :], sign, names, skipped + 1))
    except csv.Error:  # a field longer than any of a table
        return []


def _rows(
    lines: list[str], sign: str, names: list[str], before: int
) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.reader(lines, delimiter=sign)
    for values in reader:
        row = {name: _value(name, value) for name, value in zip(names, values, strict=False)}
        if row.get("ImageId"):
            yield before + reader.line_num, _named(row)


def _field(column: str) -> str:
    """What a column holds, in DescribeImages' and DescribeInstances' words; its own name for any other."""
    column = column.strip().strip('"').rpartition(".")[2]  # AWS Config's are configuration.imageId
    plain = column.replace("_", "").replace(" ", "").casefold()
    return field_of(column) or _INSTANCES.get(plain, column)


def _value(name: str, value: str) -> str | None:
    value = value.strip()
    if value.casefold() in _NONE:
        return None
    return value.casefold() if name in _WORDS else value


def _named(row: dict[str, str | None]) -> Mapping[str, object]:
    platform = row.get("Platform")
    if platform and not platform.casefold().startswith("windows"):
        # The console's word for what the API calls PlatformDetails.
        row["PlatformDetails"] = row.get("PlatformDetails") or platform
        row["Platform"] = None
    return {"title": None, **{_SNAKE.get(name, name): value for name, value in row.items() if name}}
