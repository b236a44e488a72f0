"""A recommendation as lines for a terminal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from wizard.cli.options.answers import option_of
from wizard.flow.change import change_in_words, changes
from wizard.flow.effective_answers import EffectiveAnswers
from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Finding, Unknown
from wizard.model.ec2.instance_type import gib
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations, joined
from wizard.model.migration.plan import Plan, plan_of
from wizard.model.prices.amount import money
from wizard.model.prices.said import spot_said
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import Recommendation, Relaxation
from wizard.report.launch.image_to_take import image_to_take, which_image
from wizard.report.prices.price_blocks import price_lines
from wizard.report.words import OUTCOMES, profile

_TYPES = 10
_EXCLUSIONS = 8


def summary(
    recommendation: Recommendation,
    answers: EffectiveAnswers,
    translations: Translations,
    found: FoundImage | None = None,
) -> Iterator[str]:
    """The answer, the way, why, the closest types, what else there was, what was left out, then and now."""
    knowledge = answers.knowledge

    def text(message: Message) -> str:
        return message.render(translations)

    yield text(recommendation.headline.first)
    yield from map(text, recommendation.headline.besides)
    if recommendation.decision:
        yield text(profile(recommendation.decision))
    yield from map(text, _image(recommendation, knowledge, found))
    yield from map(text, recommendation.headline.notes)
    yield from (f"  {text(_way_out(way, answers))}" for way in recommendation.relax)
    for title, lines in _sections(recommendation, knowledge, translations):
        yield from _section(text(title), lines)
    yield ""
    dates = {"types": knowledge.catalog.provenance.date, "rules": knowledge.rulebook.checked}
    yield text(Message("Instance types as of {types}, rules checked {rules}.", dates))


def _sections(
    recommendation: Recommendation, knowledge: Knowledge, translations: Translations
) -> Iterator[tuple[Message, list[str]]]:
    """The titles of all that may be said, and the lines that there are under each."""

    def text(message: Message) -> str:
        return message.render(translations)

    if plan := plan_of(knowledge, recommendation):
        yield Message("The way"), [text(line) for line in _moving_on(plan)]
    unknowns, ranked = recommendation.unknowns, recommendation.ranked
    conditions = [text(_unknown(unknown)) for unknown in recommendation.conditions]
    yield Message("On whatever type, that depends on"), conditions
    on_some = [text(_on_some(unknown, ranked)) for unknown in unknowns if unknown.doubt]
    yield Message("Type by type, that depends on"), on_some
    without_doubt = [text(_unknown(unknown)) for unknown in unknowns if not unknown.doubt]
    yield Message("Also worth knowing, though nothing depends on it"), without_doubt
    yield Message("Why"), [text(_reason(finding)) for finding in recommendation.reasons]
    others = [f"{text(profile(each.profile))}: {text(each.text)}" for each in recommendation.alternatives]
    yield Message("Not chosen"), others
    yield _how_many(recommendation), [_row(each, translations) for each in ranked[:_TYPES]]
    if ranked:
        yield Message("What it costs"), [text(line) for line in _prices(recommendation)]
    left_out = recommendation.excluded[:_EXCLUSIONS]
    yield Message("Left out"), [f"{len(left.types):5}  {text(left.text)}" for left in left_out]
    both = recommendation.then_and_now
    years = (
        Message("2014: {answer}", {"answer": both.then.text}),
        Message("Today: {answer}", {"answer": both.now.text}),
        both.changed,
    )
    yield Message("Then and now"), [text(line) for line in years]


def _reason(finding: Finding) -> Message:
    """Of what is worth knowing of the first type also what to do about it."""
    return finding.text if finding.part else joined([finding.text, finding.remedy])


def _how_many(recommendation: Recommendation) -> Message:
    """How many types fit, and whether something is still open."""
    count = len(recommendation.ranked)
    title = Message("{count} instance type fits", {"count": count}, "{count} instance types fit", count)
    return Message("{types}, if the above holds", {"types": title}) if recommendation.conditions else title


def _way_out(way: Relaxation, answers: EffectiveAnswers) -> Message:
    """What to change, the options that say so, and what comes of it."""
    options = [
        Message("without {option}", {"option": option})
        if instead == "any"
        else Message("{option} {word}", {"option": option, "word": instead})
        for question, instead in changes(way)
        if (option := option_of(question.id))
    ]
    values: dict[str, object] = {"change": change_in_words(way, answers), "types": way.text}
    if not options:
        return Message("{change}: {types}", values)
    return Message("{change} ({options}): {types}", values | {"options": joined(options, ", ")})


def _image(
    recommendation: Recommendation, knowledge: Knowledge, found: FoundImage | None
) -> Iterator[Message]:
    """Which image to take, and the very one where AWS was asked."""
    if which := which_image(recommendation, knowledge):
        yield which
        image = image_to_take(recommendation, knowledge)
        if image and image.note and image.can_be_found:
            yield image.note
    if found:
        yield found.text


def _prices(recommendation: Recommendation) -> Iterator[Message]:
    """As in the report; and what Spot capacity costs, which is of a moment."""
    yield from price_lines(recommendation, datetime.datetime.now(datetime.UTC).date())
    first = recommendation.ranked[0].instance_type
    if spot := recommendation.costs.spot(first.name):
        yield Message("{type}: {said}", {"type": first.name, "said": spot_said(spot)})


def _unknown(unknown: Unknown) -> Message:
    return Message("{fact}. {how}", {"fact": clause(unknown.fact), "how": unknown.how_to_supply})


def _on_some(unknown: Unknown, ranked: Sequence[Ranked]) -> Message:
    """The same, and for how many of the types it matters; most that one would take may be none of them."""
    places = [place for place, entry in enumerate(ranked) if unknown.fact in entry.open_on]
    if not places or len(places) == len(ranked):
        return _unknown(unknown)
    values: dict[str, object] = {
        "said": _unknown(unknown),
        "n": len(places),
        "total": len(ranked),
        "type": ranked[places[0]].instance_type.name,
    }
    if places[0] < _TYPES:
        return Message("{said} It concerns {n} of the {total} types, such as {type}.", values)
    return Message(
        "{said} It concerns {n} of the {total} types, such as {type}, and none of those listed here.", values
    )


def _moving_on(plan: Plan) -> Iterator[Message]:
    yield plan.summary
    yield from plan.losses
    if plan.doubt:
        yield plan.doubt
    for number, change in enumerate(plan.changes, 1):
        yield Message("{number}. {title}", {"number": number, "title": change.title})
    if plan.changes:
        yield Message("The report has every step and command: --pdf FILE or --markdown FILE writes it.")


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _row(ranked: Ranked, translations: Translations) -> str:
    kind = ranked.instance_type
    size = f"{kind.vcpus:>4} vCPU {gib(kind.memory_gib).render(translations):>6} GiB  {'/'.join(kind.architectures):<12}"
    price = f"{money(ranked.price.hourly_usd).render(translations)} USD/h; " if ranked.price else ""
    # Of an outcome that is open, the reason says on what it depends.
    outcome = "" if ranked.open_on else f"{OUTCOMES[ranked.outcome].render(translations)}; "
    return f"{kind.name:<20}{size} {kind.hypervisor:<6} {outcome}{price}{ranked.why.render(translations)}"
