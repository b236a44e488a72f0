"""Why this decision: its reasons, the image one has, the alternatives, then and now."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.launch import Edition
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.candidates import launch_with
from wizard.model.recommend.recommendation import Answer, Recommendation
from wizard.report.document import (
    Block,
    Column,
    Comparison,
    Entry,
    Fact,
    Facts,
    Paragraph,
    Side,
    Statements,
    Table,
)
from wizard.report.scribe import Scribe
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


def reasons(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """One line for each part of the decision; then what is worth knowing of the first type."""
    for_parts = [finding for finding in recommendation.reasons if finding.part]
    rest = [finding for finding in recommendation.reasons if not finding.part]
    if for_parts:
        yield Facts(
            tuple(
                Fact(
                    scribe.say(PARTS[finding.part or ""]),
                    scribe.say(finding.text),
                    sources=scribe.cite(finding.sources[:_SOURCES]),
                )
                for finding in for_parts
            )
        )
    if rest and for_parts:
        best = recommendation.ranked[0].instance_type.name
        yield Paragraph(scribe.say(Message("Worth knowing of {type}:", {"type": best})))
    if rest:
        yield Statements(scribe.statements(rest, _told_in_full(recommendation)))


_SOURCES = 3


def _told_in_full(recommendation: Recommendation) -> frozenset[str]:
    """The rules that the section on EC2's errors tells with error and remedy."""
    return frozenset(finding.rule for _, finding in recommendation.near_misses)


def own_image(recommendation: Recommendation, knowledge: Knowledge, scribe: Scribe) -> Iterator[Block]:
    """How the image one has does: what touches the first type or today's in full, the rest counted."""
    found = recommendation.own_image
    if found is None:
        return
    image = found.image
    near = _near(recommendation, knowledge)
    told = tuple(finding for finding in found.findings if near is None or finding.rule in near)
    yield Entry(
        title=visible(image.image_id or image.name, 80) or scribe.say(Message("Your image")),
        outcome=found.outcome,
        outcome_words=scribe.outcome(found.outcome),
        note=reach(len(found.types), scribe),
        text=scribe.say(found.text),
        statements=scribe.statements(told),
    )
    if rest := len(found.findings) - len(told):
        yield Paragraph(
            scribe.say(
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


def alternatives(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """The kinds of image that were not chosen, and what each would gain and lose."""
    if recommendation.alternatives:
        yield Table(
            scribe.say(Message("What another choice would gain and lose, in instance types")),
            (
                Column(scribe.say(Message("Kind of AMI")), 5),
                Column(scribe.say(Message("Types")), 1, numeric=True),
                Column(scribe.say(Message("What that means")), 5),
            ),
            tuple(
                (
                    scribe.say(profile(other.profile)),
                    counted(other.types),
                    scribe.say(other.text),
                )
                for other in recommendation.alternatives
            ),
        )


def reach(count: int, scribe: Scribe) -> str:
    """On how many of the allowed types an image can be used."""
    return scribe.say(Message("fits {count} type", {"count": f"{count:,}"}, "fits {count} types", count))


def then_and_now(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """Nothing where neither year had anything left to choose."""
    years = recommendation.then_and_now
    if years.then.virtualization_type is None and years.now.virtualization_type is None:
        return
    yield Comparison((_side(years.then, scribe), _side(years.now, scribe)))
    yield Paragraph(scribe.say(years.changed), scribe.cite(years.sources))


def _side(answer: Answer, scribe: Scribe) -> Side:
    chosen = answer.virtualization_type
    return Side(
        title=scribe.say(_EDITIONS[answer.edition]),
        value=scribe.say(VIRTUALIZATION[chosen] if chosen else Message("nothing left")),
        text=scribe.say(answer.text),
        sources=scribe.cite(answer.sources),
    )
