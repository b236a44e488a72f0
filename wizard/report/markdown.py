"""The report as Markdown: the same content, with no value able to become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wizard.report.document import (
    Block,
    Column,
    Comparison,
    Entry,
    Facts,
    Labels,
    NamedValue,
    Paragraph,
    Procedure,
    ProcedureStep,
    Reference,
    Report,
    Statement,
    Statements,
    Table,
)
from wizard.report.markdown_text import escaped
from wizard.report.pictures.picture import Bars, Dots, Scale

_UNSAFE_IN_URL = re.compile(r"[^A-Za-z0-9:/?#\[\]@!$&'*+,;=%._~-]")


def render_markdown(report: Report) -> str:
    """CommonMark with GitHub's tables, UTF-8, ending in a newline."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    labels = report.labels
    if report.band:
        yield f"**{escaped(report.band)}**"
    yield f"# {escaped(report.title)}"
    yield f"{escaped(labels.kind)}, {escaped(labels.day)}. {escaped(labels.data)}."
    if report.parties:
        yield ", ".join(f"{escaped(party.label)}: {escaped(party.value)}" for party in report.parties)
    for notice in report.notices:
        yield f"**{escaped(notice.text)}**{_cite(notice.sources)}"
    if report.lead:
        yield " ".join(map(escaped, report.lead))
    for side in report.transfer:
        yield f"**{escaped(side.title)}: {escaped(side.value)}.** {escaped(side.text)}"
    if report.taken:
        yield _facts(report.taken)
    if report.decision:
        yield f"**{escaped(labels.decision)}**"
        yield _facts(report.decision)
    if report.picture is not None:
        yield from _picture(report.picture)
    yield from _sections(report)
    if report.references:
        yield f"## {escaped(labels.sources)}"
        yield "\n".join(map(_reference, report.references))


def _sections(report: Report) -> Iterator[str]:
    labels = report.labels
    annex = False
    for section in report.sections:
        if section.annex and not annex:
            annex = True
            yield "***"
            yield f"**{escaped(labels.annex)}**"
        yield f"## {escaped(section.title)}"
        for block in section.blocks:
            yield from _block(block, labels)


def _block(block: Block, labels: Labels) -> Iterator[str]:
    match block:
        case Paragraph():
            yield escaped(block.text) + _cite(block.sources)
        case Facts():
            yield _facts(block.items)
        case Statements():
            yield from (part for item in block.items for part in _statement(item, labels))
        case Entry():
            yield from _entry(block, labels)
        case Table() | Scale():
            yield from _table(block if isinstance(block, Table) else _as_table(block))
        case Bars() | Dots():
            yield from _picture(block)
        case Comparison():
            yield from (
                f"**{escaped(side.title)}: {escaped(side.value)}.** {escaped(side.text)}{_cite(side.sources)}"
                for side in block.sides
            )
        case Procedure():
            yield from _procedure(block, labels)
        case _:
            yield escaped(block.purpose)
            yield _code(block.lines, block.language)
            if block.note:
                yield escaped(block.note) + _cite(block.sources)


def _picture(picture: Bars | Dots) -> Iterator[str]:
    """What it says in words."""
    yield f"*{escaped(picture.caption)}*"
    if isinstance(picture, Bars):
        yield "\n".join(f"- {escaped(bar.label)}: **{escaped(bar.figure)}**" for bar in picture.bars)
    else:
        yield escaped(picture.alternative)


def _facts(facts: Iterable[NamedValue]) -> str:
    return "\n".join(
        f"- {escaped(fact.label)}: **{escaped(fact.value)}**{_cite(fact.sources)}"
        f"{' · ' if fact.note else ''}{escaped(fact.note)}"
        for fact in facts
    )


def _entry(entry: Entry, labels: Labels) -> Iterator[str]:
    yield f"### {escaped(entry.title)}"
    yield ", ".join(escaped(words) for words in (entry.outcome_words, entry.note) if words)
    if entry.text:
        yield escaped(entry.text)
    for statement in entry.statements:
        yield from _statement(statement, labels)


def _as_table(scale: Scale) -> Table:
    noted = any(row.note for row in scale.rows)
    columns = (Column("", 2), *(Column(title, 1) for title in scale.columns))
    rows = tuple(
        (f"{row.title} ({row.mark})" if row.mark else row.title, *row.cells, *((row.note,) if noted else ()))
        for row in scale.rows
    )
    return Table(scale.caption, (*columns, Column("", 3)) if noted else columns, rows)


def _statement(statement: Statement, labels: Labels) -> Iterator[str]:
    """One list item; what belongs to it is indented under it."""
    grade = f"{escaped(statement.outcome_words)}; {escaped(statement.evidence)}"
    yield f"- {escaped(statement.text)} ({grade}){_cite(statement.sources)}"
    if statement.remedy:
        yield f"  {escaped(labels.remedy)}: {escaped(statement.remedy)}"
    if statement.error or statement.error_code:
        yield f"  {escaped(labels.error)}"
        words = ": ".join(filter(None, (statement.error_code, statement.error)))
        yield "\n".join(f"  {line}" for line in _code((words,), "").split("\n"))


def _procedure(change: Procedure, labels: Labels) -> Iterator[str]:
    yield f"### {escaped(change.title)}"
    yield escaped(change.why) + _cite(change.sources)
    for label, texts in ((labels.preconditions, change.preconditions), (labels.cautions, change.cautions)):
        yield f"**{escaped(label)}**"
        yield "\n".join(f"- {escaped(text)}" for text in texts)
    for number, step in enumerate(change.steps, 1):
        yield from _step(number, step, labels)
    yield f"**{escaped(labels.way_back)}.** {escaped(change.way_back)}"


def _step(number: int, step: ProcedureStep, labels: Labels) -> Iterator[str]:
    """One item of a numbered list; what belongs to it is indented under it."""
    mark = f"{number}. "
    yield mark + escaped(step.text)
    if step.tool:
        yield f"{' ' * len(mark)}{escaped(labels.tool)}: {escaped(step.tool)}"
    if step.lines:
        yield "\n".join(f"{' ' * len(mark)}{line}" for line in _code(step.lines, "").split("\n"))


def _table(table: Table) -> Iterator[str]:
    yield f"*{escaped(table.caption)}*"
    head = [_row(column.title for column in table.columns)]
    head.append("|" + "|".join("---:" if column.numeric else "---" for column in table.columns) + "|")
    yield "\n".join([*head, *map(_row, table.rows)])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


def _reference(reference: Reference) -> str:
    url = _UNSAFE_IN_URL.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode()), reference.url)
    return f"{reference.number}. [{escaped(reference.title)}](<{url}>), {escaped(reference.checked)}"


def _cite(numbers: tuple[int, ...]) -> str:
    return " " + " ".join(f"\\[{number}\\]" for number in numbers) if numbers else ""


def _code(lines: Iterable[str], language: str) -> str:
    """A fence longer than any run of backticks inside."""
    body = "\n".join(lines)
    longest = max(map(len, re.findall(r"`+", body)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{body}\n{fence}"
