"""The way from the image or instance one has to the recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.message import Message
from wizard.model.migration.plan import Plan
from wizard.model.rules import migration_change as model
from wizard.report.document import Block, Leg, Paragraph, Step
from wizard.report.scribe import Scribe
from wizard.report.visible import visible
from wizard.report.words import COMMANDS_EXPLAINED

_WIDEST = 88


def moving_on(plan: Plan | None, scribe: Scribe) -> Iterator[Block]:
    """How many changes it takes, how to read their commands, and each of them in full."""
    if plan is None:
        return
    yield Paragraph(scribe.say(plan.summary))
    if plan.doubt:
        yield Paragraph(scribe.say(plan.doubt))
    if plan.legs:
        yield Paragraph(scribe.say(COMMANDS_EXPLAINED))
    many = len(plan.legs) > 1
    for number, leg in enumerate(plan.legs, 1):
        title = Message("{number}. {title}", {"number": number, "title": leg.title}) if many else leg.title
        yield _leg(leg, scribe.say(title), scribe)


def _leg(leg: model.Leg, title: str, scribe: Scribe) -> Leg:
    return Leg(
        title=title,
        why=scribe.say(leg.why),
        preconditions=tuple(map(scribe.say, leg.preconditions)),
        cautions=tuple(map(scribe.say, leg.cautions)),
        steps=tuple(_step(step, scribe) for step in leg.steps),
        way_back=scribe.say(leg.way_back),
        sources=scribe.cite(leg.sources),
    )


def _step(step: model.Step, scribe: Scribe) -> Step:
    lines = [part for line in (step.command or "").splitlines() for part in fitted(line)]
    return Step(scribe.say(step.text), tuple(lines), visible(step.tool or ""))


def fitted(line: str) -> Iterator[str]:
    """A line of a command, continued before the last option that would not fit on the page."""
    while len(line) > _WIDEST and (at := line.rfind(" --", len("aws "), _WIDEST - 2)) > 0:
        yield f"{line[:at]} \\"
        line = f"  {line[at + 1 :]}"
    yield line
