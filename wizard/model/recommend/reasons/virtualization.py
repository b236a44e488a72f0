"""Why HVM, or why paravirtual."""

from __future__ import annotations

from wizard.model.ec2.instance_type import Architecture, VirtualizationType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message, counted, joined
from wizard.model.recommend.reasons.case import Case, sentence


def virtualization(case: Case) -> Message:
    """HVM or paravirtual: how many types take only the one, and what the other would leave."""
    best = case.decision.best
    sets = best.survey.catalog.sets
    if best.profile.virtualization_type is VirtualizationType.PARAVIRTUAL:
        return _paravirtual(case)
    if case.needs.os.kind is OsKind.WINDOWS:
        return sentence(
            "HVM: Windows runs in no other way, and all {n} types that fit take HVM.",
            case,
            one="HVM: Windows runs in no other way, and {type} takes HVM.",
        )
    if case.needs.os.kind is OsKind.MACOS:
        return sentence(
            "HVM: all {n} Macs that fit take nothing else.", case, one="HVM: {type} takes nothing else."
        )
    # There is no paravirtual AMI for Arm; those for x86 have nothing to do with what fits.
    on_arm = best.profile.architecture is Architecture.ARM64
    paravirtual = None if on_arm else case.rival(virtualization_type=VirtualizationType.PARAVIRTUAL)
    left = paravirtual.fits if paravirtual else 0
    both = case.among(sets.virtualization[VirtualizationType.PARAVIRTUAL])
    return _nothing_lost(case, both) if not left else _beside_paravirtual(case, left, both)


def _nothing_lost(case: Case, both: int) -> Message:
    """No type is left to a paravirtual AMI."""
    if not both:
        return sentence(
            "All {n} types that fit take only HVM; paravirtual would leave none.",
            case,
            one="{type} takes only HVM; paravirtual would leave none.",
        )
    if both == case.count:
        return sentence(
            "All {n} types that fit take HVM and paravirtual AMIs, but no paravirtual AMI of this system runs on one.",
            case,
            one="{type} takes HVM; no paravirtual AMI of this system runs on it.",
        )
    return sentence(
        "All {n} types that fit take HVM, {only} of them nothing else; no paravirtual AMI of this system runs on one.",
        case,
        only=case.count - both,
    )


def _beside_paravirtual(case: Case, left: int, both: int) -> Message:
    """left: the types that a paravirtual AMI would run on; both: how many of those that fit take one, too."""
    values = {"left": left.bit_count(), "only": case.count - both, "families": case.families(left)}
    if not both:
        return sentence(
            "All {n} types that fit take only HVM; a paravirtual AMI would run on {left} more, all of old families "
            "({families}).",
            case,
            one="{type} takes only HVM; a paravirtual AMI would run on {left} more, all of old families ({families}).",
            **values,
        )
    many = (
        "All {n} types that fit take HVM and paravirtual AMIs; a paravirtual AMI would run on {left}, all of old "
        "families ({families})."
        if both == case.count
        else "All {n} types that fit take HVM, {only} of them nothing else; a paravirtual AMI would run on {left}, "
        "all of old families ({families})."
    )
    text = sentence(
        many,
        case,
        one="{type} takes HVM; a paravirtual AMI would run on {left} types, all of old families ({families}).",
        **values,
    )
    gained = (left & ~case.fits).bit_count()
    if not gained:
        return text
    more = Message(
        "{gained} of them does not run this system as HVM.",
        {"gained": counted(gained)},
        "{gained} of them do not run this system as HVM.",
        gained,
    )
    return joined([text, more])


def _paravirtual(case: Case) -> Message:
    hvm = case.rival(virtualization_type=VirtualizationType.HVM)
    values: dict[str, object] = {"families": case.families(case.fits), "hvm": hvm.count if hvm else 0}
    if case.needs.virtualization_type is VirtualizationType.PARAVIRTUAL:
        return sentence(
            "Paravirtual because you asked for it: {n} of {total} types take such an AMI and fit, all of old families "
            "({families}).",
            case,
            one="Paravirtual because you asked for it, and {type} takes it.",
            **values,
        )
    if hvm is None or not hvm.fits:
        return sentence(
            "Paravirtual because HVM would leave none: the types that fit ({families}) do not run this system as HVM.",
            case,
            one="Paravirtual because HVM would leave none: {type} does not run this system as HVM.",
            **values,
        )
    return sentence(
        "Paravirtual by what was known in June 2014; {n} types take it ({families}). Today HVM would run on {hvm}.",
        case,
        one="Paravirtual by what was known in June 2014; {type} takes it. Today HVM would run on {hvm}.",
        **values,
    )
