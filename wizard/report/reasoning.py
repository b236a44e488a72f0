"""Why this decision: its reasons, the image one has, the alternatives, then and now."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.launch import Edition
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.launches import launch_with
from wizard.model.recommend.recommendation import Recommendation, YearAnswer
from wizard.report.document import (
    Block,
    Column,
    Comparison,
    Entry,
    Facts,
    NamedValue,
    Paragraph,
    Side,
    Statements,
    Table,
)
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible
from wizard.report.words import VIRTUALIZATION, profile

_EDITIONS = {Edition.YEAR_2014: Message("2014"), Edition.CURRENT: Message("Today")}


PARTS = {
    "virtualization": Message("HVM or paravirtual"),
    "architecture": Message("Architecture"),
    "boot_mode": Message("Boot mode"),
    "ena": Message("ENA"),
    "root_device": Message("Root device"),
    "tpm": Message("NitroTPM"),
}
"""What a part of the decision is called."""


def reasons(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """One line for each part of the decision; then what is worth knowing of the first type."""
    for_parts = [finding for finding in recommendation.reasons if finding.part]
    rest = [finding for finding in recommendation.reasons if not finding.part]
    if for_parts:
        yield Facts(
            tuple(
                NamedValue(
                    writer.say(PARTS[finding.part or ""]),
                    writer.say(finding.text),
                    sources=writer.cite(finding.sources[:_SOURCES]),
                )
                for finding in for_parts
            )
        )
    if rest and for_parts:
        best = recommendation.ranked[0].instance_type.name
        yield Paragraph(writer.say(Message("Worth knowing of {type}:", {"type": best})))
    if rest:
        yield Statements(writer.statements(rest, _told_in_full(recommendation)))


_SOURCES = 3


def _told_in_full(recommendation: Recommendation) -> frozenset[str]:
    """The rules that the section on EC2's errors tells with error and remedy."""
    return frozenset(finding.rule for _, finding in recommendation.near_misses)


def own_image(recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter) -> Iterator[Block]:
    """How the image one has does: what touches the first type or today's in full, the rest counted."""
    found = recommendation.own_image
    if found is None:
        return
    image = found.image
    near = _near(recommendation, knowledge)
    told = tuple(finding for finding in found.findings if near is None or finding.rule in near)
    yield Entry(
        title=visible(image.image_id or image.name, 80) or writer.say(Message("Your image")),
        outcome=found.outcome,
        outcome_words=writer.outcome(found.outcome),
        note=reach(len(found.types), writer),
        text=writer.say(found.text),
        statements=writer.statements(told),
    )
    if rest := len(found.findings) - len(told):
        yield Paragraph(
            writer.say(
                Message(
                    "One more limit touches other types only.",
                    {"count": rest},
                    "{count} more limits touch other types only.",
                    rest,
                )
            )
        )


def _near(recommendation: Recommendation, knowledge: Knowledge) -> frozenset[str] | None:
    """The rules that the image breaks on the first type or on today's; None where no type is left."""
    needs = recommendation.needs
    if needs.image is None or not recommendation.ranked:
        return None
    launch = launch_with(needs.image, needs)
    today = knowledge.catalog.get(needs.current_type or "")
    types = [recommendation.ranked[0].instance_type, *([today] if today else [])]
    return frozenset(
        finding.rule for it in types for finding in judge(knowledge.rulebook, launch, it).findings
    )


def alternatives(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """The kinds of image that were not chosen, and what each would gain and lose."""
    if recommendation.alternatives:
        yield Table(
            writer.say(Message("What another choice would gain and lose, in instance types")),
            (
                Column(writer.say(Message("Kind of AMI")), 5),
                Column(writer.say(Message("Types")), 1, numeric=True),
                Column(writer.say(Message("What that means")), 5),
            ),
            tuple(
                (
                    writer.say(profile(other.profile)),
                    writer.figure(counted(other.types)),
                    writer.say(other.text),
                )
                for other in recommendation.alternatives
            ),
        )


def reach(count: int, writer: ReportWriter) -> str:
    """On how many of the allowed types an image can be used."""
    return writer.say(Message("fits {count} type", {"count": counted(count)}, "fits {count} types", count))


def then_and_now(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """Nothing where neither year had anything left to choose."""
    years = recommendation.then_and_now
    if years.then.virtualization_type is None and years.now.virtualization_type is None:
        return
    yield Comparison((_side(years.then, writer), _side(years.now, writer)))
    yield Paragraph(writer.say(years.changed), writer.cite(years.sources))


def _side(answer: YearAnswer, writer: ReportWriter) -> Side:
    chosen = answer.virtualization_type
    return Side(
        title=writer.say(_EDITIONS[answer.edition]),
        value=writer.say(VIRTUALIZATION[chosen] if chosen else Message("nothing left")),
        text=writer.say(answer.text),
        sources=writer.cite(answer.sources),
    )
