"""One reason for each part of a decision, about all types that fit."""

from __future__ import annotations

from wizard.model.ec2.finding import Finding, Outcome
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.model.recommend.decide import Decision
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.reasons.architecture import architecture
from wizard.model.recommend.reasons.boot_mode import boot_mode
from wizard.model.recommend.reasons.case import Case
from wizard.model.recommend.reasons.devices import ena, root_device, tpm
from wizard.model.recommend.reasons.virtualization import virtualization
from wizard.model.rules.rule import Rule
from wizard.model.rules.rulebook import Rulebook

# Part of the decision -> the rule that tells EC2's view of it, with sources and error.
_RULES = {
    "virtualization": "V1",
    "architecture": "A1",
    "boot_mode": "B1",
    "ena": "D1",
    "root_device": "R1",
    "tpm": "F1",
}
PARTS: tuple[str, ...] = tuple(_RULES)
"""The parts of a decision that reasons are given for, by their names in JSON."""

_HVM_ONLY = (OsKind.WINDOWS, OsKind.MACOS)


def part_reasons(decision: Decision, needs: Needs, rulebook: Rulebook) -> tuple[Finding, ...]:
    """One reason for each part; none where nothing fits.

    Somebody who asks for Windows or macOS, which never were paravirtual, reads of that last.
    """
    if not decision.best.fits:
        return ()
    case = Case(decision, needs)
    texts: dict[str, Message | None] = {
        "virtualization": virtualization(case),
        "architecture": architecture(case),
        "boot_mode": boot_mode(case),
        "ena": ena(case),
        "root_device": root_device(case),
        "tpm": tpm(case),
    }
    spoken = [_finding(part, text, case, rulebook) for part, text in texts.items() if text is not None]
    if needs.os.kind in _HVM_ONLY:
        spoken = [*spoken[1:], spoken[0]]
    return tuple(spoken)


def _finding(part: str, text: Message, case: Case, rulebook: Rulebook) -> Finding:
    rule = rulebook.by_id[_RULES[part]]
    best = case.decision.best
    example = best.survey.catalog.first(best.fits)
    told = rule.finding(best.survey.launch, example)
    error = _error(part, case, rule)
    return replace(
        told,
        outcome=Outcome.WORKS,
        text=text,
        remedy=Message(""),
        ec2_error=error.ec2_error if error else None,
        ec2_error_code=error.ec2_error_code if error else None,
        part=part,
    )


def _error(part: str, case: Case, rule: Rule) -> Finding | None:
    """EC2's words for one of the types that another choice would lose."""
    if part == "virtualization" and case.needs.os.kind in _HVM_ONLY:
        return None
    name = {"virtualization": "virtualization_type", "root_device": "root_device_type"}.get(part, part)
    chosen = getattr(case.decision.best.profile, name)
    for other in case.decision.others:
        differs = getattr(other.profile, name) != chosen
        if differs and other.profile.architecture is case.decision.best.profile.architecture:
            for broken, types in other.survey.broken(case.fits):
                if broken is rule:
                    return rule.finding(other.survey.launch, other.survey.catalog.first(types))
    return None
