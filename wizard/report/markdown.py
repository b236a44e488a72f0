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
    Scale,
    Statement,
    Statements,
    Table,
)

_MARKUP = re.compile(
    r"[\\`*\[\]<>~|&$]"  # anywhere
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, but not the middle of x86_64
    r"|^[-+#=]"  # what makes a line a heading, a rule or a list item
    r"|:(?=//)|(?<=www)\."  # what GitHub makes a link
)
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_UNSAFE_IN_URL = re.compile(r"[^A-Za-z0-9:/?#\[\]@!$&'*+,;=%._~-]")


def render_markdown(report: Report) -> str:
    """CommonMark with GitHub's tables, UTF-8, ending in a newline."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    labels = report.labels
    if report.band:
        yield f"**{_text(report.band)}**"
    yield f"# {_text(report.title)}"
    yield f"{_text(labels.kind)}, {_text(labels.day)}"
    for notice in report.notices:
        yield f"**{_text(notice.text)}**{_cite(notice.sources)}"
    if report.lead:
        yield " ".join(map(_text, report.lead))
    for side in report.transfer:
        yield f"**{_text(side.title)}: {_text(side.value)}.** {_text(side.text)}"
    if report.decision:
        yield f"**{_text(labels.decision)}**"
        yield _facts(report.decision)
    annex = False
    for section in report.sections:
        if section.annex and not annex:
            annex = True
            yield "***"
            yield f"**{_text(labels.annex)}**"
        yield f"## {_text(section.title)}"
        for block in section.blocks:
            yield from _block(block, labels)
    if report.references:
        yield f"## {_text(labels.sources)}"
        yield "\n".join(map(_reference, report.references))


def _block(block: Block, labels: Labels) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _text(block.text) + _cite(block.sources)
        case Facts():
            yield _facts(block.items)
        case Statements():
            yield from (part for item in block.items for part in _statement(item, labels))
        case Entry():
            yield from _entry(block, labels)
        case Table() | Scale():
            yield from _table(block if isinstance(block, Table) else _as_table(block))
        case Comparison():
            for side in block.sides:
                yield f"**{_text(side.title)}: {_text(side.value)}.** {_text(side.text)}{_cite(side.sources)}"
        case Procedure():
            yield from _procedure(block, labels)
        case _:
            yield _text(block.purpose)
            yield _code(block.lines, block.language)
            if block.note:
                yield _text(block.note) + _cite(block.sources)


def _facts(facts: Iterable[NamedValue]) -> str:
    return "\n".join(f"- {_text(fact.label)}: **{_text(fact.value)}**{_cite(fact.sources)}" for fact in facts)


def _entry(entry: Entry, labels: Labels) -> Iterator[str]:
    yield f"### {_text(entry.title)}"
    yield ", ".join(_text(words) for words in (entry.outcome_words, entry.note) if words)
    if entry.text:
        yield _text(entry.text)
    for statement in entry.statements:
        yield from _statement(statement, labels)


def _as_table(scale: Scale) -> Table:
    columns = (Column("", 2), *(Column(title, 1) for title in scale.columns), Column("", 3))
    rows = tuple(
        (f"{row.title} ({row.mark})" if row.mark else row.title, *row.cells, row.note) for row in scale.rows
    )
    return Table(scale.caption, columns, rows)


def _statement(statement: Statement, labels: Labels) -> Iterator[str]:
    """One list item; what belongs to it is indented under it."""
    grade = f"{_text(statement.outcome_words)}; {_text(statement.evidence)}"
    yield f"- {_text(statement.text)} ({grade}){_cite(statement.sources)}"
    if statement.remedy:
        yield f"  {_text(labels.remedy)}: {_text(statement.remedy)}"
    if statement.error or statement.error_code:
        yield f"  {_text(labels.error)}"
        words = ": ".join(filter(None, (statement.error_code, statement.error)))
        yield "\n".join(f"  {line}" for line in _code((words,), "").split("\n"))


def _procedure(change: Procedure, labels: Labels) -> Iterator[str]:
    yield f"### {_text(change.title)}"
    yield _text(change.why) + _cite(change.sources)
    for label, texts in ((labels.preconditions, change.preconditions), (labels.cautions, change.cautions)):
        yield f"**{_text(label)}**"
        yield "\n".join(f"- {_text(text)}" for text in texts)
    for number, step in enumerate(change.steps, 1):
        yield from _step(number, step, labels)
    yield f"**{_text(labels.way_back)}.** {_text(change.way_back)}"


def _step(number: int, step: ProcedureStep, labels: Labels) -> Iterator[str]:
    """One item of a numbered list; what belongs to it is indented under it."""
    mark = f"{number}. "
    yield mark + _text(step.text)
    if step.tool:
        yield f"{' ' * len(mark)}{_text(labels.tool)}: {_text(step.tool)}"
    if step.lines:
        yield "\n".join(f"{' ' * len(mark)}{line}" for line in _code(step.lines, "").split("\n"))


def _table(table: Table) -> Iterator[str]:
    yield f"*{_text(table.caption)}*"
    head = [_row(column.title for column in table.columns)]
    head.append("|" + "|".join("---:" if column.numeric else "---" for column in table.columns) + "|")
    yield "\n".join([*head, *map(_row, table.rows)])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_text, cells)) + " |"


def _reference(reference: Reference) -> str:
    url = _UNSAFE_IN_URL.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode()), reference.url)
    return f"{reference.number}. [{_text(reference.title)}](<{url}>), {_text(reference.checked)}"


def _cite(numbers: tuple[int, ...]) -> str:
    return " " + " ".join(f"\\[{number}\\]" for number in numbers) if numbers else ""


def _code(lines: Iterable[str], language: str) -> str:
    """A fence longer than any run of backticks inside."""
    body = "\n".join(lines)
    longest = max(map(len, re.findall(r"`+", body)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{body}\n{fence}"


def _text(text: str) -> str:
    """Every character escaped that could be read as markup where it stands; the text is one line."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))
