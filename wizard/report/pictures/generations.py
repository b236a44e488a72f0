"""The types that fit by what their families are for and how old they are."""

from __future__ import annotations

from collections import Counter

from wizard.model.catalog.families import Families
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.message import Message, counted
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.pictures.picture import Scale, ScaleRow
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible

_OLD = 4
_MANY = 20
_NOTHING = 3
_ROWS = (
    (Purpose.HPC, Message("High-performance computing")),
    (Purpose.STORAGE, Message("Storage")),
    (Purpose.MEMORY, Message("Memory")),
    (Purpose.COMPUTE, Message("Compute")),
    (Purpose.GENERAL, Message("General purpose")),
)
_ACCELERATED = Message("Accelerated")
_OTHER = Message("Others")


def generations(recommendation: Recommendation, families: Families, writer: ReportWriter) -> Scale | None:
    """A row for each purpose, a cell for each generation with the number of types. None where all are of one."""
    found: dict[Message, Counter[int]] = {title: Counter() for _, title in reversed(_ROWS)}
    found |= {_ACCELERATED: Counter(), _OTHER: Counter()}
    for entry in recommendation.ranked:
        it = entry.instance_type
        generation = max(_OLD, families.generation(it.family))
        found[_purpose(it, families)][generation] += 1
    columns = sorted({generation for row in found.values() for generation in row})
    if len(columns) < 2:
        return None
    first = recommendation.ranked[0].instance_type
    return Scale(
        caption=writer.say(
            Message("The types that meet every answer, by purpose and generation of their families")
        ),
        columns=tuple(_column(generation, writer) for generation in columns),
        rows=tuple(
            ScaleRow(
                title=writer.say(title),
                cells=tuple(writer.figure(counted(row[each])) if row[each] else "–" for each in columns),
                levels=tuple(_level(row[each]) for each in columns),
                note="",
                mark=visible(first.name) if title is _purpose(first, families) else "",
            )
            for title, row in found.items()
            if row
        ),
    )


def _column(generation: int, writer: ReportWriter) -> str:
    values = {"generation": generation}
    if generation == _OLD:
        return writer.say(Message("{generation} and older", values))
    return writer.say(Message("Generation {generation}", values))


def _level(count: int) -> int:
    return _NOTHING if not count else 2 if count >= _MANY else 1


def _purpose(it: InstanceType, families: Families) -> Message:
    if it.accelerators:
        return _ACCELERATED
    for purpose, title in _ROWS:
        order = families.purposes[purpose]
        # Behind its own families, those for high-performance computing name plain ones.
        if order.place(it.family) < (2 if purpose is Purpose.HPC else len(order.families)):
            return title
    return _OTHER
