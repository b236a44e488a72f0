"""Why this decision: its reasons, the image one has, the alternatives, then and now."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.launch import Edition
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Alternative, Answer, Recommendation
from wizard.report.document import Block, Comparison, Entry, Paragraph, Side, Statements
from wizard.report.scribe import Scribe
from wizard.report.visible import visible
from wizard.report.words import VIRTUALIZATION, profile

_EDITIONS = {Edition.YEAR_2014: Message("2014"), Edition.CURRENT: Message("Today")}


def reasons(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """What decided; error and remedy stay out where another section tells them."""
    if not recommendation.reasons:
        return
    if recommendation.decision:
        yield Paragraph(
            scribe.say(
                Message("What would happen with another choice, and what is worth knowing about this one.")
            )
        )
    yield Statements(scribe.statements(recommendation.reasons, _told_in_full(recommendation)))


def _told_in_full(recommendation: Recommendation) -> frozenset[str]:
    """The rules that the image one has, or the section on EC2's errors, tells with error and remedy."""
    found = recommendation.own_image
    own = found.findings if found else ()
    return frozenset(finding.rule for finding in (*own, *(f for _, f in recommendation.near_misses)))


def standing(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """How the image one has does on the types that the answers allow."""
    found = recommendation.own_image
    if found is None:
        return
    image = found.image
    yield Entry(
        title=visible(image.image_id or image.name, 80) or scribe.say(Message("Your image")),
        outcome=found.outcome,
        outcome_words=scribe.outcome(found.outcome),
        note=reach(len(found.types), scribe),
        text=scribe.say(found.text),
        statements=scribe.statements(found.findings),
    )


def alternatives(recommendation: Recommendation, scribe: Scribe) -> Iterator[Block]:
    """The kinds of image that were not chosen."""
    told = _told_in_full(recommendation)
    for alternative in recommendation.alternatives:
        yield _alternative(alternative, told, scribe)


def _alternative(alternative: Alternative, told: frozenset[str], scribe: Scribe) -> Entry:
    return Entry(
        title=scribe.say(profile(alternative.profile)),
        outcome=alternative.outcome,
        outcome_words=scribe.outcome(alternative.outcome),
        note=reach(alternative.types, scribe),
        text=scribe.say(alternative.text),
        statements=scribe.statements(alternative.findings, told),
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
    yield Paragraph(scribe.say(years.changed))


def _side(answer: Answer, scribe: Scribe) -> Side:
    chosen = answer.virtualization_type
    return Side(
        title=scribe.say(_EDITIONS[answer.edition]),
        value=scribe.say(VIRTUALIZATION[chosen] if chosen else Message("nothing left")),
        text=scribe.say(answer.text),
        sources=scribe.cite(answer.sources),
    )
