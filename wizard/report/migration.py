"""The way from the image or instance one has to the recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.message import Message
from wizard.model.migration.plan import Plan
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.report.document import Block, Paragraph, Procedure, ProcedureStep
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible
from wizard.report.words import COMMANDS_EXPLAINED

_WIDEST = 88


def migration(plan: Plan | None, writer: ReportWriter) -> Iterator[Block]:
    """How many changes it takes, how to read their commands, and each of them in full."""
    if plan is None:
        return
    yield Paragraph(writer.say(plan.summary))
    if plan.doubt:
        yield Paragraph(writer.say(plan.doubt))
    if plan.changes:
        yield Paragraph(writer.say(COMMANDS_EXPLAINED))
    many = len(plan.changes) > 1
    for number, change in enumerate(plan.changes, 1):
        title = (
            Message("{number}. {title}", {"number": number, "title": change.title}) if many else change.title
        )
        yield _procedure(change, writer.say(title), writer)


def _procedure(change: MigrationChange, title: str, writer: ReportWriter) -> Procedure:
    return Procedure(
        title=title,
        why=writer.say(change.why),
        preconditions=tuple(map(writer.say, change.preconditions)),
        cautions=tuple(map(writer.say, change.cautions)),
        steps=tuple(_step(step, writer) for step in change.steps),
        way_back=writer.say(change.way_back),
        sources=writer.cite(change.sources),
    )


def _step(step: ChangeStep, writer: ReportWriter) -> ProcedureStep:
    lines = [part for line in (step.command or "").splitlines() for part in fitted(line)]
    return ProcedureStep(writer.say(step.text), tuple(lines), visible(step.tool or ""))


def fitted(line: str) -> Iterator[str]:
    """A line of a command, continued before the last option that would not fit on the page."""
    while len(line) > _WIDEST and (at := line.rfind(" --", len("aws "), _WIDEST - 2)) > 0:
        yield f"{line[:at]} \\"
        line = f"  {line[at + 1 :]}"
    yield line
