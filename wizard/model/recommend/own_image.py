"""How the image that one has does on the types that meet the answers."""

from __future__ import annotations

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import InstanceType, VirtualizationType
from wizard.model.frozen import frozen, replace
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, joined, joined_by_and
from wizard.model.recommend.decide import Decision
from wizard.model.recommend.explain import speak
from wizard.model.recommend.launches import launch_with
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.proven import Proven, proven_by
from wizard.model.recommend.recommendation import ImageResult
from wizard.model.recommend.type_order import TypeOrder

_NAMED = 2


def own_image(knowledge: Knowledge, needs: Needs, decision: Decision, order: TypeOrder) -> ImageResult | None:
    """On all types, whatever else is asked of them; None where nobody has an image.

    Where it runs today proves some of what nobody said. What is broken is told of the types that meet
    the answers and on which it cannot be used, or else on which it can.
    """
    if needs.image is None:
        return None
    catalog = knowledge.catalog
    here = knowledge.instance_type(needs.current_type or "")
    known = proven_by(knowledge, needs.image, needs.os, here)
    survey = knowledge.judge.survey(launch_with(known.image, needs))
    fits, allowed = survey.usable, decision.allowed
    doubtful = _doubtful(survey, catalog.get(needs.current_type or ""))
    findings = tuple(f for _, f in speak(survey, allowed & ~fits or fits & allowed or fits, order))
    best = 1 << catalog.bit(order.types[0]) if order.types else 0
    current = fits & catalog.sets.current
    unknowns = tuple(unknown for unknown in survey.unknowns(doubtful) if unknown.doubt)
    on = joined_by_and([clause(unknown.fact) for unknown in unknowns[:_NAMED]])
    proof = _proof(known, needs)
    return ImageResult(
        image=needs.image,
        types=catalog.select(fits),
        open=doubtful.bit_count(),
        current=current.bit_count(),
        outcome=_best_outcome(survey, doubtful),
        findings=findings,
        unknowns=unknowns,
        text=_text(knowledge, needs, known.image, proof, _Reach(fits, doubtful, allowed, current, on)),
        kept=bool(fits & best) and needs.image.virtualization_type is not None and not _starts_anew(needs),
        known=known.image,
        proof=proof,
    )


def _starts_anew(needs: Needs) -> bool:
    """Another system comes with an image of its own; only a Windows Server may be upgraded where it lies."""
    return needs.other_system and not needs.upgraded_in_place


def _doubtful(survey: CatalogResult, here: InstanceType | None) -> int:
    """The types on which it may not run for want of a fact that its running today does not prove."""
    proven: frozenset[str] = frozenset()
    if here is not None:
        today = survey.doubts(1 << survey.catalog.bit(here))
        proven = frozenset(
            path for path in today if not path.startswith("launch.") and all_facts()[path].kind is bool
        )
    doubtful = 0
    for path, types in survey.doubts(survey.usable).items():
        if path not in proven:
            doubtful |= types
    return doubtful


def _best_outcome(survey: CatalogResult, doubtful: int) -> Outcome:
    """The best that happens on any type; refused where there is none."""
    sure = survey.usable & ~doubtful
    if sure & ~survey.results.broken[Outcome.DEGRADED]:
        return Outcome.WORKS
    if sure:
        return Outcome.DEGRADED
    return next((o for o in reversed(Outcome) if survey.outcomes[o]), Outcome.REFUSED)


@frozen
class _Reach:
    """Masks: where it can be used, where that is in doubt, what the answers allow, what is current of it.

    on: what the doubt is about.
    """

    fits: int
    doubtful: int
    allowed: int
    current: int
    on: Message


def _proof(known: Proven, needs: Needs) -> Finding | None:
    """What shows that an image is paravirtual of which nobody said it."""
    because = known.because.get("image.virtualization_type")
    if because is None or known.image.virtualization_type is not VirtualizationType.PARAVIRTUAL:
        return None
    runs: dict[str, object] = {"here": needs.current_type, "why": because.text}
    text = Message("It runs on {here}, so it is paravirtual. {why}", runs)
    return replace(
        because, outcome=Outcome.WORKS, text=text, remedy=Message(""), ec2_error=None, ec2_error_code=None
    )


def _text(knowledge: Knowledge, needs: Needs, known: Image, proof: Finding | None, reach: _Reach) -> Message:
    paravirtual = known.virtualization_type is VirtualizationType.PARAVIRTUAL
    values: dict[str, object] = {
        "kind": Message("paravirtual AMI") if paravirtual else Message("AMI"),
        "types": counted(reach.fits.bit_count()),
        "total": counted(len(knowledge.catalog.types)),
    }
    if not reach.fits:
        said = [Message("Your {kind} runs on none of the {total} instance types.", values)]
    elif not reach.current:
        said = [
            Message(
                "Your {kind} runs on {types} of the {total} instance types, all of previous generations.",
                values,
            )
        ]
    else:
        said = [Message("Your {kind} runs on {types} of the {total} instance types.", values)]
    if proof is not None:
        values["here"] = needs.current_type
        said = [
            Message(
                "It runs on {here}, so your AMI is paravirtual: {types} of the {total} instance types take it, all of "
                "previous generations.",
                values,
            )
        ]
    if reach.fits and not reach.fits & reach.allowed:
        said.append(Message("None of them meets your answers."))
    # What is known only by where it runs is rebuilt, whatever else is not known of it.
    doubtful = reach.doubtful if proof is None else 0
    if doubtful and doubtful == reach.fits:
        said.append(Message("That depends on {facts}.", {"facts": reach.on}))
    elif doubtful:
        open_still: dict[str, object] = {"count": counted(doubtful.bit_count()), "facts": reach.on}
        said.append(Message("On {count} of them that depends on {facts}.", open_still))
    if needs.os.guess is not None:
        guess: dict[str, object] = {"os": needs.os.title or "", "ground": needs.os.guess}
        said.append(Message("It seems to hold {os}. {ground} Name the system if it is another.", guess))
    return joined(said)
