"""Checked templates as lines for a terminal, and the one line that says what became of a place."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Message, Translations, joined
from wizard.report.finding_words import cited, to_do
from wizard.report.words import EVIDENCE, OUTCOMES

UNKNOWN = "unknown-fact"
"""What is said instead of a rule's ID where a fact is missing."""


def places_text(checked: CheckedFiles, translations: Translations) -> Iterator[str]:
    """A line for each place as compilers write theirs, then what is the matter, then a count."""
    for place in checked.places:
        yield _heading(place, translations)
        yield from (f"    {line}" for line in _told(place, translations))
    yield from (problem.render(translations) for _, problem in checked.unread)
    yield counted_places(checked).render(translations)


def what_speaks(place: CheckedPlace) -> list[tuple[str, Message, Message]]:
    """What decides the outcome: each rule with its text and what to do, or what is not known, at once."""
    verdict = place.verdict
    worst = verdict.outcome
    if worst is not Outcome.UNKNOWN:
        return [(f.rule, f.text, f.remedy) for f in verdict.findings if f.outcome is worst]
    open_facts = [unknown for unknown in verdict.unknowns if unknown.doubt]
    how = open_facts[0].how_to_supply
    if any(unknown.fact == "image.architecture" for unknown in open_facts):
        return [(UNKNOWN, Message("What this image is cannot be seen here."), how)]
    if len(open_facts) == 1:
        return [(UNKNOWN, open_facts[0].matters_because, how)]
    listed = joined([clause(each.fact) for each in open_facts], ", ")
    return [(UNKNOWN, Message("It depends on what cannot be seen here: {facts}.", {"facts": listed}), how)]


def heading(place: CheckedPlace) -> Message:
    """The place's answer in one line."""
    values: dict[str, object] = {
        "image": place.image or Message("the image"),
        "type": place.instance_type,
        "outcome": OUTCOMES[place.outcome],
    }
    return Message("{image} on {type}: {outcome}", values)


def _heading(place: CheckedPlace, translations: Translations) -> str:
    where = f"{place.file}:{place.line}: {place.address}" if place.address else f"{place.file}:{place.line}"
    region = f" ({place.region})" if place.region else ""
    return f"{where}{region}: {heading(place).render(translations)}"


def _told(place: CheckedPlace, translations: Translations) -> Iterator[str]:
    if place.outcome is Outcome.WORKS:
        return
    for name, text, remedy in what_speaks(place):
        evidence = next((EVIDENCE[f.evidence] for f in place.verdict.findings if f.rule == name), None)
        grade = f" ({evidence.render(translations)})" if evidence else ""
        label = f"{name}{grade}: " if name != UNKNOWN else ""
        yield f"{label}{text.render(translations)}"
        yield f"  {to_do(remedy).render(translations)}"
        for source in next((f.sources[:1] for f in place.verdict.findings if f.rule == name), ()):
            yield f"  {cited(source)}"


def counted_places(checked: CheckedFiles) -> Message:
    """How many there are, and of how many what is true."""
    count = len(checked.places)
    values = {
        "count": count,
        "fail": sum(place.fails for place in checked.places),
        "open": sum(place.outcome is Outcome.UNKNOWN for place in checked.places),
    }
    return Message(
        "{count} place: {fail} cannot be used, {open} not known",
        values,
        "{count} places: {fail} cannot be used, {open} not known",
        count,
    )
