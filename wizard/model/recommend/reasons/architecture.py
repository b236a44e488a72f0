"""Why this architecture."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.model.ec2.instance_type import Architecture
from wizard.model.message import Message, counted, joined
from wizard.model.recommend.reasons.case import Case, sentence


def architecture(case: Case) -> Message:
    """What the architecture reaches, and what others would."""
    best, needs = case.decision.best, case.needs
    chosen = best.profile.architecture
    others = _elsewhere(case)
    values = {"chosen": chosen.value}
    if needs.architecture is chosen:
        able = best.survey.catalog.built_for[chosen].bit_count()
        return sentence(
            "{chosen} because you asked for it: {able} of {total} types run such AMIs, and {n} of them fit.",
            case,
            one="{chosen} because you asked for it: {able} of {total} types run such AMIs, and {type} fits.",
            able=able,
            **values,
        )
    if not others:
        return sentence(
            "{chosen}: no other architecture runs on a type that fits your answers.", case, **values
        )
    told = joined(
        [Message("{kind} {count}", {"kind": word.value, "count": counted(count)}) for word, count in others],
        ", ",
    )
    if needs.image is not None and needs.image.architecture is chosen:
        return sentence(
            "{chosen}, as your AMI is, on {n} types. It cannot be converted; types that fit with another "
            "architecture: {others}.",
            case,
            one="{chosen}, as your AMI is, on {type}. It cannot be converted; types that fit with another "
            "architecture: {others}.",
            others=told,
            **values,
        )
    return sentence(
        "{chosen} reaches {n} types. An AMI runs on one architecture only; types that fit with another one: {others}.",
        case,
        one="{chosen} reaches {type}. An AMI runs on one architecture only; types that fit with another one: {others}.",
        others=told,
        **values,
    )


def _elsewhere(case: Case) -> Sequence[tuple[Architecture, int]]:
    """For each other architecture left open, how many types its best candidate reaches."""
    best = case.decision.best.profile
    found: dict[Architecture, int] = {}
    for other in case.decision.others:
        if other.profile.architecture is not best.architecture and other.count:
            known = found.get(other.profile.architecture, 0)
            found[other.profile.architecture] = max(known, other.count)
    return tuple(found.items())
