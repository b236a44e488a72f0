"""Tables drawn for people: by the AWS CLI, databases, Markdown and PowerShell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wizard.formats.image_record import field_of
from wizard.formats.table_text import Cells, Row, rows_below, rows_under
from wizard.model.frozen import frozen

_DRAWN = str.maketrans("│┃║─━═┌┐└┘├┤┬┴┼╭╮╰╯", "|||----------------")
_RULE = re.compile(r"[\s|+:=-]*-{2}[\s|+:=-]*")
_SPANS = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")


@frozen
class _Line:
    """A line of a box: its number, and what stands in its cells."""

    number: int
    cells: Sequence[str]


def rows_of_boxes(text: str) -> list[Row]:
    """The rows with an image's ID and one fact more, each with its line; none for any other text."""
    lines = text.translate(_DRAWN).splitlines()
    found = [row for block in _blocks(lines) for row in _rows(block)]
    return found or [row for head, cells in _spanned(lines) for row in rows_under(head, cells)]


def _blocks(lines: list[str]) -> Iterator[list[_Line]]:
    """What stands together: the lines below each title, or a whole table that has none."""
    block: list[_Line] = []
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if _RULE.fullmatch(bare):
            continue
        cells = [cell.strip() for cell in bare.strip("|").split("|")] if "|" in bare else []
        if len(cells) < 2:
            yield block
            block = []
        if len(cells) >= 2:
            block.append(_Line(number, cells))
    yield block


def _rows(block: list[_Line]) -> list[Row]:
    if not block:
        return []
    if all(len(line.cells) == 2 for line in block) and not _named(block[0].cells[1]):
        names = [line.cells[0] for line in block]
        if sum(map(_named, names)) > 1 and len({*names}) == len(names):
            # DescribeImages' own words, of which a reply leaves out those that say no.
            row = {line.cells[0]: line.cells[1] for line in block if line.cells[1]}
            return [(block[0].number, row)] if rows_under([*row], [(0, [*row.values()])]) else []
    return rows_below((line.number, line.cells) for line in block)


def _named(name: str) -> bool:
    return bool(field_of(name)) or name in ("InstanceId", "InstanceType")


def _spanned(lines: list[str]) -> Iterator[tuple[list[str], list[Cells]]]:
    """Columns below a line of dashes, as PowerShell sets them: the head, and the lines until a blank one."""
    for number, (head, rule) in enumerate(pairwise(lines), 1):
        if not _SPANS.fullmatch(rule):
            continue
        begins = [found.start() for found in re.finditer(r"-+", rule)]
        ends = [*begins[1:], None]
        spans = list(zip(begins, ends, strict=True))
        rows: list[Cells] = []
        for below, line in enumerate(lines[number + 1 :], number + 2):
            if not line.strip():
                break
            rows.append((below, [line[a:b].strip() for a, b in spans]))
        yield [head[a:b].strip() for a, b in spans], rows
